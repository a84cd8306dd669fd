"""Sealed means sealed: before all assessments are in nobody learns what an assessor found, nor whether one began."""

import pytest

from accounts.export import build
from core.errors import NotFound
from notifications.models import Notification
from tests.validation.assessing import assess, filled_in
from tests.validation.conftest import signed_in
from validation import policies, services
from validation.models import Assessment, AssessorNote, CaseEvent

pytestmark = pytest.mark.django_db
SECRET = "Geheimoordeel van Noor"
OTHERS = ("nadia", "carla", "sanne", "koen", "kees")


def begin(submission, noor):
    services.save_assessment(submission=submission, by=noor, **filled_in(submission, feedback=SECRET))
    services.write_note(submission=submission, by=noor, text=SECRET)


def hand_in(submission, noor):
    services.write_note(submission=submission, by=noor, text=SECRET)
    assess(submission, noor, feedback=SECRET)


def seen(person, theme):
    """What the person's pages and the API say of the theme."""
    case = theme.case_id
    pages = ("/mijn/", f"/mijn/portfolio/{case}/", f"/mijn/portfolio/{case}/{theme.pk}/", f"/api/v1/cases/{case}")
    browser = signed_in(person)
    return [(answer.status_code, SECRET in answer.content.decode()) for answer in map(browser.get, pages)]


@pytest.mark.parametrize("happened", [begin, hand_in])
@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_learns_anything(who, happened, given, noor, request):
    person = request.getfixturevalue(who)
    before = (seen(person, given.theme), CaseEvent.objects.count(), Notification.objects.count())

    happened(given, noor)

    assert (seen(person, given.theme), CaseEvent.objects.count(), Notification.objects.count()) == before
    assert not any(told for _status, told in seen(person, given.theme))
    assert not Assessment.objects.readable_by(person).exists()
    assert not AssessorNote.objects.readable_by(person).exists()
    assert SECRET.encode() not in build(person)


@pytest.mark.parametrize("who", ["carla", "sanne", "koen", "kees"])
def test_only_who_assesses_passes_the_door(who, given, noor, request):
    assert policies.get_assessed_for(noor, given.pk) == given
    with pytest.raises(NotFound):
        policies.get_assessed_for(request.getfixturevalue(who), given.pk)


@pytest.mark.parametrize("who", ["carla", "sanne", "koen", "kees"])
def test_once_all_are_in_still_only_assessors_read_them(who, given, noor, nadia, request):
    hand_in(given, noor)
    assess(given, nadia)

    assert Assessment.objects.readable_by(nadia).count() == 2
    assert AssessorNote.objects.readable_by(nadia).count() == 1
    assert not Assessment.objects.readable_by(request.getfixturevalue(who)).exists()


def test_proposing_assessors_tells_nothing_of_who_began(given, noor, carla):
    before = services.propose_assessors(theme=given.theme, by=carla)

    hand_in(given, noor)

    assert services.propose_assessors(theme=given.theme, by=carla) == before
