"""The 360° scan: opened by the participant, answered by link, closed for good and only then counted (ADR 0053)."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from validation.errors import AlreadyAsked, ScanClosed, StepImpossible, TooManyPieces
from validation.models import Case, CaseEvent, Scan, ScanQuestion, ScanRespondent, ScanSheet
from validation.models.by_link import News
from validation.models.scans import CANNOT_SAY, MOST_VALUE, ScanGroup
from validation.news import scans as news
from validation.portfolio.snapshots import sha256_of
from validation.scan.counting import counted
from validation.services.by_link import checked, end, tell
from validation.services.moving import lock_case
from validation.services.noting import note
from validation.states import STANDING_STILL, Route, ThemeState

MOST = 60
LONGEST_REMARK = 2_000
PRIVATE = CaseEvent.Audience.PARTICIPANT


@transaction.atomic
def open_scan(*, case: Case, by: User) -> Scan:
    """Begin a scan about the competencies of the themes of the case; the one that is open is answered.

    After one that showed something there is no other: the difference of two could tell what one person said.
    Raises NotAllowed, StepImpossible.
    """
    row = _own(case, by)
    if earlier := row.scans.filter(closed_at=None).first():
        return earlier
    themes = [it.theme for it in row.themes.exclude(state=ThemeState.WITHDRAWN).select_related("theme")]
    if not may_open_scan(row):
        raise StepImpossible
    scan = Scan.objects.create(case=row, until=timezone.now() + timedelta(days=row.version.feedback_days))
    scan.themes.set(themes)
    note(row, "scan.open", by=by, audience=PRIVATE)
    return scan


@transaction.atomic
def ask_respondent(*, scan: Scan, by: User, group: str, name: str, email: str, message: str = "") -> ScanRespondent:
    """Ask somebody by mail. Each address once, also when it was taken back: one person answers once.

    Raises NotAllowed, ScanClosed, AlreadyAsked, TooManyPieces, InvalidInput.
    """
    row = _open(scan, by)
    version = row.case.version
    if group not in ScanGroup.values:
        raise InvalidInput(errors={"group": [_("Choose one of the options.")]})
    remind_at = timezone.now() + timedelta(days=version.feedback_reminder_days)
    facts = {"group": group, "name": name, "email": email, "message": message}
    asked = ScanRespondent(scan=row, language=by.language, until=row.until, remind_at=remind_at, **facts)
    checked(asked, by)
    asked.email = asked.email.lower()
    if row.respondents.filter(email=asked.email).exists():
        raise AlreadyAsked
    if row.respondents.count() >= MOST:
        raise TooManyPieces
    asked.save()
    tell(asked, News.ASKED)
    return asked


@transaction.atomic
def withdraw_respondent(*, respondent: ScanRespondent, by: User) -> None:
    """Ask no longer. What was answered already stays, and nothing tells whether something was.

    Raises NotAllowed, ScanClosed.
    """
    _open(respondent.scan, by)
    row = ScanRespondent.objects.select_for_update().get(pk=respondent.pk)
    if end(row) and not row.is_settled:
        tell(row, News.ENDED)


@transaction.atomic
def fill_in_own(*, scan: Scan, by: User, values: Mapping[str, int]) -> ScanSheet:
    """What the participant finds of the own leadership; may be changed until the scan is closed.

    Raises NotAllowed, ScanClosed, InvalidInput.
    """
    row = _open(scan, by)
    facts = {"values": _checked_values(row, values)}
    return ScanSheet.objects.update_or_create(scan=row, group="", defaults=facts)[0]


@transaction.atomic
def answer_scan(*, respondent: ScanRespondent, values: Mapping[str, int], strong: str = "", tip: str = "") -> None:
    """What a respondent finds, once; the sheet knows the group and nobody. Raises ScanClosed, InvalidInput."""
    row = _awaiting(respondent)
    texts = {
        name: checked_text(name, text, longest=LONGEST_REMARK, needed=False)
        for name, text in (("strong", strong), ("tip", tip))
    }
    ScanSheet.objects.create(scan=row.scan, group=row.group, values=_checked_values(row.scan, values), **texts)
    _settle(row)


@transaction.atomic
def decline_scan(*, respondent: ScanRespondent) -> None:
    """The respondent does not answer; nobody is told who. Raises ScanClosed."""
    _settle(_awaiting(respondent))


@transaction.atomic
def close_scan(*, scan: Scan, by: User) -> Scan:
    """End it for good and count. Raises NotAllowed, ScanClosed."""
    row = _open(scan, by)
    _close(row, by)
    return row


def close_scans_that_ended() -> int:
    """The scheduler's job: close what has had its time. Returns how many."""
    closed = 0
    for scan in Scan.objects.filter(closed_at=None, until__lte=timezone.now()).select_related("case"):
        with transaction.atomic():
            scan.case = lock_case(scan.case)
            row = Scan.objects.select_for_update().filter(pk=scan.pk, closed_at=None).first()
            if row is not None:
                row.case = scan.case
                _close(row, None)
                closed += 1
    return closed


