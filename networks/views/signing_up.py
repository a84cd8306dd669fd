from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from core.access import signed_in
from core.errors import DomainError, NotFound
from networks import services
from networks.errors import AlreadyDecided, AlreadyEnrolled, NothingAwaited, OfferEnded
from networks.forms.enrolments import EnrolmentForm, SignUpMessageForm
from networks.models import Enrolment
from networks.policies import enrolment_of, get_network_for
from networks.services.archiving import require_open

THANKS = {
    Enrolment.State.REQUESTED: gettext_lazy("Thank you for signing up. The facilitator decides, and you hear from us."),
    Enrolment.State.WAITING: gettext_lazy(
        "You are on the waiting list. You hear from us as soon as a place comes free."
    ),
    Enrolment.State.ACCEPTED: gettext_lazy("Welcome! You take part in this network."),
}


@require_http_methods(["GET", "POST"])
@signed_in
def enrol(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign up; somebody who did sees here how it stands."""
    network = get_network_for(request.user, slug)
    own = enrolment_of(request.user, network)
    if own and request.method == "GET":
        return _enrolled(request, own, SignUpMessageForm())
    form = EnrolmentForm(request.POST or None, person=request.user, network=network)
    if not own and form.is_valid():
        try:
            own = services.enrol(network=network, person=request.user, **form.answers)
        except AlreadyEnrolled:
            own = enrolment_of(request.user, network)
        except DomainError as error:
            form.refuse(error)
    if own:
        messages.success(request, THANKS[Enrolment.State(own.state)])
        return redirect(network.space_url if own.state == Enrolment.State.ACCEPTED else network.enrol_url)
    status = 422 if form.is_bound else 200
    before = Enrolment.objects.filter(network=network, person=request.user).order_by("pk").last()
    declined = before if before and before.state == Enrolment.State.DECLINED else None
    context = {"network": network, "form": form, "declined": declined}
    return render(request, "networks/enrolment_form.html", context, status=status)


@require_POST
@signed_in
def write_about_sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer what a facilitator asks about the own sign-up, or tell something more."""
    own = _own_enrolment(request, slug)
    form = SignUpMessageForm(request.POST)
    if not form.is_valid():
        return _enrolled(request, own, form, status=422)
    services.write_about_sign_up(enrolment=own, author=request.user, **form.cleaned_data)
    messages.success(request, _("Your message was sent."))
    return redirect(own.network.enrol_url)


@require_POST
@signed_in
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep the place that came free."""
    network = get_network_for(request.user, slug)
    try:
        own = services.confirm_place(enrolment=_own_enrolment(request, slug))
    except (NotFound, OfferEnded):
        messages.error(request, OfferEnded.message)
        return redirect("home:dashboard" if network.hidden else network.get_absolute_url())
    if own.state != Enrolment.State.ACCEPTED:
        messages.success(request, _("Thank you. The facilitator now looks at your sign-up and decides."))
        return redirect(network.enrol_url)
    messages.success(request, _("Thank you, the place is yours."))
    return redirect(network.space_url)


def _own_enrolment(request: HttpRequest, slug: str) -> Enrolment:
    own = enrolment_of(request.user, get_network_for(request.user, slug))
    if own is None:
        raise NotFound
    return own


def _enrolled(request: HttpRequest, own: Enrolment, form: SignUpMessageForm, status: int = 200) -> HttpResponse:
    context = {
        "network": own.network,
        "enrolment": own,
        "form": form,
        "answers": own.answers.select_related("question"),
        "talk": own.messages.select_related("author"),
    }
    return render(request, "networks/enrolled.html", context, status=status)


@require_http_methods(["GET", "POST"])
@signed_in
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks before the place is given up."""
    network = get_network_for(request.user, slug)
    own = enrolment_of(request.user, network)
    if own:
        require_open(network)
    if own and request.method == "GET":
        return render(request, "networks/withdraw.html", {"network": network, "enrolment": own})
    if own:
        try:
            services.withdraw(enrolment=own)
        except AlreadyDecided:
            own = None
    messages.success(request, _("You are no longer signed up for this network."))
    return redirect("home:dashboard" if network.hidden else network.get_absolute_url())


@require_POST
@signed_in
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Hear once when one can sign up or the first date is known (`follow`), or no longer."""
    network = get_network_for(request.user, slug)
    if not request.POST.get("follow"):
        services.unfollow_network(network=network, person=request.user)
        messages.success(request, _("You get no message about it any more."))
        return redirect(network)
    try:
        services.follow_network(network=network, person=request.user)
    except NothingAwaited as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("We tell you as soon as we know more."))
    return redirect(network)
