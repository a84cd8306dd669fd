"""The doors to talks, certificates and points; the rules by which they open are in `validation.policies`."""

from typing import Any

from core.doors import found_in
from core.errors import NotFound
from validation.models import Case, CaseTheme, FormalLearning, Talk, TalkTheme, ThemeCertificate
from validation.states import TALKING, Route


def get_talk_theme_for(user: Any, pk: int) -> CaseTheme:
    """A theme whose talk the person plans or holds; from when its portfolio is sufficient. Raises NotFound."""
    theme = found_in(CaseTheme.objects.select_related("theme").filter(pk=pk, case__in=Case.objects.visible_to(user)))
    theme.case = found_in(Case.objects.with_facts().filter(pk=theme.case_id))
    known = theme.case.route != Route.DIALOGUE and (theme.state in TALKING or theme.talks.exists())
    if not known or not user.has_perm("validation.plan_talk", theme):
        raise NotFound
    return theme


def get_held_talk_for(user: Any, pk: int) -> TalkTheme:
    """What the open talk about this theme is about, for who holds it. Raises NotFound."""
    theme = get_talk_theme_for(user, pk)
    about = found_in(TalkTheme.objects.filter(theme=theme, is_open=True).select_related("talk"))
    about.theme, about.talk.case = theme, theme.case
    if not user.has_perm("validation.hold_talk", about):
        raise NotFound
    return about


def get_talk_for(user: Any, pk: int) -> Talk:
    """A talk in which the person takes part, or that is of a programme the person coordinates. Raises NotFound."""
    talk = found_in(Talk.objects.filter(pk=pk, case__in=Case.objects.visible_to(user)).with_people())
    takes_part = talk.case.person_id == user.pk or user in talk.assessors.all()
    if not takes_part and not user.has_perm("validation.coordinate_case", talk.case):
        raise NotFound
    return talk


def get_own_certificate_for(user: Any, pk: int) -> ThemeCertificate:
    """A certificate that the person holds, as long as it is valid. Raises NotFound."""
    if not user.is_authenticated or not user.is_active:
        raise NotFound
    rows = ThemeCertificate.objects.filter(pk=pk, theme__case__person=user, revoked_at=None).exclude(name="")
    return found_in(rows.select_related("theme__theme", "theme__case__version__programme"))


def get_own_learning_for(user: Any, pk: int) -> FormalLearning:
    """What the person noted of formal learning. Raises NotFound."""
    return found_in(FormalLearning.objects.filter(pk=pk, person=user))
