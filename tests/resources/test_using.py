"""Counting how often practices are used, without knowing who used them."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from core.page_cache import generation
from resources import services
from resources.models import Practice, PracticeUse
from resources.services import using
from tests.factories.people import EmploymentFactory
from tests.factories.resources import PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice():
    cache.clear()
    return PracticeFactory(state="published")


def test_a_reading_counts_once_a_day_for_the_same_reader(client, practice):
    address = f"/praktijkvoorbeelden/{practice.slug}/gelezen/"

    answers = [client.post(address).status_code, client.post(address).status_code]
    client.post(address, REMOTE_ADDR="198.51.100.7")

    assert answers == [204, 204]
    assert PracticeUse.objects.get().reads == 2


def test_another_site_counts_nothing(client, practice):
    client.post(f"/praktijkvoorbeelden/{practice.slug}/gelezen/", headers={"Sec-Fetch-Site": "cross-site"})

    assert not PracticeUse.objects.exists()


def test_what_is_not_public_is_not_there_to_count(client):
    draft = PracticeFactory()

    assert client.post(f"/praktijkvoorbeelden/{draft.slug}/gelezen/").status_code == 404
    services.count_download(practice=draft)
    assert not PracticeUse.objects.exists()


def test_most_used_counts_whole_days_of_the_last_three_months(practice):
    today = timezone.localdate()
    much, little, old, new = (PracticeFactory(state="published") for _number in range(4))
    for used, days, reads in ((much, 1, 5), (little, 89, 2), (old, 91, 99), (new, 0, 99)):
        PracticeUse.objects.create(practice=used, day=today - timedelta(days=days), reads=reads)
    PracticeUse.objects.create(practice=much, day=today - timedelta(days=2), downloads=1)

    assert list(Practice.objects.published().most_used()) == [much, little]


def test_the_page_tells_search_engines_what_it_is(client):
    practice = PracticeFactory(state="published", title="Feedback </script> eerst")

    html = client.get(f"/praktijkvoorbeelden/{practice.slug}/").text

    assert '"@type":"LearningResource"' in html
    assert "Feedback \\u003C/script\\u003E eerst" in html
    assert 'hreflang="en"' in html


def test_the_order_by_use_follows_without_writing_what_stayed_the_same(practice, client):
    much = PracticeFactory(state="published", title="Veel gebruikt")
    PracticeUse.objects.create(practice=much, day=timezone.localdate() - timedelta(days=1), reads=3)
    before = generation()

    assert [using.refresh_used(), using.refresh_used()] == [1, 0]
    assert generation() != before, "visitors' lists are made anew"
    first = client.get("/api/v1/practices?sort=used").json()["items"][0]
    assert first["title"] == "Veel gebruikt"
    PracticeUse.objects.update(day=timezone.localdate() - timedelta(days=99))
    assert using.refresh_used() == 1


def test_schools_like_mine_come_first_for_who_has_a_school(practice, client):
    school = EmploymentFactory(school__sector="PO", school__school_type="sbo", school__pupils=300).school
    alike = {"sector": "PO", "school_type": "sbo", "school_size": "200-499"}
    most = PracticeFactory(state="published", title="Het meest", **alike)
    some = PracticeFactory(state="published", title="Een beetje", sector="PO")
    PracticeFactory(state="published", title="Het nieuwst", sector="MBO")
    visitors = client.get("/praktijkvoorbeelden/?sort=mine").context

    assert visitors["cards"][0].title == "Het nieuwst"
    client.force_login(school.employments.get().person)
    own = client.get("/praktijkvoorbeelden/?sort=mine")
    assert [card.slug for card in own.context["cards"]][:2] == [most.slug, some.slug]
    assert str(school) in own.text
