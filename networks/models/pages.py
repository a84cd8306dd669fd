from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from core.access import guarded, public
from core.structured_data import address
from networks.models.networks import Network

# What an editor reads below each part; an empty part is left out of the page.
ADVICE = {
    "what": _("The subject, and what people do together."),
    "for_whom": _("The schools and the roles that the network is meant for."),
    "when": "",
    "where": _("Also when it is still to be decided with the participants."),
    "gains": _("What a participant takes home."),
    "asks": _("Time, a learning question, sharing what works."),
    "cost": _("Say so when it is free."),
    "contact": _("Who answers questions, beside the contact address of the network."),
}
RICH = ["bold", "italic", "ul", "ol", "link", "h3"]


class WithAnnouncements(Page):
    """Whom the workplace lets change these pages: see the policies."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> Any:
        from networks.policies import AnnouncementPermissions

        return AnnouncementPermissions(user, self)


class NetworkIndexPage(WithAnnouncements):
    """All announced networks, narrowed by status, places, theme and sector (networks.browsing)."""

    intro = models.TextField(_("introduction"), blank=True)

    visitors_parameters = ("status", "places", "theme", "sector", "sort")
    subpage_types = ["networks.NetworkPage"]
    max_count_per_parent = 1
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro", help_text=_("Above the list of networks, in one or two sentences.")),
    ]

    class Meta:
        verbose_name = _("overview of networks")
        verbose_name_plural = _("overviews of networks")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from networks.browsing import Overview

        networks = Network.objects.visible_to(request.user).filter(pages__live=True).distinct().with_facts()
        overview = Overview.of(networks, request.GET)
        return super().get_context(request, *args, **kwargs) | {"overview": overview}

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """htmx gets the results only."""
        return "networks/overview_results.html" if _wants_part(request) else "networks/network_index_page.html"

    @public
    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: TemplateResponse = super().serve(request, *args, **kwargs)
        if _wants_part(request):
            overview = (response.context_data or {})["overview"]
            response["HX-Push-Url"] = request.path + overview.query().rstrip("?")
        patch_vary_headers(response, ("HX-Request", "HX-History-Restore-Request"))
        return response


def _wants_part(request: HttpRequest) -> bool:
    htmx: Any = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.history_restore_request


class NetworkPage(WithAnnouncements):
    """The announcement of one network, in one language (DOMAIN.md 1)."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="pages", verbose_name=_("network"))
    intro = models.TextField(_("introduction"), help_text=_("One or two sentences, also shown in the overview."))
    what = RichTextField(_("what"), features=RICH, blank=True)
    for_whom = RichTextField(_("for whom"), features=RICH, blank=True)
    when = RichTextField(
        _("when"), features=RICH, blank=True, help_text=_("The meetings themselves are listed below it.")
    )
    where = RichTextField(_("where"), features=RICH, blank=True)
    gains = RichTextField(_("what you get"), features=RICH, blank=True)
    asks = RichTextField(_("what we ask"), features=RICH, blank=True)
    cost = RichTextField(_("cost"), features=RICH, blank=True)
    contact = RichTextField(_("contact"), features=RICH, blank=True)

    visitors_parameters = ()
    parent_page_types = ["networks.NetworkIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *Page.content_panels,
        FieldPanel("network", help_text=_("Status, meetings and places come from the network by themselves.")),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel(name, help_text=text) for name, text in ADVICE.items()],
            heading=_("Announcement page"),
        ),
    ]

    class Meta:
        verbose_name = _("announcement of a network")
        verbose_name_plural = _("announcements of networks")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if self.network_id:
            self.slug = self.network.slug  # one address for the page and for what lies below it
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.network_id and self._other_announcement().exists():
            raise ValidationError({"network": _("This network has an announcement in this language already.")})

    def _other_announcement(self) -> models.QuerySet["NetworkPage"]:
        return NetworkPage.objects.filter(network=self.network_id, locale=self.locale_id).exclude(pk=self.pk)

    @property
    def sections(self) -> list[tuple[str, Any, str]]:
        """Key, heading and text of each part with something to show; the meetings belong to “when”."""
        network = self.network
        shown_anyway = {"when"} if not network.is_archived or network.meetings else set()
        shown_anyway |= {"contact"} if network.contact_email else set()
        names = ("what", "for_whom", "when", "where", "gains", "asks", "cost", "contact")
        fields = [(name, HEADINGS[name], getattr(self, name)) for name in names]
        return [(name, heading, text) for name, heading, text in fields if text or name in shown_anyway]

    @guarded("networks.visible_to")
    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from networks.policies import get_network_for

        self.network = get_network_for(request.user, self.network.slug)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from networks.announcing import parts_of, shown_facilitators, steps_after_sign_up
        from networks.signing_up import awaited_in, standing_of

        network = Network.objects.with_facts().get(pk=self.network_id)
        standing = standing_of(request.user, network)
        return super().get_context(request, *args, **kwargs) | {
            "network": network,
            "standing": standing,
            "awaited": awaited_in(network),
            "facilitators": shown_facilitators(network),
            "steps": [] if standing.state else steps_after_sign_up(network),
            "parts": parts_of(network),
            "address": address(self.url or ""),
        }

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return [] if self.network.hidden else super().get_sitemap_urls(request)


HEADINGS = {
    "what": _("What is it?"),
    "for_whom": _("For whom?"),
    "when": _("When?"),
    "where": _("Where?"),
    "gains": _("What do you get?"),
    "asks": _("What do we ask of you?"),
    "cost": _("What does it cost?"),
    "contact": _("Contact"),
}
