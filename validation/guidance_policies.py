"""The doors to intakes and progress talks; the rules by which they open are in `validation.policies`."""

from typing import Any

from core.doors import found_in
from core.errors import NotFound
from validation.models import Case, GuidanceTalk
from validation.policies import get_coordinated_case_for
from validation.states import Route


def get_guidance_for(user: Any, pk: int) -> GuidanceTalk:
    """A talk of one's own case, that one holds or that one coordinates. Raises NotFound."""
    return found_in(GuidanceTalk.objects.visible_to(user).with_people().filter(pk=pk))


def get_guidance_with(user: Any, pk: int, *rules: str) -> GuidanceTalk:
    """The same, for who has one of these permissions on it. Raises NotFound."""
    talk = get_guidance_for(user, pk)
    if not any(user.has_perm(rule, talk) for rule in rules):
        raise NotFound
    return talk


def get_case_with_intake_for(user: Any, pk: int) -> Case:
    """A case with an intake that the person coordinates. Raises NotFound."""
    case = get_coordinated_case_for(user, pk)
    if case.route != Route.INTAKE:
        raise NotFound
    return case
