"""The notice at the address of what was public before."""

import pytest

from resources import services
from resources.models import Practice
from tests.factories.networks import ThemeFactory
from tests.factories.resources import PracticeFactory
from tests.resources.conftest import Caller

State = Practice.State


@pytest.fixture
def public(submitted, bram, theme):
    submitted.themes.add(theme)
    return services.review_practice(practice=submitted, by=bram, decision="publish")


def test_a_notice_stays_at_the_address(public, sanne, theme, client):
    other = PracticeFactory(state=State.PUBLISHED, themes=[theme])
    services.withdraw_practice(practice=public, by=sanne)

    response = client.get(public.get_absolute_url())

    assert response.status_code == 410
    text = response.content.decode()
    assert public.title in text
    assert other.title in text
    assert public.approach not in text
    assert Caller()("get", f"practices/{public.slug}").status_code == 404


def test_what_is_written_anew_is_not_told(public, sanne, theme, client):
    unpublished = ThemeFactory(name="Nog geheim", slug="nog-geheim")
    like_before = PracticeFactory(state=State.PUBLISHED, themes=[theme], title="Als vroeger")
    like_now = PracticeFactory(state=State.PUBLISHED, themes=[unpublished], title="Als straks")
    services.withdraw_practice(practice=public, by=sanne)
    services.update_practice(practice=public, by=sanne, title="Nieuwe titel, nog geheim", themes=[unpublished])

    response = client.get(public.get_absolute_url())

    assert response.status_code == 410
    text = response.content.decode()
    assert "Nieuwe titel" not in text
    assert public.title in text
    assert like_before.title in text
    assert like_now.title not in text


def test_nothing_is_named_when_nobody_kept_what_was_public(published, sanne, client):
    services.withdraw_practice(practice=published, by=sanne)

    text = client.get(published.get_absolute_url()).content.decode()

    assert "Hier stond een praktijkvoorbeeld." in text
    assert published.title not in text


def test_what_was_never_public_is_not_there(draft, sanne, client):
    services.withdraw_practice(practice=draft, by=sanne)

    assert client.get(draft.get_absolute_url()).status_code == 404
