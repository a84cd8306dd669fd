"""Starting a case, and choosing what it is about."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from schools.models import School
from validation.errors import AlreadyRunning, NotWriting, OtherBoard, ProgrammeClosed, StepImpossible
from validation.models import Case, CaseTheme, Fee, Programme, Theme
from validation.services.deadlines import set_step_deadline
from validation.services.fees import owe
from validation.services.moving import lock_case
from validation.services.noting import note
from validation.services.versions import newest_published
from validation.states import CaseState, Route, ThemeState
from validation.transitions import FIRST_STATE

ENDED = (CaseState.WITHDRAWN, CaseState.COMPLETED)


@transaction.atomic
def start_case(
    *, programme: Programme, person: User, school: School, themes: Collection[Theme], purchase_number: str = ""
) -> Case:
    """Let the person begin under the newest rules, which stay those of this case (DOMAIN.md 3).

    Raises ProgrammeClosed, OtherBoard, AlreadyRunning, and InvalidInput for a school or themes that do not fit.
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    version = newest_published(programme)
    if not programme.is_open or version is None:
        raise ProgrammeClosed
    if not School.objects.of(person).filter(pk=school.pk).exists():
        raise InvalidInput(errors={"school": [_("Choose a school where you work.")]})
    if programme.board_id and school.board_id != programme.board_id:
        raise OtherBoard
    if Case.objects.filter(person=person, version__programme=programme).exclude(state__in=ENDED).exists():
        raise AlreadyRunning
    if any(theme.version_id != version.pk for theme in themes):
        raise InvalidInput(errors={"themes": [_("The themes of this programme have changed. Choose again.")]})
    _check_number(programme.route, len(themes))
    case = Case.objects.create(
        person=person,
        school=school,
        version=version,
        state=FIRST_STATE[Route(programme.route)],
        purchase_number=purchase_number.strip(),
    )
    CaseTheme.objects.bulk_create(CaseTheme(case=case, theme=theme) for theme in themes)
    owe(case, Fee.Kind.USE)
    owe(case, Fee.Kind.WHOLE)
    note(case, "case.start", by=person, version=version.number)
    if case.route == Route.INTAKE:
        set_step_deadline(case=case, person=person, step="intake")
    return case


@transaction.atomic
def add_theme(*, case: Case, theme: Theme, by: User) -> CaseTheme:
    """Work on one more theme; one may write on as many as one likes. Raises NotAllowed, NotWriting, InvalidInput."""
    case = _own(case, by)
    if not case.moves:
        raise NotWriting
    if theme.version_id != case.version_id:
        raise InvalidInput(errors={"theme": [_("This theme is not of your programme.")]})
    if case.themes.filter(theme=theme).exists():
        raise InvalidInput(errors={"theme": [_("You work on this theme already.")]})
    _check_number(case.route, case.themes.count() + 1)
    added = CaseTheme.objects.create(case=case, theme=theme)
    note(case, "theme.add", theme=added, by=by)
    return added


@transaction.atomic
def remove_theme(*, theme: CaseTheme, by: User) -> None:
    """Drop a theme of which nothing was written yet; others are withdrawn. Raises NotAllowed, StepImpossible."""
    case = _own(theme.case, by)
    row = CaseTheme.objects.select_related("theme").get(pk=theme.pk)
    if row.state != ThemeState.WRITING or row.submissions.exists() or not case.moves or case.themes.count() == 1:
        raise StepImpossible
    label = row.theme.label
    row.delete()
    note(case, "theme.remove", by=by, theme_title=label)


def _own(case: Case, by: User) -> Case:
    row = lock_case(case)
    if row.person_id != by.pk:
        raise NotAllowed
    return row


def _check_number(route: str, number: int) -> None:
    if not number:
        raise InvalidInput(errors={"themes": [_("Choose at least one theme.")]})
    if route == Route.DIALOGUE and number > 1:
        raise InvalidInput(errors={"themes": [_("In a dialogue each of the three chooses one theme.")]})
