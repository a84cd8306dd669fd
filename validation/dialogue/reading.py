"""What pages show of dialogues, in a fixed number of queries; reflections only by `readable_by`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from validation.models import (
    Case,
    Dialogue,
    DialoguePlace,
    FinalReflection,
    PortfolioSection,
    ProgrammeVersion,
    QuestionCard,
    ReflectionOn,
    SectionText,
)
from validation.shipped.cards import CARDS
from validation.states import ThemeState

MOST = 100


@dataclass(frozen=True)
class Preparation:
    """The own conversation of one of the three. sections: each with its text; none while it is being changed."""

    place: DialoguePlace
    sections: list[tuple[PortfolioSection, str]] = field(default_factory=list)


@dataclass(frozen=True)
class About:
    """What the others wrote about one of the three."""

    place: DialoguePlace
    parts: list[ReflectionOn]


def preparations_of(dialogue: Dialogue) -> list[Preparation]:
    """For the three and the facilitator. Who is still changing it, shows nothing: nobody reads along."""
    places = taken(dialogue)
    shown = [it for it in places if it.theme.state != ThemeState.WRITING]
    texts = {
        (it.theme_id, it.section_id): it.text
        for it in SectionText.objects.filter(theme__in=[place.theme_id for place in shown])
    }
    versions = {it.theme.case.version_id for it in shown}
    sections = list(PortfolioSection.objects.filter(version__in=versions))
    return [
        Preparation(
            it,
            [
                (section, texts.get((it.theme_id, section.pk), ""))
                for section in sections
                if it in shown and section.version_id == it.theme.case.version_id
            ],
        )
        for it in places
    ]


def taken(dialogue: Dialogue) -> list[DialoguePlace]:
    """The places of who is still in it, of a dialogue that knows its people."""
    return [it for it in dialogue.places.all() if it.left_at is None]


def opened_to(reader: Any, dialogue: Dialogue) -> list[About]:
    """What was written about each, as far as this reader may read it; by whom it is, stands with it."""
    rows = FinalReflection.objects.readable_by(reader).filter(place__dialogue=dialogue).exclude(handed_in_at=None)
    parts = ReflectionOn.objects.filter(reflection__in=rows).select_related("reflection__place__person")
    found = list(parts.order_by("reflection__place__number"))
    return [About(it, [part for part in found if part.about_id == it.pk]) for it in taken(dialogue)]


def own_reflection(place: DialoguePlace) -> FinalReflection | None:
    """As it is now."""
    return FinalReflection.objects.filter(place=place).first()


def cards_of(version: ProgrammeVersion) -> list[QuestionCard]:
    """The question cards of the version; those that ship where it has none."""
    cards = list(version.question_cards.all())
    return cards or [QuestionCard(version=version, **words._asdict()) for words in CARDS]


def dialogues_of(person: Any) -> list[Dialogue]:
    """Those in which the person takes part or that the person guides, what is to come first."""
    rows = Dialogue.objects.attended_by(person) | Dialogue.objects.guided_by(person)
    found = list(rows.distinct().with_people()[:MOST])
    return sorted(found, key=lambda it: (it.state == Dialogue.State.CLOSED, it.starts_at))


def running_in(programmes: Iterable[Any], person: Any) -> list[tuple[Dialogue, Promise | str]]:
    """Those that the person coordinates and that are not over, each with what it asks; what asks most comes first."""
    rows = Dialogue.objects.coordinated_by(person).filter(version__programme__in=programmes)
    going_on = rows.filter(state__in=[Dialogue.State.PLANNED, Dialogue.State.HELD]).with_people()
    found = [(it, asks(it)) for it in going_on.order_by("starts_at", "pk")[:MOST]]
    return sorted(found, key=lambda it: not it[1])


def asks(dialogue: Dialogue) -> Promise | str:
    """What a dialogue asks of its coordinator; before the time passed it tells nothing of who handed in."""
    if dialogue.facilitator_id is None:
        return _("Choose a facilitator")
    if dialogue.is_reflected_on and dialogue.is_past_due:
        return _("The time for the reflections has passed")
    if dialogue.is_planned and dialogue.ends_at + timedelta(hours=12) < timezone.now():
        return _("The day has passed, and the facilitator did not end it")
    return ""


def others_of(place: DialoguePlace, dialogue: Dialogue) -> Sequence[DialoguePlace]:
    """Whom this one writes about."""
    return [it for it in taken(dialogue) if it.pk != place.pk]


def dialogues_in(case: Case) -> list[Dialogue]:
    """Those that the case is in or was in till their end, the newest first."""
    rows = Dialogue.objects.filter(places__theme__case=case, places__left_at=None)
    return list(rows.exclude(state=Dialogue.State.CANCELLED).order_by("-starts_at"))
