"""Pinned conversations, and answers to questions."""

import pytest

from community import services
from community.models import Thread
from core.errors import InvalidInput, NotAllowed
from tests.community.conftest import say

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(network, sanne):
    return services.start_thread(network=network, author=sanne, title="Wie weet dit?", body="x", kind="question")


def test_a_pinned_conversation_comes_first(client, thread, question, bram, sanne):
    client.force_login(bram)
    client.post(f"{thread.get_absolute_url()}vastzetten/", {"on": "1"})
    assert list(Thread.objects.pinned_first()) == [thread, question]
    client.post(f"{thread.get_absolute_url()}vastzetten/", {"on": "0"})
    assert list(Thread.objects.pinned_first()) == [question, thread]
    with pytest.raises(NotAllowed):
        services.pin_thread(thread=thread, by=sanne)


@pytest.mark.parametrize(("who", "may"), [("participant", True), ("facilitator", True), ("other", False)])
def test_asker_and_facilitator_accept_an_answer(who, may, client, question, people, bram):
    answer = say(question, bram)
    client.force_login(people[who])
    client.post(f"/netwerken/toetsing/discussie/berichten/{answer.pk}/antwoord/", {"on": "1"})

    question.refresh_from_db()
    assert question.answer_id == (answer.pk if may else None)
    assert question.network.events.filter(kind="thread.changed").count() == int(may)


def test_only_a_message_of_a_question_is_an_answer(question, thread, sanne, imke):
    with pytest.raises(InvalidInput):
        services.accept_answer(thread=question, by=sanne, post=say(thread, imke))
    with pytest.raises(InvalidInput):
        services.accept_answer(thread=question, by=sanne, post=question.posts.get())
    with pytest.raises(InvalidInput):
        services.accept_answer(thread=thread, by=sanne, post=say(thread, imke))


def test_a_deleted_message_answers_nothing(question, sanne, imke):
    answer = say(question, imke)
    services.accept_answer(thread=question, by=sanne, post=answer)
    services.delete_post(post=answer, by=imke)

    question.refresh_from_db()
    assert question.answer is None


def test_through_the_api(client, question, sanne, imke):
    answer = say(question, imke)
    client.force_login(sanne)
    address, json = f"/api/v1/threads/{question.pk}", {"content_type": "application/json"}

    assert client.patch(address, {"answer": answer.pk}, **json).json()["answer"] == answer.pk
    assert client.patch(address, {"answer": 0}, **json).json()["answer"] is None
    assert client.patch(address, {"pinned": True}, **json).status_code == 403
