"""Every page, for every role: not a letter is other because one of the three wrote or handed in a reflection."""

import re

import pytest
import time_machine
from django.utils import timezone

from tests.factories.people import UserFactory
from tests.validation.conftest import signed_in
from tests.validation.dialogues import place_of, reflected, written
from tests.validation.test_reflecting import exported
from tests.validation.test_sealed_pages import CHANGES, OTHERS, ROUTES, told
from validation import services
from validation.services.dialogue_following import remind_of_dialogues

pytestmark = pytest.mark.django_db
SECRET = "Geheime reflectie van Ada"
ROLES = ("bea", "cas", "flip", "fem", "connie", "kees", "manager", "visitor")


@pytest.fixture
def people(request, three):
    of_three = dict(zip(("ada", "bea", "cas"), three, strict=True))

    def person(name):
        if name == "visitor":
            return None
        if name == "manager":
            return UserFactory(is_superuser=True, is_staff=True)
        return of_three.get(name) or request.getfixturevalue(name)

    return person


@pytest.fixture(autouse=True)
def _one_moment(held):
    """An hour after it ended; nothing is other because time went on."""
    with time_machine.travel(held.ended_at + timezone.timedelta(hours=1), tick=False):
        yield


def draft(held, ada):
    written(place_of(held, ada), SECRET)


def write_on(held, ada):
    written(place_of(held, ada), f"{SECRET}, verder", serial=1)


def hand_in(held, ada):
    services.hand_in_reflection(place=place_of(held, ada), by=ada)


def addresses(held, ada, reader):
    """Those about Ada's case and place, and the reader's own case."""
    place = place_of(held, ada)
    facts = {"case": place.theme.case_id, "theme": place.theme_id, "pk": held.pk, "place": place.pk}
    words = {"slug": "dialoog", "key": "vraag", "step": "pause", "token": "onbekend", "kind": "bewijs"}

    def filled(path):
        return "/" + re.sub(r"<\w+:(\w+)>", lambda match: str((facts | words).get(match[1], 1)), path).lstrip("/")

    own = [it.theme.case.url for it in held.places.filter(person=reader)]
    others = [it.format(**facts) for it in OTHERS]
    return [*map(filled, ROUTES), *others, f"/zoeken/?q={SECRET.split()[0]}", "/mijn/coordineren/dialogen/", *own]


def seen(held, ada, reader):
    """What every address answers, without what is other each time."""
    browser = signed_in(reader)
    found = {}
    for address in addresses(held, ada, reader):
        answer = browser.get(address)
        text = b"".join(answer) if answer.streaming else answer.content
        shown = text if b"%PDF" in text[:10] or text[:2] == b"PK" else CHANGES.sub("", text.decode())
        found[address] = (answer.status_code, None if isinstance(shown, bytes) else shown)
    return found


@pytest.mark.parametrize("who", ROLES)
def test_nothing_is_other_for_anybody_else(who, held, three, people):
    ada, reader = three[0], people(who)
    signed_in(reader).get(held.url)  # opening what the inbox is about makes the bell say less
    before, counted = seen(held, ada, reader), told()

    for happens in (draft, write_on, hand_in):
        happens(held, ada)

        after = seen(held, ada, reader)
        assert [it for it in before if before[it] != after[it]] == []
        assert told() == counted
        assert not any(SECRET in (text or "") for _status, text in after.values())
    assert reader is None or SECRET not in exported(reader)


@pytest.mark.parametrize("who", ["flip", "connie", "kees"])
def test_two_in_look_like_none(who, held, three, people):
    reader = people(who)
    signed_in(reader).get(held.url)
    before = seen(held, three[0], reader)

    reflected(held, *three[:2], text=SECRET)

    after = seen(held, three[0], reader)
    assert [it for it in before if before[it] != after[it]] == []


def test_a_reminder_goes_to_who_has_not_handed_in_and_others_see_none_of_it(held, three, people):
    reflected(held, three[0])
    signed_in(people("flip")).get(held.url)
    with time_machine.travel(held.remind_at, tick=False):
        before = seen(held, three[0], people("flip"))
        remind_of_dialogues()
        assert seen(held, three[0], people("flip")) == before


@pytest.mark.parametrize("who", ["connie", "fem", "kees", "manager", "visitor"])
def test_once_opened_only_the_three_and_the_facilitator_read_it(who, held, three, people):
    reflected(held, *three, text=SECRET)

    assert not any(SECRET in (text or "") for _status, text in seen(held, three[0], people(who)).values())


@pytest.mark.parametrize("who", ["ada", "bea", "cas", "flip"])
def test_the_table_sees_what_is_open(who, held, three, people):
    reflected(held, *three, text=SECRET)

    assert any(SECRET in (text or "") for _status, text in seen(held, three[0], people(who)).values())
