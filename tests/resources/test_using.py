"""Counting how often practices are used, without knowing who used them."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from resources import services
from resources.models import Practice, PracticeUse
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
