"""Where editors keep networks, their meetings and the themes."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import DeleteView, SnippetViewSet, SnippetViewSetGroup

from core.access import guarded
from networks import services
from networks.admin_forms import NetworkForm, SeriesForm
from networks.models import Network, Series, Theme


class CarefulDeleteView(DeleteView):
    """What others depend on stays, and the editor reads why."""

    @guarded("the right to delete, which Wagtail asks")
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().dispatch(request, *args, **kwargs)
        except ProtectedError:
            messages.error(request, _("This is in use, with sign-ups or recorded attendance, and stays."))
            return redirect(self.index_url_name)


class NetworkViewSet(SnippetViewSet):
    model = Network
    delete_view_class = CarefulDeleteView
    icon = "group"
    menu_label = _("Networks")
    list_display = ["title", "status", "places", "hidden"]
    search_fields = ["title"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            MultiFieldPanel([FieldPanel("themes"), FieldPanel("sectors")], heading=_("About")),
            MultiFieldPanel([FieldPanel("facilitators"), FieldPanel("contact_email")], heading=_("People")),
            MultiFieldPanel(
                [
                    FieldPanel(name)
                    for name in ("places", "last_places_threshold", "waiting_list", "approval", "opens_at", "closes_at")
                ],
                heading=_("Sign-up"),
            ),
            MultiFieldPanel([FieldPanel("start_unknown"), FieldPanel("hidden")], heading=_("Announcement page")),
        ],
        base_form_class=NetworkForm,
    )


class SeriesViewSet(SnippetViewSet):
    model = Series
    icon = "date"
    menu_label = _("Meetings")
    list_display = ["title", "network"]
    list_filter = ["network"]
    delete_view_class = CarefulDeleteView
    edit_handler = ObjectList(
        [
            FieldPanel("network"),
            FieldPanel("title"),
            InlinePanel(
                "meetings",
                panels=[
                    FieldPanel(name)
                    for name in (
                        "number",
                        "title",
                        "starts_at",
                        "ends_at",
                        "place",
                        "address",
                        "online_url",
                        "state",
                        "cancel_reason",
                    )
                ],
                label=_("Meeting"),
            ),
        ],
        base_form_class=SeriesForm,
    )


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    list_display = ["name", "name_en", "ordering"]
    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("slug"), FieldPanel("ordering")]


class NetworkGroup(SnippetViewSetGroup):
    items = (NetworkViewSet, SeriesViewSet, ThemeViewSet)
    menu_label = _("Learning networks")
    menu_icon = "group"
    menu_order = 150


register_snippet(NetworkGroup)


@hooks.register("after_edit_snippet")
def give_added_places(request: HttpRequest, instance: Any) -> None:
    """An editor who adds places gives them to the waiting list."""
    if isinstance(instance, Network):
        services.move_up(network=instance)
