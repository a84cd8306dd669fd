"""Who may do everything still opens nothing that was written in confidence, and decides nothing about people."""

import pytest

from core.errors import NotAllowed
from tests.factories.people import UserFactory
from tests.factories.validation import case_of
from tests.validation.conftest import signed_in
from tests.validation.dialogues import place_of
from tests.validation.talks import about_of, during, planned
from validation import services

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(db):
    return UserFactory(is_superuser=True, is_staff=True)


def test_a_superuser_holds_no_talk(sufficient, carla, manager):
    talk = planned(sufficient, carla)
    for path in ("leidraad/", "uitkomst/"):
        assert signed_in(manager).get(f"/mijn/gesprekken/{sufficient.pk}/{path}").status_code == 404
    with during(talk):
        with pytest.raises(NotAllowed):
            services.save_notes(about=about_of(talk), by=manager, notes={})
        with pytest.raises(NotAllowed):
            services.propose_outcome(about=about_of(talk), by=manager, outcome="sufficient", feedback="Ja.", serial=0)


def test_a_superuser_is_in_no_dialogue_and_guides_none(held, three, manager):
    browser = signed_in(manager)
    place = place_of(held, three[0])

    assert {browser.get(f"{held.url}{it}").status_code for it in ("ruimte/", "reflectie/", "reflecties/")} == {404}
    with pytest.raises(NotAllowed):
        services.close_place(place=place, by=manager, outcome="sufficient", feedback="Goed.")
    assert browser.get(held.url).status_code == 200  # as one who coordinates
    assert 'id="prepared"' not in browser.get(held.url).text


def test_a_superuser_settles_nothing_of_the_own_case(manager):
    own = case_of(manager).dues.select_related("case").get()

    with pytest.raises(NotAllowed):
        services.keep_due(due=own, by=manager, serial=0, waived_reason="Ik mag alles.")
