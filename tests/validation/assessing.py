"""What assessors do, in a few words, so that each test says what matters."""

from validation import services
from validation.services import Given


def handed_in(theme):
    """The theme is handed in: filled by `portfolios.fill`. Returns the submission."""
    services.judge_done(theme=theme, by=theme.case.person)
    return services.submit_theme(theme=theme, by=theme.case.person)


def filled_in(submission, outcome="sufficient", feedback="Duidelijk en onderbouwd."):
    """All that an assessment needs."""
    return {
        "outcome": outcome,
        "feedback": feedback,
        "tips": "Werk het tweede doel uit.",
        "judgements": {it.pk: Given(outcome, "Blijkt uit de tekst.") for it in services.criteria_of(submission.theme)},
    }


def assess(submission, person, outcome="sufficient", feedback="Duidelijk en onderbouwd."):
    """Assess and hand in."""
    services.save_assessment(submission=submission, by=person, **filled_in(submission, outcome, feedback))
    return services.hand_in_assessment(submission=submission, by=person)


def propose(submission, person, outcome="sufficient", serial=0, feedback="Samen vinden wij dit."):
    return services.propose_decision(
        submission=submission, by=person, outcome=outcome, feedback=feedback, tips="Kijk nog eens.", serial=serial
    )
