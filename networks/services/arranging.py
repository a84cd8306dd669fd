"""What a facilitator arranges with a participant about an obligation, and telling people when one changes."""

from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import User
from core.doors import found_in
from core.errors import InvalidInput
from core.texts import checked_text
from networks.errors import NotTakingPart
from networks.models import Agreement, Arrangement, Enrolment, Meeting, Network, ObligationState
from networks.news import obligations as news
from networks.obligations import Obligation, State, ledger
from networks.services.archiving import require_open
from networks.services.log import note

TELLING = {State.DONE, State.UNATTAINABLE}


@transaction.atomic
def arrange(
    *, enrolment: Enrolment, kind: str, by: User, text: str = "", meeting: Meeting | None = None, met: bool = False
) -> Arrangement:
    """Note how the participant makes up for something, or, with `met`, that it is done; noting it again replaces it.

    kind: of the obligation. meeting: the one that was missed; being there needs it. Raises NotTakingPart, InvalidInput,
    InvalidInput.
    """
    text = checked_text("text", text, needed=not met)
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    enrolment.refresh_from_db(fields=["state"])
    require_open(enrolment.network)
    if enrolment.state != Enrolment.State.ACCEPTED:
        raise NotTakingPart
    known = {it.kind for it in ledger([enrolment])[enrolment.pk]}
    fits = meeting is None or meeting.series.network_id == enrolment.network_id
    if kind not in known or not fits or (kind == Agreement.Kind.ATTENDANCE) != (meeting is not None):
        raise InvalidInput(errors={"about": [_("Choose one of the list.")]})
    facts: dict[str, Any] = {"text": text, "made_by": by}
    facts |= {"met_at": timezone.now(), "met_by": by} if met else {"met_at": None, "met_by": None}
    found = Arrangement.objects.update_or_create(enrolment=enrolment, kind=kind, meeting=meeting, defaults=facts)
    arrangement = found[0]
    note(enrolment.network, "enrolment.arranged", by=by, about=enrolment.person)
    news.arranged(arrangement, by)
    return arrangement


@transaction.atomic
def meet_arrangement(*, arrangement: Arrangement, by: User) -> Arrangement:
    """Declare that the participant did what was arranged; doing it twice changes nothing.

    Raises NotFound, NetworkArchived.
    """
    enrolment = arrangement.enrolment
    require_open(enrolment.network)
    row: Arrangement = found_in(Arrangement.objects.select_for_update().filter(pk=arrangement.pk))
    if row.met_at is None:
        row.met_at, row.met_by = timezone.now(), by
        row.save(update_fields=["met_at", "met_by"])
        note(enrolment.network, "enrolment.met", by=by, about=enrolment.person)
    return row


@transaction.atomic
def remove_arrangement(*, arrangement: Arrangement, by: User) -> None:
    """As if nothing had been arranged; the log keeps it, as something may no longer be done. Raises NetworkArchived."""
    enrolment = arrangement.enrolment
    require_open(enrolment.network)
    gone, _each = Arrangement.objects.filter(pk=arrangement.pk).delete()
    if gone:
        note(enrolment.network, "enrolment.unarranged", by=by, about=enrolment.person)


def tell_changes() -> int:
    """Tell participants, once, which of their obligations is done or no longer attainable; returns how many changed."""
    with_members = Network.objects.running().filter(pk__in=Enrolment.objects.accepted().values("network"))
    return sum(_tell_changes(network) for network in with_members)


@transaction.atomic
def _tell_changes(network: Network) -> int:
    network = Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    enrolments = list(Enrolment.objects.accepted().filter(network=network).select_related("person", "school"))
    for enrolment in enrolments:
        enrolment.network = network  # with its meetings, read once
    known = {(it.enrolment_id, it.kind): it for it in ObligationState.objects.filter(enrolment__in=enrolments)}
    new, changed = [], []
    obligations = _in_own_words(enrolments)
    for enrolment in enrolments:
        for obligation in obligations[enrolment.pk]:
            row = known.get((enrolment.pk, obligation.kind))
            if row is None:
                new.append(ObligationState(enrolment=enrolment, kind=obligation.kind, state=obligation.state))
            elif row.state != obligation.state:
                _tell(enrolment, obligation, State(row.state))
                row.state = obligation.state
                changed.append(row)
    ObligationState.objects.bulk_create(new)
    for row in changed:
        row.save(update_fields=["state", "since"])
    return len(changed)


def _in_own_words(enrolments: list[Enrolment]) -> dict[int, list[Obligation]]:
    """The ledger, each participant's in the language that the person reads."""
    found: dict[int, list[Obligation]] = {}
    for language in {it.person.language for it in enrolments}:
        with translation.override(language):
            found |= ledger([it for it in enrolments if it.person.language == language])
    return found


def _tell(enrolment: Enrolment, obligation: Obligation, before: State) -> None:
    """From “to do” to “on course” is no news; what is done, or lost, or no longer so, is."""
    if {obligation.state, before} & TELLING:
        news.changed(enrolment, obligation)