def remind_respondents() -> int:
    """The scheduler's job: who has not answered after some days is reminded once. Returns how many."""
    moment, reminded = timezone.now(), 0
    waiting = ScanRespondent.objects.filter(remind_at__lte=moment, reminded_at=None, until__gt=moment)
    waiting = waiting.filter(is_settled=False, withdrawn_at=None, scan__closed_at=None)
    for row in waiting.exclude(scan__case__state__in=STANDING_STILL):
        with transaction.atomic():
            unsettled = ScanRespondent.objects.filter(pk=row.pk, reminded_at=None, is_settled=False)
            if unsettled.update(reminded_at=moment):
                tell(row, News.REMINDER)
                reminded += 1
    return reminded


def takes_answers(respondent: ScanRespondent) -> bool:
    """Whether this person can still answer or decline."""
    scan = respondent.scan
    asked = respondent.withdrawn_at is None and not respondent.is_settled
    return asked and scan.is_open and scan.case.moves


def questions_of(scan: Scan) -> list[ScanQuestion]:
    """The statements about the competencies of the themes of the scan, in the order of the version."""
    rows = ScanQuestion.objects.filter(competency__theme__in=scan.themes.all())
    order = ("competency__theme__position", "competency__position", "position", "pk")
    return list(rows.select_related("competency__theme").order_by(*order))


def may_open_scan(case: Case) -> bool:
    """Whether the participant can begin one now."""
    going_on = case.themes.exclude(state=ThemeState.WITHDRAWN).values("theme")
    asked = ScanQuestion.objects.filter(competency__theme__in=going_on)
    fits = case.route == Route.INTAKE and case.moves and asked.exists()
    return fits and not case.scans.filter(closed_at=None).exists() and not _showed_something(case)


def _showed_something(case: Case) -> bool:
    return any(it.report.get("groups") for it in case.scans.closed())


def _own(case: Case, by: User) -> Case:
    row = lock_case(case)
    if row.person_id != by.pk:
        raise NotAllowed
    return row


def _open(scan: Scan, by: User) -> Scan:
    """The scan as it is now, held with its case. Raises NotAllowed, ScanClosed."""
    case = _own(scan.case, by)
    row: Scan = Scan.objects.select_for_update().get(pk=scan.pk)
    row.case = case
    if not row.is_open or not case.moves:
        raise ScanClosed
    return row


def _awaiting(respondent: ScanRespondent) -> ScanRespondent:
    """Held: answering and closing exclude each other. Raises ScanClosed."""
    case = lock_case(respondent.scan.case)
    row = ScanRespondent.objects.select_for_update(of=("self",)).select_related("scan").get(pk=respondent.pk)
    row.scan.case = case
    if not takes_answers(row):
        raise ScanClosed
    return row


def _settle(row: ScanRespondent) -> None:
    row.is_settled, row.news, row.mail_due_at = True, "", None
    row.save(update_fields=["is_settled", "news", "mail_due_at"])


def _checked_values(scan: Scan, values: Mapping[str, int]) -> dict[str, int]:
    """Each statement answered, if only by “cannot say”. Raises InvalidInput, which names the fields."""
    errors, found = {}, {}
    for question in questions_of(scan):
        value = values.get(question.key)
        if value is None or not CANNOT_SAY <= value <= MOST_VALUE:
            errors[question.key] = [_("Choose one of the options.")]
        else:
            found[question.key] = value
    if errors:
        raise InvalidInput(errors=errors)
    return found


def _close(row: Scan, by: User | None) -> None:
    """Count, and let go of the sheets: nobody can look once more for what one of them said."""
    report = counted(row, questions_of(row), row.case.version.scan_group_least)
    row.closed_at, row.report, row.sha256 = timezone.now(), report, sha256_of(report)
    row.save(update_fields=["closed_at", "report", "sha256"])
    row.sheets.all().delete()
    for respondent in row.respondents.filter(is_settled=False, withdrawn_at=None):
        if end(respondent):
            tell(respondent, News.ENDED)
    row.respondents.update(is_settled=True)
    note(row.case, "scan.close", by=by, audience=PRIVATE)
    news.closed(row)
