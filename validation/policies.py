"""Who may do what in validation, and the doors to programmes, cases and themes.

A draft of a portfolio is the participant's alone; what was handed in is for its assessors, coach and coordinator too.
"""

from typing import Any

import rules

from accounts.models import User
from accounts.personal_rules import add_personal_rule
from core.doors import found_in
from core.errors import NotFound
from core.once import once
from networks.policies import is_manager
from validation.models import (
    Case,
    CaseRole,
    CaseTheme,
    Decision,
    Dialogue,
    Due,
    FeedbackRequest,
    GuidanceTalk,
    LookAlong,
    Programme,
    ProgrammeRole,
    Submission,
    TalkTheme,
)
from validation.models.timeline import CaseEvent
from validation.states import Actor, ThemeState

OF_CASE_ROLE = {
    CaseRole.Role.ASSESSOR: Actor.ASSESSOR,
    CaseRole.Role.THIRD_ASSESSOR: Actor.ASSESSOR,
    CaseRole.Role.INTAKE_ASSESSOR: Actor.INTAKE_ASSESSOR,
    CaseRole.Role.COACH: Actor.COACH,
    CaseRole.Role.FACILITATOR: Actor.FACILITATOR,
}
Audience = CaseEvent.Audience
OF_STAFF = frozenset({Audience.ALL, Audience.STAFF})
TOLD = {
    Actor.PARTICIPANT: frozenset({Audience.ALL, Audience.PARTICIPANT}),
    Actor.ASSESSOR: OF_STAFF | {Audience.ASSESSORS},
    Actor.INTAKE_ASSESSOR: OF_STAFF,
    Actor.COACH: OF_STAFF,
    Actor.FACILITATOR: OF_STAFF,
    Actor.COORDINATOR: OF_STAFF | {Audience.PARTICIPANT, Audience.COORDINATOR},
}


def coordinates(user: Any, programme: Programme) -> bool:
    """Does the person decide in this programme who does what? The group Beheer does in all."""
    if not user.is_authenticated or not user.is_active:
        return False
    if is_manager(user):
        return True
    roles = ProgrammeRole.objects.running().filter(programme=programme, person=user)
    asked = roles.filter(role=ProgrammeRole.Role.COORDINATOR).exists
    return once(("coordinates validation", user.pk, programme.pk), asked)


def parts_of(user: Any, case: Case, theme: CaseTheme | None = None) -> frozenset[Actor]:
    """As what the person acts in the case, or in one theme of it: an assessor of another theme has no part in this one.

    Without a theme an assessor of any theme counts as one of the case.
    """
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return once(("parts of case", user.pk, case.pk, theme and theme.pk), lambda: _parts(user, case, theme))


def _parts(user: User, case: Case, theme: CaseTheme | None) -> frozenset[Actor]:
    parts = {Actor.PARTICIPANT} if case.person_id == user.pk else set()
    if coordinates(user, case.version.programme):
        parts.add(Actor.COORDINATOR)
    for role, of_theme in CaseRole.objects.running().filter(case=case, person=user).values_list("role", "theme"):
        if theme is None or of_theme in (None, theme.pk):
            parts.add(OF_CASE_ROLE[CaseRole.Role(role)])
    return frozenset(parts)


def audiences_of(parts: frozenset[Actor]) -> frozenset[str]:
    """Which events of a timeline are for somebody who acts as these.

    Who is a participant in it reads no more than that, also when coordinating the programme besides.
    """
    if Actor.PARTICIPANT in parts:
        return TOLD[Actor.PARTICIPANT]
    return frozenset().union(*(TOLD[part] for part in parts))


@rules.predicate
def is_own(user: User, case: Case) -> bool:
    return case.person_id == user.pk


@rules.predicate
def coordinates_programme(user: User, programme: Programme) -> bool:
    return coordinates(user, programme)


@rules.predicate
def coordinates_case(user: User, case: Case) -> bool:
    return coordinates(user, case.version.programme) and case.person_id != user.pk


@rules.predicate
def assesses(user: User, submission: Submission) -> bool:
    case = submission.theme.case
    return case.person_id != user.pk and Actor.ASSESSOR in parts_of(user, case, submission.theme)


@rules.predicate
def plans_talk(user: User, theme: CaseTheme) -> bool:
    """The assessors of the theme, and who coordinates; never its participant."""
    parts = parts_of(user, theme.case, theme)
    return theme.case.person_id != user.pk and bool(parts & {Actor.ASSESSOR, Actor.COORDINATOR})


@rules.predicate
def holds_talk(user: User, about: TalkTheme) -> bool:
    """Who is there as an assessor, and still is one of the theme."""
    theme = about.theme
    assesses_it = Actor.ASSESSOR in parts_of(user, theme.case, theme)
    return theme.case.person_id != user.pk and assesses_it and about.talk.assessors.filter(pk=user.pk).exists()


@rules.predicate
def takes_part_in_dialogue(user: User, dialogue: Dialogue) -> bool:
    """One of the three who did not leave."""
    return dialogue.places.filter(person=user, left_at=None).exists() and dialogue.state != Dialogue.State.CANCELLED


@rules.predicate
def guides_dialogue(user: User, dialogue: Dialogue) -> bool:
    return dialogue.facilitator_id == user.pk and dialogue.state != Dialogue.State.CANCELLED


@rules.predicate
def coordinates_dialogue(user: User, dialogue: Dialogue) -> bool:
    """Who coordinates the programme; nobody a dialogue in which that person has or had a place."""
    own = dialogue.places.filter(person=user).exists()
    return not own and coordinates(user, dialogue.version.programme)


