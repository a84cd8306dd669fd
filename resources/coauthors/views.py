"""The authors of a practice: asking, answering, leaving."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.access import guarded, signed_in
from core.errors import DomainError, NotAllowed, NotFound
from networks.views.forms import status_of
from resources.coauthors import services
from resources.coauthors.forms import InviteForm
from resources.coauthors.policies import can_invite, get_coauthor_of, get_own_invitation_for
from resources.policies import get_practice_for


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.invite_coauthor")
def manage(request: HttpRequest, slug: str) -> HttpResponse:
    """Who wrote along, who is asked, and asking somebody."""
    practice = get_practice_for(request.user, slug)
    if not can_invite.test(request.user, practice):
        raise NotAllowed
    form = InviteForm(request.POST or None, practice=practice)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        try:
            services.invite_coauthor(practice=practice, person=person, by=request.user)
            messages.success(request, _("%(name)s is asked, and is named after saying yes.") % {"name": person.name})
            return redirect("resources:coauthors", slug=slug)
        except DomainError as error:
            form.refuse(error)
    coauthors = practice.coauthors.standing().select_related("person")
    context = {"practice": practice, "form": form, "coauthors": coauthors}
    return render(request, "resources/coauthors/manage.html", context, status=status_of(form))


@require_POST
@signed_in
@guarded("resources.invite_coauthor")
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take somebody off; a second click finds it done."""
    practice = get_practice_for(request.user, slug)
    if not can_invite.test(request.user, practice):
        raise NotAllowed
    try:
        coauthor = get_coauthor_of(practice, pk)
    except NotFound:
        return redirect("resources:coauthors", slug=slug)
    services.remove_coauthor(coauthor=coauthor, by=request.user)
    messages.success(request, _("%(name)s is no longer an author.") % {"name": coauthor.person.name})
    return redirect("resources:coauthors", slug=slug)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.answer_invitation")
def write_along(request: HttpRequest, slug: str) -> HttpResponse:
    """What one would be named for: yes, no, or no longer; a second press finds it answered."""
    coauthor = get_own_invitation_for(request.user, slug, or_answered=request.method == "POST")
    if request.method == "GET":
        context = {"coauthor": coauthor, "practice": coauthor.practice.latest}
        return render(request, "resources/coauthors/answer.html", context)
    agrees = request.POST.get("answer") == "yes"
    if services.answer_invitation(coauthor=coauthor, by=request.user, agrees=agrees).has_agreed:
        messages.success(request, _("Thank you! You are named as an author and can write along."))
        return redirect("resources:edit", slug=slug)
    messages.success(request, _("Your answer is kept. You are not named."))
    return redirect("resources:own")
