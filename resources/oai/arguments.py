"""Reading what a harvester asks, and the token by which it goes on. Texts are English, as the protocol's are."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core import signing
from django.http import QueryDict

from resources.oai.errors import ProtocolError
from resources.oai.records import Selection
from resources.oai.xml import UNFIT

LIST = {"from", "until", "set", "metadataPrefix", "resumptionToken"}
# Per verb: what it needs, and what it may have.
VERBS: dict[str, tuple[set[str], set[str]]] = {
    "Identify": (set(), set()),
    "ListMetadataFormats": (set(), {"identifier"}),
    "ListSets": (set(), {"resumptionToken"}),
    "ListIdentifiers": ({"metadataPrefix"}, LIST),
    "ListRecords": ({"metadataPrefix"}, LIST),
    "GetRecord": ({"identifier", "metadataPrefix"}, {"identifier", "metadataPrefix"}),
}
DAY, SECOND = "%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"
LENGTHS = {10: DAY, 20: SECOND}
SALT = "resources.oai"


@dataclass(frozen=True)
class Asked:
    verb: str
    given: dict[str, str]


@dataclass(frozen=True)
class Going:
    """Where a list goes on: after this record, so many having been sent."""

    selection: Selection
    cursor: tuple[datetime, int] | None = None
    sent: int = 0


def read(query: QueryDict) -> Asked:
    """The verb and its arguments. Raises ProtocolError: badVerb, badArgument."""
    verbs = query.getlist("verb")
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise ProtocolError("badVerb", "Give exactly one verb that the protocol knows.")
    needed, allowed = VERBS[verbs[0]]
    given = {name: values for name, values in query.lists() if name != "verb"}
    if wrong := sorted(name for name, values in given.items() if name not in allowed or len(values) != 1):
        raise ProtocolError("badArgument", f"Unknown, or given more than once: {', '.join(wrong)}.")
    if any(UNFIT.search(value) for values in given.values() for value in values):
        raise ProtocolError("badArgument", "An argument holds characters that XML cannot hold.")
    if "resumptionToken" in given:
        if len(given) > 1:
            raise ProtocolError("badArgument", "A resumptionToken stands alone.")
    elif missing := sorted(needed - given.keys()):
        raise ProtocolError("badArgument", f"Missing: {', '.join(missing)}.")
    return Asked(verbs[0], {name: values[0] for name, values in given.items()})


def selection_of(given: dict[str, str]) -> Selection:
    """Raises ProtocolError: badArgument."""
    since, until = given.get("from"), given.get("until")
    if since and until and len(since) != len(until):
        raise ProtocolError("badArgument", "from and until differ in granularity.")
    selection = Selection(
        prefix=given["metadataPrefix"],
        set_spec=given.get("set", ""),
        since=_moment(since) if since else None,
        until=_end_of(until) if until else None,
    )
    if selection.since and selection.until and selection.since >= selection.until:
        raise ProtocolError("badArgument", "from is later than until.")
    return selection


def token_of(going: Going) -> str:
    """What a harvester sends to get the rest."""
    selection, cursor = going.selection, going.cursor
    assert cursor
    facts = [
        *(selection.prefix, selection.set_spec, _iso(selection.since), _iso(selection.until)),
        *(_iso(cursor[0]), cursor[1], going.sent),
    ]
    return signing.dumps(facts, salt=SALT, compress=True)


def going_on(token: str) -> Going:
    """Raises ProtocolError: badResumptionToken."""
    try:
        prefix, set_spec, since, until, moment, pk, sent = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise ProtocolError("badResumptionToken", "This token is not one of ours.") from error
    selection = Selection(prefix, set_spec, _of_iso(since), _of_iso(until))
    return Going(selection, (datetime.fromisoformat(moment), pk), sent)


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, LENGTHS[len(text)]).replace(tzinfo=UTC)
    except (KeyError, ValueError) as error:
        raise ProtocolError("badArgument", "Dates are YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.") from error


def _end_of(text: str) -> datetime | None:
    """Until includes the whole day, or the whole second; the last one that there is has no end."""
    try:
        return _moment(text) + (timedelta(days=1) if len(text) == 10 else timedelta(seconds=1))
    except OverflowError:
        return None


def _iso(moment: Any) -> str:
    return moment.isoformat() if moment else ""


def _of_iso(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
