import uuid
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Status
from ninja.decorators import decorate_view

from core.access import guarded
from core.api import PageQuery, idempotent, page_of, paginate, problems
from core.spreadsheets import Format
from networks import services
from networks.attention import signals_of
from networks.exports import EXPORTS
from networks.logbook import sentence, who
from networks.models import Enrolment, LogEntry
from networks.policies import get_cockpit_for
from networks.rounds import cockpit_round
from networks.schemas.cockpit import ExportOut, LogLineOut, LogQuery, MemberMessageIn, MemberMessageOut, SignalOut

router = Router(tags=["networks"])


@router.get("/networks/{slug}/signals", response={200: page_of(SignalOut), **problems(403, 404)})
@guarded("networks.facilitate")
def list_signals(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """What asks your attention, the urgent first, each with how we know; nothing once the network is closed."""
    network = get_cockpit_for(request.user, slug)
    return paginate([] if network.is_archived else signals_of(cockpit_round(network)[0]), page)


@router.get("/networks/{slug}/log", response={200: page_of(LogLineOut), **problems(403, 404)})
@guarded("networks.facilitate")
def show_log(request: HttpRequest, slug: str, query: Query[LogQuery]) -> Any:
    """Who did what and when, the newest first."""
    found = LogEntry.objects.filter(network=get_cockpit_for(request.user, slug)).select_related("by", "about")
    answer = paginate(found if query.subject is None else found.filter(subject=query.subject), query)
    return answer | {"items": [_line(it) for it in answer["items"]]}


@router.get("/networks/{slug}/exports", response={200: page_of(ExportOut), **problems(403, 404)})
@guarded("networks.facilitate")
def list_exports(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """The tables for a spreadsheet program, with the address of the page that makes them."""
    url = reverse("networks:export", args=[get_cockpit_for(request.user, slug).slug])
    facts = {"formats": Format.values, "url": url}
    tables = [{"name": it.name, "title": str(it.title), "holds": str(it.holds)} | facts for it in EXPORTS.values()]
    return paginate(tables, page)


@router.get("/networks/{slug}/messages", response={200: page_of(MemberMessageOut), **problems(403, 404)})
@guarded("networks.facilitate")
def list_messages(request: HttpRequest, slug: str, page: Query[PageQuery]) -> Any:
    """What facilitators wrote to participants, the newest first."""
    network = get_cockpit_for(request.user, slug)
    return paginate(network.messages.select_related("author").prefetch_related("recipients"), page)


@router.post("/networks/{slug}/messages", response={201: MemberMessageOut, **problems(403, 404, 409)})
@decorate_view(idempotent)
@guarded("networks.facilitate")
def write_to_members(request: HttpRequest, slug: str, body: MemberMessageIn) -> Status:
    """Write to these participants, each in the inbox and by mail; who no longer takes part is left out."""
    network = get_cockpit_for(request.user, slug)
    people = Enrolment.objects.accepted().filter(network=network, pk__in=body.members)
    message = services.write_to_members(
        network=network,
        by=request.user,
        members=set(people.values_list("person", flat=True)),
        key=uuid.uuid4(),  # what is sent twice the Idempotency-Key answers
        **body.dict(exclude={"members"}),
    )
    return Status(201, message)


def _line(entry: LogEntry) -> dict[str, Any]:
    return {"at": entry.at, "subject": entry.subject, "who": who(entry), "text": sentence(entry)}
