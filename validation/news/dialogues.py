"""What people are told about a dialogue: never who handed in a reflection, before all are in."""

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _

from accounts.models import User
from core.clock import day_and_clock
from networks.news.readers import Params, by_language
from networks.walltime import day_and_hours
from notifications.services import notify
from validation.models import Dialogue, DialoguePlace, Outcome, ProgrammeRole


def planned(dialogue: Dialogue, by: User) -> None:
    _tell("planned", dialogue, [*_there(dialogue), *coordinators_of(dialogue)], by=by)


def moved(dialogue: Dialogue, before: Dialogue, reason: str, by: User) -> None:
    def more() -> Params:
        when = day_and_hours(before.starts_at, before.ends_at)
        return {"old_when": when, "old_where": before.where, "reason": reason}

    _tell("moved", dialogue, [*_there(dialogue), *coordinators_of(dialogue)], more, by=by)


def cancelled(dialogue: Dialogue, people: Sequence[User], reason: str, by: User | None) -> None:
    """Without who did it and a reason: one of the three stopped or paused."""
    told = [*people, *([dialogue.facilitator] if dialogue.facilitator else []), *coordinators_of(dialogue)]
    _tell("cancelled", dialogue, told, lambda: {"reason": reason or _("One of the three stopped or paused.")}, by=by)


def near(dialogue: Dialogue) -> None:
    _tell("near", dialogue, _there(dialogue))


def other_facilitator(dialogue: Dialogue, earlier: User | None, by: User) -> None:
    _tell("guided", dialogue, _there(dialogue), by=by)
    if earlier:
        _tell("guided_no_more", dialogue, [earlier], by=by)


def facilitator_gone(dialogue: Dialogue) -> None:
    _tell("without_facilitator", dialogue, coordinators_of(dialogue))


def held(dialogue: Dialogue) -> None:
    _tell("held", dialogue, _three(dialogue))


def reflections_near(dialogue: Dialogue) -> None:
    """Only to who has not handed in."""
    _tell("reflection_near", dialogue, _writing(dialogue))


def reflections_late(dialogue: Dialogue, late: Sequence[DialoguePlace]) -> None:
    """To who is late; from now on the facilitator and the coordinators may know who that is."""
    _tell("reflection_late", dialogue, [it.person for it in late])
    names = ", ".join(it.person.name for it in late)
    people = [*([dialogue.facilitator] if dialogue.facilitator else []), *coordinators_of(dialogue)]
    _tell("reflections_missing", dialogue, people, lambda: {"late": names})


def more_time(dialogue: Dialogue, reason: str) -> None:
    _tell("more_time", dialogue, _there(dialogue), lambda: {"reason": reason})


def opened(dialogue: Dialogue) -> None:
    _tell("opened", dialogue, _there(dialogue))


def left(dialogue: Dialogue, place: DialoguePlace) -> None:
    """To who has to act on it; the two others hear when the reflections open."""
    people = [*([dialogue.facilitator] if dialogue.facilitator else []), *coordinators_of(dialogue)]
    _tell("left", dialogue, people, lambda: {"person": place.person})


def taken_out(dialogue: Dialogue, place: DialoguePlace, reason: str) -> None:
    url = place.theme.case.url
    notify([place.person], "validation.dialogue_taken_out", about=dialogue, url=url, params={"reason": reason})


def decided(place: DialoguePlace) -> None:
    """To the participant, with what the facilitator wrote."""
    kind = "valued" if place.outcome == Outcome.SUFFICIENT else "not_valued"
    params = {"theme": place.theme.theme.title, "feedback": str(place.pk)}
    url = place.dialogue.url
    notify([place.person], f"validation.dialogue_{kind}", about=place.dialogue, url=url, params=params)


def closed(dialogue: Dialogue) -> None:
    _tell("closed", dialogue, coordinators_of(dialogue))


def coordinators_of(dialogue: Dialogue) -> list[User]:
    """Who coordinates the programme; none of the three."""
    roles = ProgrammeRole.objects.running().filter(
        programme=dialogue.version.programme_id, role=ProgrammeRole.Role.COORDINATOR
    )
    people = User.objects.filter(pk__in=roles.values("person"))
    return list(people.exclude(pk__in=dialogue.places.values("person")))


def _three(dialogue: Dialogue) -> list[User]:
    return [it.person for it in dialogue.places.taken().select_related("person")]


def _writing(dialogue: Dialogue) -> list[User]:
    rows = dialogue.places.taken().exclude(reflection__handed_in_at__isnull=False).select_related("person")
    return [it.person for it in rows]


def _there(dialogue: Dialogue) -> list[User]:
    return [*_three(dialogue), *([dialogue.facilitator] if dialogue.facilitator else [])]


def _tell(
    kind: str,
    dialogue: Dialogue,
    people: Iterable[User],
    more: Callable[[], Params] = dict,
    *,
    by: User | None = None,
) -> None:
    """Days and lists of names are words, filled in the reader's language."""
    places = list(dialogue.places.select_related("person"))
    three = [it.person for it in places if it.left_at is None] or [it.person for it in places]

    def params() -> Params:
        return {
            "people": _(" and ").join(filter(None, [", ".join(it.name for it in three[:-1]), three[-1].name])),
            "facilitator": dialogue.facilitator or "–",
            "when": day_and_hours(dialogue.starts_at, dialogue.ends_at),
            "where": dialogue.where,
            "until": day_and_clock(dialogue.due_at) if dialogue.due_at else "–",
            **more(),
        }

    for readers, filled in by_language(people, params):
        url = dialogue.url
        notify(readers, f"validation.dialogue_{kind}", about=dialogue, url=url, params=filled, known_to=by)
