"""Another name or purpose for a small group, and closing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.groups import services
from community.groups.forms import GroupForm
from community.groups.policies import get_group_to_change
from community.views.common import room_page
from core.access import guarded, signed_in
from networks.views.forms import status_of, stored


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.change_group")
def change(request: HttpRequest, slug: str, group_id: int) -> HttpResponse:
    group = get_group_to_change(request.user, slug, group_id)
    form = GroupForm(request.POST or None, initial={"name": group.name, "purpose": group.purpose})
    if form.is_valid() and stored(
        form, lambda: services.change_group(group=group, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("Stored."))
        return redirect(group)
    return room_page(
        request, "community/groups/change.html", group.network, group=group, form=form, status=status_of(form)
    )


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.lead_group")
def close(request: HttpRequest, slug: str, group_id: int) -> HttpResponse:
    """Close a group, or open a closed one again."""
    group = get_group_to_change(request.user, slug, group_id, "community.lead_group")
    if request.method == "POST" and request.POST.get("on") == "1":
        services.close_group(group=group, by=request.user)
        messages.success(request, _("The group is closed. Its members can still read it."))
        return redirect(group)
    if request.method == "POST":
        services.reopen_group(group=group, by=request.user)
        messages.success(request, _("The group is open again."))
        return redirect(group)
    return room_page(request, "community/groups/close.html", group.network, group=group)
