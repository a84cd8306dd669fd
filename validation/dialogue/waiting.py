"""What dialogues ask of one person now, as rows for `/mijn/`; nothing tells how far somebody else is."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from validation.models import CaseTheme, Dialogue, DialoguePlace, FinalReflection, Programme, ProgrammeRole
from validation.states import STANDING_STILL, CaseState, Route, ThemeState


def to_prepare(person: User) -> QuerySet[CaseTheme]:
    """Own conversations that are not ready."""
    own = CaseTheme.objects.filter(
        case__person=person, case__version__programme__route=Route.DIALOGUE, state__in=_UNREADY
    )
    return own.exclude(case__state__in=[*STANDING_STILL, CaseState.REFLECTING])


def to_attend(person: User) -> QuerySet[DialoguePlace]:
    """Dialogues to come, in which the person is one of the three."""
    return _own(person).filter(dialogue__state=Dialogue.State.PLANNED)


def to_reflect(person: User) -> QuerySet[DialoguePlace]:
    """Those of which the own reflection is not handed in."""
    done = FinalReflection.objects.filter(place=OuterRef("pk")).exclude(handed_in_at=None)
    held = Q(dialogue__state=Dialogue.State.HELD, dialogue__opened_at=None)
    return _own(person).filter(held, ~Exists(done))


def to_guide(person: User) -> QuerySet[Dialogue]:
    """Those that the person is to guide, or to end."""
    return Dialogue.objects.guided_by(person).planned()


def to_close(person: User) -> QuerySet[Dialogue]:
    """Those of which the reflections are opened, and not everybody is closed."""
    guided = Dialogue.objects.guided_by(person).filter(state=Dialogue.State.HELD)
    return guided.exclude(opened_at=None)


def to_match(person: User) -> QuerySet[CaseTheme]:
    """Who is ready in the programmes that the person was given to coordinate."""
    given = ProgrammeRole.objects.running().filter(person=person, role=ProgrammeRole.Role.COORDINATOR)
    programmes = Programme.objects.filter(pk__in=given.values("programme"), route=Route.DIALOGUE)
    ready = CaseTheme.objects.filter(
        case__version__programme__in=programmes, case__state=CaseState.APPLIED, state=ThemeState.JUDGED_DONE
    )
    return ready.exclude(case__person=person)


def to_help(person: User) -> QuerySet[Dialogue]:
    """Those that want a facilitator, or more time, of the programmes that the person was given to coordinate."""
    given = ProgrammeRole.objects.running().filter(person=person, role=ProgrammeRole.Role.COORDINATOR)
    rows = Dialogue.objects.coordinated_by(person).filter(version__programme__in=given.values("programme"))
    late = Q(state=Dialogue.State.HELD, opened_at=None, due_at__lt=timezone.now())
    going_on = Q(state__in=[Dialogue.State.PLANNED, Dialogue.State.HELD], facilitator=None)
    return rows.filter(late | going_on)


_UNREADY = (ThemeState.WRITING, ThemeState.INSUFFICIENT)


def _own(person: User) -> QuerySet[DialoguePlace]:
    return DialoguePlace.objects.filter(person=person, left_at=None, is_open=True)
