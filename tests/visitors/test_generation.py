"""The generation changes with what visitors may see, in the transaction that changes it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from accounts.models import User
from core.models import PublicChange
from core.page_cache import answers, changed, changes, generation, middleware
from networks.models import Theme
from tests.visiting import fresh, is_stored, seen

pytestmark = pytest.mark.usefixtures("committing")


def rename(name):
    Theme.objects.filter(slug="toetsen").update(name=name)


@pytest.fixture
def theme(committing):
    return Theme.objects.create(name="Toetsen", slug="toetsen")


@pytest.mark.parametrize(
    "write",
    [
        lambda theme: theme.save(),
        lambda theme: theme.delete(),
        lambda theme: rename("Examineren"),
        lambda theme: Theme.objects.bulk_create([Theme(name="Rekenen", slug="rekenen")]),
        lambda theme: Theme.objects.bulk_update([theme], ["name"]),
        lambda theme: connection.cursor().execute("UPDATE networks_theme SET name = 'Rekenen'"),
    ],
)
def test_it_changes_with_any_kind_of_write(theme, write):
    before = generation()
    write(theme)
    assert generation() != before


def test_a_transaction_that_is_taken_back_changes_nothing(theme):
    before = generation()
    with transaction.atomic():
        rename("Examineren")
        assert generation() != before
        transaction.set_rollback(True)
    assert generation() == before


def test_a_change_after_one_that_was_taken_back_counts(theme):
    before = generation()
    with transaction.atomic():
        with transaction.atomic():
            rename("Examineren")
            transaction.set_rollback(True)
        rename("Rekenen")
    assert generation() != before


def test_a_transaction_adds_one_row_however_much_it_changes(theme):
    with transaction.atomic():
        before = PublicChange.objects.count()
        for name in "abc":
            rename(name)
    assert PublicChange.objects.count() == before + 1


def test_a_change_after_the_generation_was_read_counts_within_a_transaction_too(theme):
    with transaction.atomic():
        rename("Examineren")
        before = generation()
        rename("Rekenen")
        assert generation() != before


def test_it_changes_for_others_only_when_the_transaction_ends(theme):
    def of_another():
        try:
            return generation()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        before = generation()
        with transaction.atomic():
            rename("Examineren")
            assert pool.submit(of_another).result() == before
        assert pool.submit(of_another).result() != before


def test_what_no_visitor_sees_does_not_change_it(committing):
    person = User.objects.create_user("kees@scholen.example", "geheim-geheim")
    before = generation()

    User.objects.filter(pk=person.pk).update(last_login=timezone.now())
    assert generation() == before

    User.objects.filter(pk=person.pk).update(last_login=timezone.now(), last_name="Kok")
    assert generation() != before


def test_summing_up_keeps_the_number(theme):
    rename("Examineren")
    before = generation()

    changes.sum_up()

    assert (generation(), PublicChange.objects.count()) == (before, 1)


def test_a_page_made_while_something_changes_is_old_at_once(site, monkeypatch):
    entry_of = answers.entry_of

    def change_first(*args):
        changed()
        return entry_of(*args)

    monkeypatch.setattr(answers, "entry_of", change_first)
    seen("/")

    assert not is_stored("/")


def test_without_an_answer_of_the_database_nothing_counts_as_fresh(site, monkeypatch):
    seen("/")
    assert is_stored("/")

    def away():
        raise DatabaseError

    monkeypatch.setattr(middleware, "generation", away)
    assert not is_stored("/")


def test_within_a_transaction_nothing_is_stored(site):
    with transaction.atomic():
        seen("/")
    assert not is_stored("/")
    assert seen("/") == fresh("/")
