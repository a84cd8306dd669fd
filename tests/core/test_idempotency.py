"""The same key does its work once (CONTRACT: `Idempotency-Key`)."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from accounts.models import User
from core.idempotency import KeyUsedForAnotherBody, answer_once, forget_old_keys
from core.models import IdempotencyKey
from schools.models import Board

pytestmark = pytest.mark.django_db


def post(person, body=b"{}", key="k1", **data):
    factory = RequestFactory()
    headers = {"Idempotency-Key": key}
    if data:
        request = factory.post("/api/v1/things", data, headers=headers)
    else:
        request = factory.post("/api/v1/things", body, content_type="application/json", headers=headers)
    request.user = person
    return request


@pytest.fixture
def sanne():
    return User.objects.create_user("sanne@school.example")


def make_board(name="Bestuur"):
    board = Board.objects.create(name=name)
    return HttpResponse(f'{{"id": {board.pk}}}', status=201)


def test_the_same_request_again_gets_the_same_answer_and_makes_nothing(sanne):
    first = answer_once(post(sanne), make_board)
    second = answer_once(post(sanne), make_board)

    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert Board.objects.count() == 1


def test_the_key_with_another_body_is_refused(sanne):
    answer_once(post(sanne, b'{"a": 1}'), make_board)

    with pytest.raises(KeyUsedForAnotherBody):
        answer_once(post(sanne, b'{"a": 2}'), make_board)


def test_a_refused_request_may_be_mended_under_its_key(sanne):
    answer_once(post(sanne, b"{}"), lambda: HttpResponse("{}", status=422))

    assert answer_once(post(sanne, b'{"name": "x"}'), make_board).status_code == 201


def test_a_refused_request_leaves_nothing_behind(sanne):
    def write_and_refuse():
        make_board()
        return HttpResponse("{}", status=409)

    answer_once(post(sanne), write_and_refuse)

    assert not Board.objects.exists()


def test_two_people_do_not_share_keys(sanne):
    bram = User.objects.create_user("bram@school.example")

    answer_once(post(sanne), make_board)
    answer_once(post(bram), make_board)

    assert Board.objects.count() == 2


def test_an_upload_counts_by_its_content(sanne):
    first = answer_once(post(sanne, file=SimpleUploadedFile("a.txt", b"one")), make_board)
    same = answer_once(post(sanne, file=SimpleUploadedFile("a.txt", b"one")), make_board)

    assert first.content == same.content
    with pytest.raises(KeyUsedForAnotherBody):
        answer_once(post(sanne, file=SimpleUploadedFile("a.txt", b"two")), make_board)


def test_after_a_day_the_key_is_free_again(sanne):
    answer_once(post(sanne), make_board)
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=25))

    answer_once(post(sanne), make_board)

    assert Board.objects.count() == 2


def test_old_keys_are_forgotten(sanne):
    answer_once(post(sanne), make_board)
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=25))

    assert forget_old_keys() == 1
