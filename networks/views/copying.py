"""A network as the start of the next one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.access import signed_in
from networks import services
from networks.forms.copying import CopyForm
from networks.models import Network
from networks.policies import get_network_to_copy
from networks.views.forms import status_of, stored


@require_http_methods(["GET", "POST"])
@signed_in
def copy_network(request: HttpRequest, slug: str) -> HttpResponse:
    """First the days of the new series are shown, then the network is made."""
    network = get_network_to_copy(request.user, slug)
    form = CopyForm(request.POST or None, network=network)
    valid, made = form.is_valid(), list[Network]()
    if (
        valid
        and "make" in request.POST
        and stored(form, lambda: made.append(services.copy_network(network=network, by=request.user, **form.facts)))
    ):
        messages.success(request, _("The new network is made. Publish its announcement when it is ready."))
        return redirect(
            made[0].cockpit_url if request.user.has_perm("networks.facilitate", made[0]) else network.space_url
        )
    context = {
        "network": network,
        "room": "cockpit",
        "form": form,
        "rhythm": form.rhythm() if valid else None,
        "answers": [(name, request.POST.get(name, "")) for name in form.fields],
    }
    return render(request, "networks/copy.html", context, status=status_of(form))