@rules.predicate
def hosts_guidance(user: User, talk: GuidanceTalk) -> bool:
    """Who holds this intake or progress talk, as long as it is not called off."""
    return talk.host_id == user.pk and talk.case.person_id != user.pk and talk.state != GuidanceTalk.State.CANCELLED


@rules.predicate
def coordinates_guidance(user: User, talk: GuidanceTalk) -> bool:
    return coordinates_case(user, talk.case)


@rules.predicate
def has_guidance(user: User, talk: GuidanceTalk) -> bool:
    """Whose intake or progress talk it is."""
    return talk.case.person_id == user.pk


add_personal_rule("validation.host_guidance", rules.is_active & hosts_guidance)
add_personal_rule("validation.coordinate_guidance", rules.is_active & coordinates_guidance)
add_personal_rule("validation.have_guidance", rules.is_active & has_guidance)
add_personal_rule("validation.take_part_in_dialogue", rules.is_active & takes_part_in_dialogue)
add_personal_rule("validation.guide_dialogue", rules.is_active & guides_dialogue)
add_personal_rule("validation.coordinate_dialogue", rules.is_active & coordinates_dialogue)
add_personal_rule("validation.plan_talk", rules.is_active & plans_talk)
add_personal_rule("validation.hold_talk", rules.is_active & holds_talk)
add_personal_rule("validation.assess", rules.is_active & assesses)
add_personal_rule("validation.write_portfolio", rules.is_active & is_own)
add_personal_rule("validation.coordinate_programme", rules.is_active & coordinates_programme)
add_personal_rule("validation.coordinate_case", rules.is_active & coordinates_case)


def get_programme_for(user: Any, slug: str) -> Programme:
    """A programme that the person may read of. Raises NotFound."""
    return found_in(Programme.objects.visible_to(user).select_related("board").filter(slug=slug))


def get_case_for(user: Any, pk: int) -> Case:
    """A case in which the person has a part. Raises NotFound."""
    return found_in(Case.objects.visible_to(user).with_facts().filter(pk=pk))


def get_own_case_for(user: Any, pk: int) -> Case:
    """The person's own case. Raises NotFound, also to those who work on it."""
    if not user.is_authenticated or not user.is_active:
        raise NotFound
    return found_in(Case.objects.with_facts().filter(pk=pk, person=user))


def get_coordinated_case_for(user: Any, pk: int) -> Case:
    """A case of a programme that the person coordinates; nobody coordinates the own case. Raises NotFound."""
    case = get_case_for(user, pk)
    if not user.has_perm("validation.coordinate_case", case):
        raise NotFound
    return case


def get_coordinated_theme_for(user: Any, case: int, pk: int) -> CaseTheme:
    """A theme in a case that the person coordinates. Raises NotFound."""
    return theme_in(get_coordinated_case_for(user, case), pk)


def get_due_for(user: Any, pk: int) -> Due:
    """An amount in a case that the person coordinates. Raises NotFound."""
    return found_in(Due.objects.coordinated_by(user).filter(pk=pk).with_facts())


def get_own_theme_for(user: Any, case: int, pk: int) -> CaseTheme:
    """A theme of the person's own case. Raises NotFound."""
    return theme_in(get_own_case_for(user, case), pk)


def get_own_portfolio_for(user: Any, pk: int) -> CaseTheme:
    """A theme of one of the person's own cases, by its own id. Raises NotFound."""
    if not user.is_authenticated or not user.is_active:
        raise NotFound
    return theme_in(found_in(Case.objects.with_facts().filter(themes=pk, person=user)), pk)


def theme_in(case: Case, pk: int) -> CaseTheme:
    """A theme of a case through whose door the person came; it knows that case. Raises NotFound."""
    theme = found_in(CaseTheme.objects.select_related("theme").filter(case=case, pk=pk))
    theme.case = case
    return theme


def get_assessed_for(user: Any, pk: int) -> Submission:
    """What was handed in of a theme that the person assesses; it knows its theme. Raises NotFound.

    Also raised for what is handed in again and not given to assessors yet: its participant may still take it back.
    """
    rows = Submission.objects.filter(pk=pk, taken_back_at=None).select_related("theme__theme")
    submission = found_in(rows)
    submission.theme.case = found_in(Case.objects.with_facts().filter(pk=submission.theme.case_id))
    if not user.has_perm("validation.assess", submission) or not _is_given(submission, user):
        raise NotFound
    return submission


def _is_given(submission: Submission, user: User) -> bool:
    """Whether it is or was this person's to assess; what a fellow assessor did makes no difference."""
    if submission.theme.state == ThemeState.ASSESSING or submission.assessments.filter(assessor=user).exists():
        return True
    return Decision.objects.filter(submission=submission).exists()


def coordinates_anything(user: Any) -> bool:
    """Is there a programme in which the person decides who does what?"""
    return user.is_authenticated and user.is_active and Programme.objects.coordinated_by(user).exists()


def assesses_anything(user: Any) -> bool:
    """May the person be asked to assess, or was the person asked?"""
    if not user.is_authenticated or not user.is_active:
        return False
    roles = ProgrammeRole.objects.running().filter(person=user, role=ProgrammeRole.Role.ASSESSOR)
    return roles.exists() or CaseRole.objects.running().assessing().filter(person=user).exists()


def get_feedback_request_for(token: str) -> FeedbackRequest:
    """What a colleague is asked, for whoever holds the link. Raises NotFound."""
    rows = FeedbackRequest.objects.select_related("theme__theme", "theme__case__person", "theme__case__version")
    return found_in(rows.filter(token=token))


def get_look_along_for(token: str) -> LookAlong:
    """What somebody may look along with, for whoever holds the link. Raises NotFound."""
    return found_in(LookAlong.objects.select_related("theme__theme", "theme__case__person").filter(token=token))
