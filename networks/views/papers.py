"""What is written before and after a meeting, and the actions that come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from core.access import signed_in
from core.errors import DomainError
from core.parts import part, wants_part
from networks import services
from networks.action_policies import actions_in, get_action_in
from networks.forms.papers import AgendaFormSet, OutcomeFormSet, PreparationForm, ReportForm, RowsFormSet
from networks.models import Meeting, Network, Outcome
from networks.policies import get_cockpit_to_change, get_meeting_in, get_space_for, people_of
from networks.views.forms import with_version

NEWER = "networks/meetings/newer_"
# On the page of all meetings: what is open, and what came of each meeting. Each list names the other.
LISTS = {"actions": "series", "series": "actions"}


@dataclass
class Paper:
    """A text with rows below it. row: what one of them is called; store: writes both; version: the field of the meeting
    that counts its changes."""

    title: str
    row: str
    newer_template: str
    form: Any
    rows: RowsFormSet
    version: str
    store: Callable[[], Meeting]

    def is_stored(self) -> bool:
        """Writes it; what cannot be is said at its field."""
        if not (self.form.is_valid() & self.rows.is_valid()):
            return False
        try:
            self.store()
        except DomainError as error:
            self._say(error)
            return False
        return True

    def _say(self, error: DomainError) -> None:
        of_rows = {name: said for name, said in error.errors.items() if "." in name}
        self.rows.say(of_rows)
        for name, said in error.errors.items():
            if name not in of_rows:
                self.form.add_error(name if name in self.form.fields else None, said)
        if not error.errors:
            self.form.add_error(None, str(error))

    @property
    def has_errors(self) -> bool:
        wrong = self.form.errors or self.rows.non_form_errors() or any(row.errors for row in self.rows)
        return self.form.is_bound and bool(wrong)

    def newer(self, meeting: Meeting) -> Meeting | None:
        """The meeting with what another window stored meanwhile; storing once more then takes its place."""
        if not self.form.is_bound:
            return None
        now: Meeting = Meeting.objects.with_network().get(pk=meeting.pk)
        number = getattr(now, self.version)
        if self.form.data.get("version", "") in {"", str(number)}:
            return None
        with_version(self.form, number)
        return now


@require_http_methods(["GET", "POST"])
@signed_in
def agenda(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What people prepare, and the parts of the meeting with their speakers."""
    network, meeting = _meeting(request, slug, pk)
    there = list(meeting.agenda.values("id", "starts", "title", "speaker", "note"))
    form = PreparationForm(request.POST or None, instance=meeting, initial={"version": meeting.agenda_version})
    rows = AgendaFormSet(request.POST or None, prefix="agenda", initial=there)

    def store() -> Meeting:
        items = rows.facts([it["id"] for it in there])
        return services.write_agenda(meeting=meeting, by=request.user, items=items, **form.cleaned_data)

    title, row = _("Agenda and preparation"), _("Agenda item")
    paper = Paper(title, row, NEWER + "agenda.html", form, rows, "agenda_version", store)
    return _page(request, network, meeting, paper)


@require_http_methods(["GET", "POST"])
@signed_in
def meeting_report(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The report, the decisions and the actions."""
    network, meeting = _meeting(request, slug, pk)
    there = list(meeting.outcomes.values("id", "kind", "text", "person", "who", "due_on"))
    people = _to_give_to(network, [it["person"] for it in there])
    form = ReportForm(request.POST or None, instance=meeting, initial={"version": meeting.report_version})
    rows = OutcomeFormSet(request.POST or None, prefix="outcomes", initial=there, form_kwargs={"people": people})

    def store() -> Meeting:
        outcomes = rows.facts([it["id"] for it in there])
        return services.write_report(meeting=meeting, by=request.user, outcomes=outcomes, **form.cleaned_data)

    title, row = _("Report, decisions and actions"), _("Decision or action")
    paper = Paper(title, row, NEWER + "report.html", form, rows, "report_version", store)
    return _page(request, network, meeting, paper)


@require_POST
@signed_in
def finish_action(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The action is done."""
    action = services.finish_action(action=_action(request, slug, pk), by=request.user)
    said = _("Done: “%(action)s”. Not after all? Take it back at the action.") % {"action": action}
    return _back(request, action, said)


@require_POST
@signed_in
def reopen_action(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The action is not done after all."""
    action = services.reopen_action(action=_action(request, slug, pk), by=request.user)
    return _back(request, action, _("“%(action)s” is open again.") % {"action": action})


def _page(request: HttpRequest, network: Network, meeting: Meeting, paper: Paper) -> HttpResponse:
    if request.method == "POST" and paper.is_stored():
        messages.success(request, _("Stored."))
        return redirect("networks:meeting", network.slug, meeting.pk)
    context = {
        "network": network,
        "room": "cockpit",
        "meeting": meeting,
        "paper": paper,
        "form": paper.form,
        "formset": paper.rows,
        "newer": paper.newer(meeting),
        "newer_template": paper.newer_template,
    }
    return render(request, "networks/meetings/parts.html", context, status=422 if paper.has_errors else 200)


def _meeting(request: HttpRequest, slug: str, pk: int) -> tuple[Network, Meeting]:
    network = get_cockpit_to_change(request.user, slug)
    return network, get_meeting_in(network, pk)


def _action(request: HttpRequest, slug: str, pk: int) -> Outcome:
    return get_action_in(get_space_for(request.user, slug), request.user, pk)


def _to_give_to(network: Network, also: list[int | None]) -> dict[int, User]:
    """The people of the network by name, and who got something before leaving it."""
    people = people_of(network) | User.objects.filter(pk__in=[pk for pk in also if pk])
    return {it.pk: it for it in people.distinct().order_by("last_name", "first_name", "pk")}


def _back(request: HttpRequest, action: Outcome, said: str) -> HttpResponse:
    """To the list that the person came from, at the place of the action; htmx gets the action alone."""
    network, came_from = action.meeting.series.network, request.POST.get("from", "")
    came_from = came_from if came_from in LISTS else ""
    if wants_part(request):
        return _shown(request, network, action, came_from, said)
    messages.success(request, said)
    return redirect(f"{network.meetings_url}#actions" if came_from else action.url)


def _shown(request: HttpRequest, network: Network, action: Outcome, came_from: str, said: str) -> HttpResponse:
    context = {
        "network": network,
        "outcome": action,
        "from": came_from,
        "other": LISTS.get(came_from, ""),
        "facilitates": request.user.has_perm("networks.facilitate", network),
        "open_actions": actions_in(network).open().count() if came_from else None,
    }
    return part(request, "networks/meetings/outcome_anew.html", context, said=said)
