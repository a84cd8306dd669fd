"""What the timeline of a case says, in the reader's language."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.clock import day_and_clock
from validation.models import CaseEvent

SENTENCES: dict[str, str | Promise] = {
    "case.start": gettext_lazy("Started, under version %(version)s of the rules"),
    "case.pause": gettext_lazy("Paused everything"),
    "case.resume": gettext_lazy("Went on after the pause"),
    "case.withdraw": gettext_lazy("Stopped"),
    "case.undo_withdrawal": gettext_lazy("Went on after all"),
    "case.complete": gettext_lazy("Completed"),
    "case.continue": gettext_lazy("Went on with a next theme"),
    "case.match": gettext_lazy("Joined a group of three"),
    "case.unmatch": gettext_lazy("The group of three fell apart"),
    "case.plan_day": gettext_lazy("The day of the talk is planned"),
    "case.cancel_day": gettext_lazy("The day of the talk is off"),
    "case.hold_talk": gettext_lazy("The talk was held; the time for the final reflections runs"),
    "case.begin_anew": gettext_lazy("Can prepare anew, and be brought together with others"),
    "dialogue.move": gettext_lazy("The day of the talk is moved to %(starts_at)s"),
    "dialogue.facilitator": gettext_lazy("Another facilitator guides the talk from now on"),
    "dialogue.open": gettext_lazy("All final reflections are in"),
    "case.plan_intake": gettext_lazy("The intake is planned"),
    "case.cancel_intake": gettext_lazy("The intake is off"),
    "scan.open": gettext_lazy("Began a 360° scan"),
    "scan.close": gettext_lazy("The 360° scan is closed"),
    "guidance.plan": gettext_lazy("The progress talk is planned"),
    "guidance.move": gettext_lazy("The intake or the progress talk is moved to %(starts_at)s"),
    "guidance.cancel": gettext_lazy("The progress talk is off"),
    "guidance.report": gettext_lazy("The report of the progress talk is there"),
    "guidance.correct": gettext_lazy("The report of the intake or the progress talk is corrected"),
    "case.hold_intake": gettext_lazy("The intake was held"),
    "theme.add": gettext_lazy("Chose this theme"),
    "theme.remove": gettext_lazy("Dropped the theme “%(theme_title)s”"),
    "theme.judge_done": gettext_lazy("Judged it done"),
    "theme.reopen": gettext_lazy("Went on writing"),
    "theme.submit": gettext_lazy("Handed it in, for the %(number)s. time"),
    "theme.take_back": gettext_lazy("Took it back"),
    "theme.start_assessing": gettext_lazy("The assessing began"),
    "theme.find_sufficient": gettext_lazy("Found sufficient"),
    "theme.find_insufficient": gettext_lazy("Found not sufficient yet"),
    "theme.revise": gettext_lazy("Began to revise it"),
    "theme.plan_talk": gettext_lazy("The talk is planned"),
    "theme.cancel_talk": gettext_lazy("The talk is off"),
    "theme.pass_talk": gettext_lazy("The talk was sufficient"),
    "theme.fail_talk": gettext_lazy("The talk was not sufficient yet"),
    "theme.value": gettext_lazy("Valued by the two others"),
    "theme.certify": gettext_lazy("The certificate is granted"),
    "theme.pause": gettext_lazy("Paused this theme"),
    "theme.resume": gettext_lazy("Went on with this theme"),
    "theme.withdraw": gettext_lazy("Withdrew this theme"),
    "theme.undo_withdrawal": gettext_lazy("Took the theme up again after all"),
    "assessing.open": gettext_lazy("All assessments are in"),
    "assessing.ask_third": gettext_lazy("Asked for a third assessor"),
    "assessing.third": gettext_lazy("A third assessor joined"),
    "talk.assessor": gettext_lazy("An assessor joined for the talk"),
    "talk.offer": gettext_lazy("Offered moments for the talk"),
    "talk.move": gettext_lazy("The talk is moved to %(starts_at)s"),
    "feedback.ask": gettext_lazy("Asked %(name)s for feedback"),
    "feedback.answer": gettext_lazy("%(name)s gave feedback"),
    "feedback.decline": gettext_lazy("%(name)s gives no feedback"),
    "feedback.withdraw": gettext_lazy("Took the question to %(name)s back"),
    "look_along.share": gettext_lazy("Let %(name)s look along"),
    "look_along.end": gettext_lazy("%(name)s looks along no more"),
    "look_along.comment": gettext_lazy("%(name)s commented while looking along"),
    "deadline.extend": gettext_lazy("More time: until %(due_at)s. %(reason)s"),
    "deadline.pass": gettext_lazy("The last day passed"),
}


def register(sentences: Mapping[str, str | Promise]) -> None:
    """What another part of validation notes; from AppConfig.ready()."""
    SENTENCES.update(sentences)


def sentence(event: CaseEvent) -> str:
    """One line of the timeline; of a kind that nobody knows any more its name."""
    facts = _Told({name: _told(value) for name, value in event.facts.items()})
    return str(SENTENCES.get(event.kind, event.kind)) % facts


class _Told(dict[str, Any]):
    """The facts of an event; those that are gone with what was emptied are three dots."""

    def __missing__(self, key: str) -> str:
        return "…"


def who(event: CaseEvent) -> str:
    """Who did it: somebody, somebody whose account is gone, or the platform by itself."""
    if event.by_itself:
        return event.facts.get("name") or _("The platform")  # who has a link and no account
    return event.by.name if event.by else _("Somebody who left")


def _told(value: Any) -> Any:
    """A moment as people read it."""
    try:
        return day_and_clock(datetime.fromisoformat(value)) if isinstance(value, str) and "T" in value else value
    except ValueError:
        return value
