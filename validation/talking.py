"""What holds for a talk by the rules of the version: how long it takes, who holds it, and what it can be about."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse

from accounts.models import User
from validation.models import Case, CaseTheme, ProgrammeVersion, Talk, TalkSlot, TalkTheme
from validation.states import AWAITING_TALK

MOST_THEMES = 2  # themes of one case in one talk (DOMAIN.md 3a)


def talk_url(case: Case, theme: int, reader: User) -> str:
    """Where this reader finds the talk about a theme of the case."""
    if case.person_id == reader.pk:
        return reverse("validation:own_talk", args=[case.pk, theme])
    return reverse("validation:talk_of", args=[theme])


def minutes_of(version: ProgrammeVersion, themes: int = 1) -> int:
    """How long a talk takes; where its length varies, as long as it may."""
    if themes > 1:
        return version.talk_minutes_two_themes
    return version.talk_minutes_most or version.talk_minutes


def end_of(starts_at: datetime, version: ProgrammeVersion, themes: int = 1) -> datetime:
    return starts_at + timedelta(minutes=minutes_of(version, themes))


def assessors_of(theme: CaseTheme) -> list[User]:
    """Who assesses the theme, and so holds its talk."""
    roles = theme.roles.running().assessing().filter(person__is_active=True).select_related("person")
    return sorted({it.person for it in roles}, key=lambda person: person.pk)


def has_enough_assessors(theme: CaseTheme) -> bool:
    return len(assessors_of(theme)) >= theme.case.version.assessors_per_theme


def companion_of(theme: CaseTheme) -> CaseTheme | None:
    """Another theme of the case that can be talked about at once: it awaits a talk with the same assessors."""
    if theme.state not in AWAITING_TALK or theme.case.version.themes_at_once < MOST_THEMES:
        return None
    own = assessors_of(theme)
    others = theme.case.themes.filter(state__in=AWAITING_TALK).exclude(pk=theme.pk).select_related("theme")
    for other in others:
        other.case = theme.case
        if assessors_of(other) == own:
            return other
    return None


def open_talk_of(theme: CaseTheme) -> Talk | None:
    """The talk that is planned about the theme, with its people."""
    return Talk.objects.planned().filter(about__theme=theme, about__is_open=True).with_people().first()


def slots_for(theme: CaseTheme) -> QuerySet[TalkSlot]:
    """The moments that are free for this theme: its assessors offer them, at a place for this participant."""
    case = theme.case
    slots = TalkSlot.objects.free().filter(programme=case.version.programme_id)
    slots = slots.filter(Q(board=None) | Q(board=case.school.board_id))
    people = assessors_of(theme)
    for person in people:
        slots = slots.filter(assessors=person)
    return slots if len(people) >= case.version.assessors_per_theme else slots.none()


def held_about(theme: CaseTheme) -> list[TalkTheme]:
    """The talks of which the outcome is there, the newest first."""
    rows = TalkTheme.objects.filter(theme=theme).exclude(decided_at=None).select_related("talk")
    return list(rows.order_by("-decided_at"))
