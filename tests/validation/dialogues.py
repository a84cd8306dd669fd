"""What happens around a dialogue of three, in a few words, so that each test says what matters."""

from datetime import timedelta

import time_machine

from tests.factories.people import EmploymentFactory, UserFactory
from tests.factories.validation import ProgrammeRoleFactory, case_of, version_of
from tests.validation.talks import BUILDING, in_days
from validation import services
from validation.models import Dialogue, DialoguePlace
from validation.services import Spot

NAMES = ("Ada", "Bea", "Cas")
ONLINE = Spot("online", "", "https://overleg.example/dialoog")


def staff_of_dialogues(role, first_name):
    """Somebody with this role in the programme of dialogues."""
    return ProgrammeRoleFactory(
        programme=version_of("dialogue").programme, role=role, person__first_name=first_name
    ).person


def prepared(first_name, number=0):
    """Somebody who works at a school of another board and prepared the own conversation; returns the theme."""
    person = EmploymentFactory(person=UserFactory(first_name=first_name)).person
    case = case_of(person, route="dialogue")
    theme = case.themes.select_related("theme").get()
    theme.case = case
    for section in case.version.sections.all():
        words = f"Ik bracht als {first_name} het team bij elkaar over {section.title}."
        services.save_text(theme=theme, section=section, by=person, text=words, serial=0)
    services.judge_done(theme=theme, by=person)
    return theme


def planned_dialogue(themes, carla, flip, days=10, **facts):
    facts = {"starts_at": in_days(days), "ends_at": in_days(days, hours=6), "spot": BUILDING, "reason": "Past."} | facts
    programme = themes[0].case.version.programme
    return services.make_dialogue(programme=programme, by=carla, themes=themes, facilitator=flip, **facts)


def during(dialogue):
    return time_machine.travel(dialogue.starts_at + timedelta(minutes=30), tick=True)


def ended(dialogue, flip):
    """Held and ended by the facilitator, six hours after it began; time goes back afterwards."""
    with time_machine.travel(dialogue.starts_at + timedelta(minutes=5), tick=True):
        services.give_turn(dialogue=dialogue, by=flip, number=1)
    with time_machine.travel(dialogue.ends_at, tick=True):
        return services.end_dialogue(dialogue=dialogue, by=flip)


def place_of(dialogue, person):
    return DialoguePlace.objects.select_related("dialogue", "person").get(dialogue=dialogue, person=person)


def others_of(place):
    return place.dialogue.places.filter(left_at=None).exclude(pk=place.pk)


def written(place, text="Jij liet zien hoe je luisterde.", serial=0):
    """Drafted about the others, and not handed in."""
    texts = {it.pk: text for it in others_of(place)}
    return services.save_reflection(place=place, by=place.person, texts=texts, serial=serial)


def reflected(dialogue, *people, text="Jij liet zien hoe je luisterde."):
    """These write and hand in."""
    for person in people:
        place = place_of(dialogue, person)
        written(place, text)
        services.hand_in_reflection(place=place, by=person)
    return Dialogue.objects.get(pk=dialogue.pk)


def after(dialogue, **hours):
    """So long after the dialogue ended."""
    return time_machine.travel(dialogue.ended_at + timedelta(**hours), tick=True)


def closed(dialogue, flip, person, outcome="sufficient", feedback="U vroeg door en koos helder."):
    place = place_of(dialogue, person)
    return services.close_place(place=place, by=flip, outcome=outcome, feedback=feedback, points=20)
