from datetime import time
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from accounts.models import User
from core.access import guarded
from core.api import page_of, paginate, problems
from core.errors import InvalidInput
from networks import services
from networks.action_policies import actions_in, get_action_for
from networks.models import Meeting, Outcome
from networks.policies import get_meeting_at_home, get_meeting_to_run, get_space_for
from networks.schemas.papers import (
    ActionOut,
    ActionQuery,
    AgendaIn,
    AgendaOut,
    MeetingReportIn,
    MeetingReportOut,
    OutcomeIn,
)
from networks.schemas.types import RowId

router = Router(tags=["networks"])
ACTION = "networks.action_policies.get_action_for"


@router.get("/meetings/{pk}/agenda", response={200: AgendaOut, **problems(403, 404)})
@guarded("networks.see_space")
def show_agenda(request: HttpRequest, pk: RowId) -> Meeting:
    """What people prepare, and the parts of the meeting in the order of the clock."""
    return get_meeting_at_home(request.user, pk)


@router.put("/meetings/{pk}/agenda", response={200: AgendaOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def write_agenda(request: HttpRequest, pk: RowId, body: AgendaIn) -> Meeting:
    """Write preparation and agenda as a whole: parts that are left out go. Who takes part is told quietly."""
    meeting = get_meeting_to_run(request.user, pk)
    items = [it.dict() | {"starts": time.fromisoformat(it.starts) if it.starts else None} for it in body.items]
    return services.write_agenda(
        meeting=meeting, by=request.user, preparation=body.preparation, items=items, version=body.version
    )


@router.get("/meetings/{pk}/report", response={200: MeetingReportOut, **problems(403, 404)})
@guarded("networks.see_space")
def show_report(request: HttpRequest, pk: RowId) -> Meeting:
    """The report, the decisions and the actions."""
    return get_meeting_at_home(request.user, pk)


@router.put("/meetings/{pk}/report", response={200: MeetingReportOut, **problems(403, 404, 409)})
@guarded("networks.facilitate")
def write_report(request: HttpRequest, pk: RowId, body: MeetingReportIn) -> Meeting:
    """Write report and outcomes as a whole: those that are left out go. An action may be given to a person, who hears
    of it; the others are told quietly.
    """
    meeting = get_meeting_to_run(request.user, pk)
    outcomes = _with_people(body.outcomes)
    return services.write_report(
        meeting=meeting, by=request.user, report=body.report, outcomes=outcomes, version=body.version
    )


@router.get("/networks/{slug}/actions", response={200: page_of(ActionOut), **problems(403, 404)})
@guarded("networks.see_space")
def list_actions(request: HttpRequest, slug: str, query: Query[ActionQuery]) -> Any:
    """The actions of all meetings, the open ones first, in the order of their days."""
    found = actions_in(get_space_for(request.user, slug))
    if query.mine:
        found = found.filter(person=request.user)
    return paginate(found if query.done is None else found.filter(done_at__isnull=not query.done), query)


@router.put("/actions/{pk}/done", response={200: ActionOut, **problems(403, 404, 409)})
@guarded(ACTION)
def finish_action(request: HttpRequest, pk: RowId) -> Outcome:
    """Your action is done, or one in a network that you facilitate; saying so twice changes nothing."""
    return services.finish_action(action=get_action_for(request.user, pk), by=request.user)


@router.delete("/actions/{pk}/done", response={204: None, **problems(403, 404, 409)})
@guarded(ACTION)
def reopen_action(request: HttpRequest, pk: RowId) -> Status:
    """It is not done after all."""
    services.reopen_action(action=get_action_for(request.user, pk), by=request.user)
    return Status(204, None)


def _with_people(outcomes: list[OutcomeIn]) -> list[dict[str, Any]]:
    """With the people themselves; whether they belong to the network the service checks."""
    people = User.objects.in_bulk([it.person for it in outcomes if it.person])
    unknown = [number for number, it in enumerate(outcomes) if it.person and it.person not in people]
    if unknown:
        sentence = _("Choose somebody of this network.")
        raise InvalidInput(errors={f"outcomes.{number}.person": [sentence] for number in unknown})
    return [it.dict() | {"person": people.get(it.person or 0)} for it in outcomes]
