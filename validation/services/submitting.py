"""Judging a portfolio done, handing it in, taking it back, and resting: what the participant decides (DOMAIN.md 3a)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import NotAllowed
from validation.errors import PortfolioIncomplete, StepImpossible, TooManyThemes
from validation.models import CaseTheme, Submission
from validation.news import course as news
from validation.portfolio.completeness import Completeness, completeness_of
from validation.portfolio.content import portfolio_of
from validation.portfolio.privacy import findings_of, token_of
from validation.portfolio.snapshots import content_of, sha256_of
from validation.services.moving import lock_case, move_theme
from validation.services.writing import locked_own
from validation.states import CaseState


@transaction.atomic
def judge_done(*, theme: CaseTheme, by: User) -> CaseTheme:
    """The participant finds it done; only what is complete is.

    Raises PortfolioIncomplete, StepImpossible, NotYourStep.
    """
    _check_complete(_locked(theme, by))
    return move_theme(theme=theme, step="judge_done", by=by)


@transaction.atomic
def submit_theme(*, theme: CaseTheme, by: User) -> Submission:
    """Hand it in: freeze what it says now, with its hash, for its assessors.

    At most so many themes as the version says are validated at the same time.
    Raises StepImpossible, NotYourStep, TooManyThemes, PortfolioIncomplete.
    """
    row = _locked(theme, by)
    if row.case.state != CaseState.RUNNING:
        raise StepImpossible(_("You can hand it in once the intake was held."))
    most = row.case.version.themes_at_once
    if row.case.themes.being_validated().exclude(pk=row.pk).count() >= most:
        raise TooManyThemes(
            _("At most %(most)s themes are validated at the same time. Hand this one in when another is done.")
            % {"most": most}
        )
    complete = _check_complete(row)
    content = content_of(complete.portfolio)
    number = row.submissions.count() + 1
    moved = move_theme(theme=theme, step="submit", by=by, facts={"number": number})
    news.submitted(moved)
    return Submission.objects.create(
        theme=moved,
        number=number,
        content=content,
        sha256=sha256_of(content),
        words=complete.portfolio.words,
        submitted_at=timezone.now(),
    )


@transaction.atomic
def take_back(*, theme: CaseTheme, by: User) -> CaseTheme:
    """Take it back before anybody began to assess it: that attempt does not count.

    Raises StepImpossible, NotYourStep.
    """
    row = move_theme(theme=theme, step="take_back", by=by)
    latest = row.submissions.filter(taken_back_at=None).latest("number")
    latest.taken_back_at = timezone.now()
    latest.save(update_fields=["taken_back_at"])
    return row


def latest_submission(theme: CaseTheme) -> Submission | None:
    """What the assessors assess now; None while nothing is handed in."""
    return theme.submissions.filter(taken_back_at=None).order_by("-number").first()


@transaction.atomic
def confirm_privacy(*, theme: CaseTheme, by: User, token: str) -> None:
    """The participant looked at all findings that the token stands for.

    Raises NotAllowed, NotWriting, StepImpossible.
    """
    row = locked_own(theme, by)
    if token != token_of(findings_of(portfolio_of(row))):
        raise StepImpossible(_("The text has changed in the meantime. Look at the passages again."))
    row.looked_at = theme.looked_at = token
    row.save(update_fields=["looked_at"])


def _locked(theme: CaseTheme, by: User) -> CaseTheme:
    case = lock_case(theme.case)
    if case.person_id != by.pk:
        raise NotAllowed
    row = CaseTheme.objects.select_related("theme").get(pk=theme.pk)
    row.case = case
    return row


def _check_complete(row: CaseTheme) -> Completeness:
    complete = completeness_of(portfolio_of(row))
    if not complete.is_complete:
        error = PortfolioIncomplete()
        error.extensions = {
            "missing": [
                {"requirement": it.requirement.kind, "state": it.state, "mend": it.mend}
                for it in complete.standings
                if it.blocks
            ]
        }
        raise error
    return complete
