"""Pressing together: one dialogue of the same people, nobody in two, opened once, one certificate."""

from collections import Counter

import pytest
import time_machine
from django.db import connection

from core.errors import DomainError
from notifications.models import Notification
from tests.networks.test_last_seat import run_at_once
from tests.validation.dialogues import (
    NAMES,
    closed,
    ended,
    place_of,
    planned_dialogue,
    prepared,
    reflected,
    staff_of_dialogues,
    written,
)
from validation import services
from validation.models import Dialogue, DialoguePlace, ThemeCertificate

ON_POSTGRESQL = connection.vendor == "postgresql"
pytestmark = [pytest.mark.django_db(transaction=True), *([pytest.mark.services] if ON_POSTGRESQL else [])]


@pytest.fixture
def staff():
    """A coordinator and two facilitators."""
    return [staff_of_dialogues(role, role) for role in ("coordinator", "facilitator", "facilitator")]


def test_pressing_many_times_makes_one(staff):
    coordinator, facilitator, _other = staff
    themes = [prepared(it) for it in NAMES]

    made = run_at_once(lambda it: planned_dialogue(it, coordinator, facilitator).pk, [themes] * 4)

    assert len(set(made)) == Dialogue.objects.count() == 1
    assert DialoguePlace.objects.count() == 3


def test_nobody_is_in_two_that_are_made_together(staff):
    coordinator, *facilitators = staff
    shared, *others = [prepared(it) for it in ("Ada", "Bea", "Cas", "Dia", "Eef")]
    groups = [([shared, *others[:2]], facilitators[0]), ([shared, *others[2:]], facilitators[1])]

    def make(group):
        try:
            planned_dialogue(group[0], coordinator, group[1])
        except DomainError as error:
            return error.code
        return "made"

    assert Counter(run_at_once(make, groups)) == {"made": 1, "already_in_dialogue": 1}


def test_a_facilitator_is_in_one_though_two_are_made_together(staff):
    coordinator, facilitator, _other = staff
    groups = [[prepared(f"{name}{at}") for name in NAMES] for at in range(2)]

    def make(themes):
        try:
            planned_dialogue(themes, coordinator, facilitator)
        except DomainError as error:
            return error.code
        return "made"

    assert Counter(run_at_once(make, groups)) == {"made": 1, "facilitator_busy": 1}


def test_all_hand_in_together_and_it_opens_once(staff):
    coordinator, facilitator, _other = staff
    dialogue = ended(planned_dialogue([prepared(it) for it in NAMES], coordinator, facilitator), facilitator)
    with time_machine.travel(dialogue.ended_at, tick=True):
        places = [place_of(dialogue, it.person) for it in dialogue.places.all()]
        for place in places:
            written(place)

        run_at_once(lambda it: services.hand_in_reflection(place=it, by=it.person).pk, places)

    assert Dialogue.objects.get().opened_at
    assert Notification.objects.filter(kind="validation.dialogue_opened").count() == 4


def test_two_stop_together_and_both_have_left(staff):
    coordinator, facilitator, _other = staff
    themes = [prepared(it) for it in NAMES]
    planned_dialogue(themes, coordinator, facilitator)

    run_at_once(lambda it: services.move_case(case=it.case, step="withdraw", by=it.case.person).pk, themes[:2])

    assert Counter(themes[0].case.__class__.objects.values_list("state", flat=True)) == {"withdrawn": 2, "applied": 1}


def test_closing_together_grants_one_certificate(staff):
    coordinator, facilitator, _other = staff
    themes = [prepared(it) for it in NAMES]
    dialogue = ended(planned_dialogue(themes, coordinator, facilitator), facilitator)
    people = [it.case.person for it in themes]
    with time_machine.travel(dialogue.ended_at, tick=True):
        reflected(dialogue, *people)

        run_at_once(lambda it: closed(dialogue, facilitator, it).pk, [people[0]] * 3)

    assert ThemeCertificate.objects.count() == 1
