"""What the first page of the workplace tells of the networks."""

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from core.clock import day_and_clock
from core.workplace.panels import SOME, Line, ListPanel
from networks.models import Enrolment, Meeting, Network, Status
from networks.policies import facilitated_by, overseen_by
from networks.workplace.networks import places


class SignUpsPanel(ListPanel):
    """Sign-ups that this person may decide upon, the longest waiting first."""

    name, icon, order = "sign-ups", "user", 20
    heading = _("Sign-ups to decide on")
    more_label = _("All sign-ups")

    def lines(self) -> Iterable[Line]:
        waiting = Enrolment.objects.requested().filter(network__in=facilitated_by(self.request.user))
        for it in waiting.select_related("person", "network").order_by("created_at", "pk")[:SOME]:
            url = reverse("networks:request", args=[it.network.slug, it.pk])
            yield Line(it.person.name, url, it.network.title, date_format(localtime(it.created_at), "j M"))

    @property
    def more_url(self) -> str:
        return f"{reverse('wagtailsnippets_networks_enrolment:list')}?state=requested"


class MeetingsPanel(ListPanel):
    """Meetings of the next seven days."""

    name, icon, order = "meetings", "date", 30
    heading = _("Meetings this week")
    empty = _("No meetings in the next seven days.")

    def lines(self) -> Iterable[Line]:
        soon = timezone.now() + timedelta(days=7)
        user = self.request.user
        networks = Network.objects.all() if user.has_perm("networks.view_network") else overseen_by(user)
        meetings = Meeting.objects.upcoming().filter(starts_at__lte=soon, series__network__in=networks)
        for it in meetings.select_related("series__network").order_by("starts_at", "pk")[:SOME]:
            url = it.url if user.has_perm("networks.view_enrolment") else ""
            when = day_and_clock(it.starts_at, "D j M")
            note = f"{it.name} – {it.place}" if it.place else it.name
            yield Line(it.series.network.title, url, note, when)


class NearlyFullPanel(ListPanel):
    """Networks open for sign-up with few places left, or none."""

    name, icon, order = "nearly-full", "group", 40
    heading = _("Networks nearly full")
    empty = _("No network is nearly full.")

    def lines(self) -> Iterable[Line]:
        user = self.request.user
        networks = Network.objects.all() if user.has_perm("networks.view_network") else overseen_by(user)
        narrow = networks.exclude(places=None).with_places_taken().order_by("title", "pk")
        tight = [it for it in narrow if it.status in {Status.LAST_PLACES, Status.FULL}]
        for it in sorted(tight, key=lambda it: it.places_left or 0)[:SOME]:
            yield Line(it.title, self.address_of(it), places(it), it.status.label)

    def address_of(self, network: Network) -> str:
        """Where this person can do something about it, if anywhere."""
        if self.request.user.has_perm("networks.change_network"):
            return reverse("wagtailsnippets_networks_network:edit", args=[network.pk])
        return network.cockpit_url if self.request.user.has_perm("networks.facilitate", network) else ""


PANELS = (SignUpsPanel, MeetingsPanel, NearlyFullPanel)
