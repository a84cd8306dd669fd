"""What a state means for the participant: what happens now and what to do, and how the badge of it looks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from validation.states import CaseState, ThemeState

T, C = ThemeState, CaseState

NOW: Mapping[str, Promise] = {
    T.WRITING: _("Go on writing. You can hand it in once everything that is needed is there."),
    T.JUDGED_DONE: _("You judged it done. Hand it in, or go on writing."),
    T.SUBMITTED: _("It is handed in. You hear who assesses it. Until that begins you can take it back."),
    T.ASSESSING: _("Your assessors read it, each by themselves. You hear from us."),
    T.SUFFICIENT: _("Your portfolio is sufficient. The talk is being planned with you."),
    T.INSUFFICIENT: _("It is not sufficient yet. Read the feedback and the tips, and go on with it."),
    T.TALK_PLANNED: _("The talk is planned."),
    T.TALK_PASSED: _("The talk was sufficient. Your certificate follows."),
    T.TALK_FAILED: _("The talk was not sufficient yet. Read the feedback; a new talk can be planned."),
    T.CERTIFIED: _("You have the certificate of this theme."),
    T.PAUSED: _("You paused this theme. You can go on whenever you like."),
    T.WITHDRAWN: _("You withdrew this theme."),
}
OF_DIALOGUE: Mapping[str, Promise] = {
    T.WRITING: _("Prepare your own conversation. Once you find it ready, the coordinator can bring you together."),
    T.JUDGED_DONE: _("Your conversation is prepared. Once a dialogue is planned, the others in it read it."),
    T.INSUFFICIENT: _("It is not valued yet. Read the feedback, and prepare anew."),
    T.TALK_PASSED: _("Your conversation is valued. Your certificate follows."),
}
OF_INTAKE: Mapping[str, Promise] = {
    T.JUDGED_DONE: _("You judged it done. Hand it in once the intake was held, or go on writing."),
    T.ASSESSING: _("An assessor reads whether it gives enough ground for the interview. You hear from us."),
    T.SUFFICIENT: _("There is enough ground: the interview with two assessors is being planned with you."),
    T.INSUFFICIENT: _(
        "There is not enough ground for the interview yet. Read the feedback and the tips, and go on with it."
    ),
    T.TALK_PLANNED: _("The interview with two assessors is planned."),
    T.TALK_FAILED: _("The interview was not sufficient yet. Read the feedback; a new one can be planned."),
}
OF_CASE: Mapping[str, Promise] = {
    C.APPLIED: _("Your application is in. The coordinator gets in touch with you."),
    C.INTAKE_PLANNED: _("The intake is planned."),
    C.MATCHED: _("You are in a group of three. The day is being planned."),
    C.DAY_PLANNED: _("The day of the talk is planned. Prepare your own conversation."),
    C.REFLECTING: _("The talk was held. Write your final reflection on the two others."),
    C.RUNNING: _("You are under way."),
    C.PAUSED: _("You paused. Nothing is lost, and no time runs."),
    C.WITHDRAWN: _("You stopped. You can still go on."),
    C.COMPLETED: _("This is completed."),
}
OF_CASE_WITH_INTAKE: Mapping[str, Promise] = {
    C.APPLIED: _("Your application is in. The coordinator plans the intake with you."),
    C.INTAKE_PLANNED: _("The intake is planned. You can write already; you hand in after it."),
    C.RUNNING: _("Build up your portfolio, with a coach and a 360° scan. Hand in a theme once it is done."),
}
OF_CASE_IN_DIALOGUE: Mapping[str, Promise] = {
    C.APPLIED: _("Prepare your conversation and say which days suit you. The coordinator looks for two others."),
}
BADGES = {
    T.JUDGED_DONE: "badge--info",
    T.SUBMITTED: "badge--info",
    T.ASSESSING: "badge--info",
    T.SUFFICIENT: "badge--ok",
    T.INSUFFICIENT: "badge--warn",
    T.TALK_PLANNED: "badge--info",
    T.TALK_PASSED: "badge--ok",
    T.TALK_FAILED: "badge--warn",
    T.CERTIFIED: "badge--ok",
    C.RUNNING: "badge--ok",
    C.COMPLETED: "badge--ok",
}


@dataclass(frozen=True)
class StepWords:
    """How a step is offered and asked. question: what will happen, on the page that asks; empty: it is done at once."""

    label: Promise
    question: Promise | str = ""
    answer: Promise | str = ""
    done: Promise | str = ""


STEPS: Mapping[str, StepWords] = {
    "judge_done": StepWords(
        _("I find it done"),
        _("Your text stays as it is until you hand it in or go on writing."),
        _("Yes, it is done"),
        _("You judged it done. You can hand it in now."),
    ),
    "reopen": StepWords(_("Go on writing"), done=_("You can write again.")),
    "take_back": StepWords(
        _("Take it back"),
        _("Nobody has begun to assess it. You can change it and hand it in again, at no cost."),
        _("Yes, take it back"),
        _("You took it back."),
    ),
    "revise": StepWords(_("Go on with the feedback"), done=_("You can write again.")),
    "pause": StepWords(
        _("Pause"),
        _("Everything stays as it is, and no time runs. You can go on whenever you like."),
        _("Yes, pause"),
        _("You paused. You can go on whenever you like."),
    ),
    "resume": StepWords(_("Go on"), done=_("You go on where you stopped.")),
    "withdraw": StepWords(
        _("Stop"),
        _("Others who are involved hear of it. What you wrote stays, and you can still go on after all."),
        _("Yes, stop"),
        _("You stopped. You can still go on after all."),
    ),
    "undo_withdrawal": StepWords(_("Go on after all"), done=_("You go on where you stopped.")),
    "complete": StepWords(
        _("Complete it"),
        _("You are done with all your themes. You can still go on with a next one later."),
        _("Yes, complete it"),
        _("It is completed."),
    ),
    "continue": StepWords(_("Go on with a next theme"), done=_("You can add a theme.")),
}
