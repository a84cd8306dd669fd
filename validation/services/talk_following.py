"""What else follows for a talk: from the steps of its case, and from the days that pass."""

from django.db import transaction
from django.utils import timezone

from validation.models import Case, CaseEvent, CaseTheme, Talk, TalkTheme
from validation.news import talks as news
from validation.services.deadlines import meet_deadlines, set_step_deadline
from validation.services.moving import move_theme
from validation.services.talks import STEP, call_off, let_go
from validation.states import AWAITING_TALK, ThemeState

STOPPING, GOING_ON = frozenset({"withdraw", "pause"}), frozenset({"undo_withdrawal", "resume"})
ANEW = GOING_ON | {"find_sufficient", "cancel_talk", "fail_talk"}


def follow(case: Case, theme: CaseTheme | None, step: str) -> None:
    """What a step means for the talk: a sufficient theme gets until when to talk, and who stops or rests has none."""
    if step in STOPPING:
        _drop(case, theme)
    if step in GOING_ON and case.moves:
        _await_anew(case)
    if theme is not None and step in STOPPING:
        meet_deadlines(case=case, kind=STEP, theme=theme)
    if theme is not None and step in ANEW and theme.state in AWAITING_TALK:
        set_step_deadline(case=case, person=case.person, step=STEP, theme=theme)


def drop_talks_of(case: Case) -> None:
    """Whoever stops for good has no talks to come; the assessors hear of it."""
    _drop(case, None)


def remind_of_talks() -> int:
    """The scheduler's job: tell of a talk some days before, each once. Returns how many."""
    moment, told = timezone.now(), 0
    for talk in Talk.objects.planned().filter(remind_at__lte=moment, reminded_at=None).with_people():
        with transaction.atomic():
            unseen = Talk.objects.planned().filter(pk=talk.pk, reminded_at=None, starts_at__gt=moment)
            if unseen.update(reminded_at=moment):
                news.near(talk)
                told += 1
    return told


def _drop(case: Case, theme: CaseTheme | None) -> None:
    """Of who stops or rests; the talk goes on about another theme that it is about."""
    rows = TalkTheme.objects.filter(talk__case=case, is_open=True).select_related("talk")
    for about in rows.filter(theme=theme) if theme else rows:
        let_go(about)
        talk = Talk.objects.with_people().get(pk=about.talk_id)
        if talk.is_planned and not talk.about.filter(is_open=True).exists():
            call_off(talk, "", None)


def _await_anew(case: Case) -> None:
    """Who goes on finds no talk that was called off meanwhile, and can plan one."""
    for theme in case.themes.filter(state=ThemeState.TALK_PLANNED).select_related("theme"):
        if not TalkTheme.objects.filter(theme=theme, is_open=True).exists():
            theme.case = case
            move_theme(theme=theme, step="cancel_talk", by=None, audience=CaseEvent.Audience.STAFF)
