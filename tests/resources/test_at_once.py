"""Two presses at the same moment do what one does."""

from uuid import uuid4

import pytest
from django.db import connection

from core.errors import InvalidInput
from resources.conversation.remarks import add_remark, answer_remark
from resources.lists import services
from resources.models import Kept, ReadingList, Remark, RemarkAnswer
from tests.factories.people import UserFactory
from tests.factories.resources import PracticeFactory
from tests.networks.test_last_seat import run_at_once

# On SQLite part of the suite, on PostgreSQL part of `make test-services`.
ON_POSTGRESQL = connection.vendor == "postgresql"
pytestmark = [pytest.mark.django_db(transaction=True), *([pytest.mark.services] if ON_POSTGRESQL else [])]
TIMES = range(6)


def test_a_practice_stands_once_on_a_list():
    practice, list_ = PracticeFactory(state="published"), services.make_list(person=UserFactory(), name="Lezen")

    run_at_once(lambda _time: services.put_on(list_=list_, by=list_.person, practice=practice), TIMES)

    assert Kept.objects.count() == 1


def test_two_lists_do_not_get_one_name():
    person = UserFactory()
    lists = [services.make_list(person=person, name=f"Lijst {number}") for number in TIMES]

    def rename(list_):
        try:
            return services.rename_list(list_=list_, by=person, name="Lezen").name
        except InvalidInput:
            return "taken"

    assert sorted(run_at_once(rename, lists)) == ["Lezen", *["taken"] * (len(TIMES) - 1)]
    assert ReadingList.objects.filter(name="Lezen").count() == 1


def test_a_remark_and_an_answer_are_said_once():
    practice, key = PracticeFactory(state="submitted"), uuid4()
    by = practice.contributor
    said = run_at_once(lambda _time: add_remark(practice=practice, by=by, text="Klopt dit?", key=key), TIMES)
    assert {it.pk for it in said} == {Remark.objects.get().pk}

    run_at_once(lambda _time: answer_remark(remark=said[0], by=by, text="Ja.", key=key), TIMES)
    assert RemarkAnswer.objects.count() == 1
