from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from core.access import signed_in
from core.errors import DomainError
from networks import services
from networks.errors import AlreadyDecided, AlreadyEnrolled
from networks.forms.enrolments import EnrolmentForm
from networks.models import Enrolment
from networks.policies import enrolment_of, get_network_for

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
        return render(request, "networks/enrolled.html", {"network": network, "enrolment": own})
    form = EnrolmentForm(request.POST or None, person=request.user)
    if not own and form.is_valid():
        try:
            own = services.enrol(network=network, person=request.user, **form.answers)
        except AlreadyEnrolled:
            own = enrolment_of(request.user, network)
        except DomainError as error:
            form.add_error(None, str(error))
    if own:
        messages.success(request, THANKS[Enrolment.State(own.state)])
        return redirect(network.space_url if own.state == Enrolment.State.ACCEPTED else network.enrol_url)
    status = 422 if form.is_bound else 200
    return render(request, "networks/enrolment_form.html", {"network": network, "form": form}, status=status)


@require_http_methods(["GET", "POST"])
@signed_in
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks before the place is given up."""
    network = get_network_for(request.user, slug)
    own = enrolment_of(request.user, network)
    if own and request.method == "GET":
        return render(request, "networks/withdraw.html", {"network": network, "enrolment": own})
    if own:
        try:
            services.withdraw(enrolment=own)
        except AlreadyDecided:
            own = None
    messages.success(request, _("You are no longer signed up for this network."))
    return redirect("home:dashboard" if network.hidden else network.get_absolute_url())
