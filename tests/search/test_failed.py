"""What was looked for in vain: counted without a trace of who asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from search.models import FailedQuery
from search.services import failed_searches, note_failed
from search.services.failing import forget_old

pytestmark = pytest.mark.django_db


def asked(**options):
    return [(it.query, it.times) for it in failed_searches(**options)]


def test_what_was_asked_more_than_once_is_told_most_first():
    for text in ("Rapportfolio", "zebra's", "zebra", "  RAPPORTFOLIO ", "zebra", "Sanne de Vries"):
        note_failed(text)

    assert asked() == [("zebra", 3), ("rapportfolio", 2)]
    assert asked(limit=1) == [("zebra", 3)]


def test_days_add_up_and_old_ones_do_not_count():
    today = timezone.localdate()
    for ago in (0, 29, 30, 31):
        FailedQuery.objects.create(query="zebra", day=today - timedelta(days=ago), times=2)

    assert asked(days=30) == [("zebra", 4)]


@pytest.mark.parametrize("text", ["sanne@school.example", "06-1234 5678", "9912345", "x", "", "\x00", "a b " * 60])
def test_what_may_be_personal_or_means_nothing_is_not_kept(text):
    note_failed(text)

    assert not FailedQuery.objects.exists()


def test_old_counts_are_deleted():
    FailedQuery.objects.create(query="zebra", day=timezone.localdate() - timedelta(days=91), times=2)
    note_failed("nieuw")

    forget_old()

    assert FailedQuery.objects.get().query == "nieuw"
