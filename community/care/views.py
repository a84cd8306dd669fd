"""Reporting a post, and what facilitators do with reports."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from community.care import services
from community.care.conduct import accept_conduct, must_accept_conduct, newest_wording
from community.care.forms import DecisionForm, HideForm, ReportForm
from community.care.policies import get_post_to_decide, get_report_for
from community.errors import PostDeleted
from community.models import ConductAcceptance, Hiding, Post, Report
from community.policies import facilitates, get_post_for, is_at_home
from community.views.common import room_page
from core.access import guarded, signed_in
from core.errors import DomainError, NotAllowed, NotFound
from networks.policies import get_cockpit_for, get_space_for

A_PAGE = 20


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.report_post")
def report_post(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Tell the facilitator what is wrong with a message."""
    get_space_for(request.user, slug)
    post = _changeable(request, get_post_for(request.user, post_id), "community.report_post")
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.report_post(post=post, by=request.user, **form.cleaned_data)
            messages.success(request, _("Thank you. The facilitator looks at it, and you hear what is decided."))
            return redirect(post)
        except DomainError as error:
            form.refuse(error)
    waits = post.reports.open().filter(by=request.user).exists()
    context = {"post": post, "thread": post.thread, "form": form, "waits": waits}
    context["by_facilitator"] = facilitates(post.author, post)
    return room_page(request, "community/care/report_post.html", post.thread.network, **context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.hide_post")
def hide_post(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Hide a message with a reason, or show a hidden one again."""
    get_space_for(request.user, slug)
    post = _changeable(request, get_post_to_decide(request.user, post_id), "community.hide_post")
    form = HideForm(request.POST or None)
    onwards = (
        post.get_absolute_url() if is_at_home(request.user, post.thread) else reverse("community:reports", args=[slug])
    )
    if post.hidden_at and request.method == "POST":
        services.show_post(post=post, by=request.user)
        messages.success(request, _("Everybody in the network can read the message again."))
        return redirect(onwards)
    if request.method == "POST" and form.is_valid():
        try:
            services.hide_post(post=post, by=request.user, **form.cleaned_data)
            messages.success(request, _("The message is hidden, and its author told."))
            return redirect(onwards)
        except DomainError as error:
            form.refuse(error)
    context = {"post": post, "form": form, "onwards": onwards}
    return room_page(request, "community/care/hide_post.html", post.thread.network, **context)


@never_cache
@require_safe
@signed_in
@guarded("networks.facilitate")
def reports(request: HttpRequest, slug: str) -> HttpResponse:
    """What waits for a decision, and what was decided and hidden before."""
    network = get_cockpit_for(request.user, slug)
    found = Report.objects.for_decider(request.user, network)
    decided = Paginator(found.exclude(decision="").order_by("-decided_at", "-pk"), A_PAGE)
    hidings = Hiding.objects.filter(post__thread__network=network).exclude(post__author=request.user)
    context = {
        "network": network,
        "room": "cockpit",
        "waiting": found.open().order_by("created_at", "pk"),
        "page_obj": decided.get_page(request.GET.get("page")),
        "hidden": hidings.filter(shown_at=None, post__deleted_at=None).select_related(
            "post__thread__network", "post__thread__group", "by"
        ),
    }
    return render(request, "community/care/reports.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.hide_post")
def report(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One report, and deciding on it."""
    found = get_report_for(request.user, pk)
    network = found.post.thread.network
    if network.slug != slug:
        raise NotFound
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.decide_report(report=found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Your decision is stored, and who it concerns is told."))
            return redirect("community:reports", slug)
        except DomainError as error:
            form.refuse(error)
            found = get_report_for(request.user, pk)  # as it is stored, not as it was about to be
    context = {"network": network, "room": "cockpit", "report": found, "post": found.post, "form": form}
    return render(request, "community/care/report.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def conduct(request: HttpRequest, slug: str) -> HttpResponse:
    """Read the code of conduct, and accept it."""
    network, wording = get_space_for(request.user, slug), newest_wording()
    if wording is None:
        raise NotFound
    following = _next(request, slug)
    if request.method == "POST":
        try:
            accept_conduct(person=request.user, version=int(request.POST.get("version", "")[:4] or 0))
            messages.success(request, _("Thank you. You can write now."))
            return redirect(following)
        except (DomainError, ValueError):
            messages.error(request, _("The text was changed in the meantime. Please read it again."))
    accepted = ConductAcceptance.objects.filter(person=request.user).order_by("-pk").first()
    context = {"wording": wording, "accepted": accepted, "must_accept": must_accept_conduct(request.user)}
    return room_page(request, "community/care/conduct.html", network, next=following, **context)


def _next(request: HttpRequest, slug: str) -> str:
    """Where the reader came from, on this site; otherwise the discussion."""
    given = request.POST.get("next") or request.GET.get("next") or ""
    ours = given.startswith("/") and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if ours else reverse("community:discussion", args=[slug])


def _changeable(request: HttpRequest, post: Post, permission: str) -> Post:
    """The post, when this person may do this to it. Raises NotAllowed, PostDeleted."""
    if post.deleted_at:
        raise PostDeleted
    if not request.user.has_perm(permission, post):
        raise NotAllowed
    return post
