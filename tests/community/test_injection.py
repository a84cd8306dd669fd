"""Nothing that people send as rich text runs: by the service, the API or the socket."""

import uuid
from html.parser import HTMLParser

import pytest
import time_machine
from django.utils import timezone

from accounts.services import create_api_token
from community.models import Post
from tests.community.conftest import say
from tests.community.payloads import payloads
from tests.community.sockets import Socket

TAGS = {"p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "span"}
ATTRIBUTES = {"a": {"href", "rel"}, "span": {"data-mention"}}
SCHEMES = ("http://", "https://", "mailto:", "tel:", "/")


class Harmless(HTMLParser):
    """Fails for every tag, attribute and address that is not on our short list."""

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()), (tag, name)
            if name == "href":
                assert value.startswith(SCHEMES) or ":" not in value, value

    def handle_comment(self, data):
        raise AssertionError(data)


def assert_harmless(body):
    reader = Harmless()
    reader.feed(body)
    reader.close()


def test_there_are_three_hundred_of_them():
    assert len(set(payloads())) == 300


@pytest.mark.django_db
def test_nothing_runs_that_came_through_the_service(thread, imke):
    for payload in payloads():
        assert_harmless(say(thread, imke, payload).body)


@pytest.mark.django_db
def test_nothing_runs_that_came_through_the_api(client, thread, imke):
    headers = {"Authorization": "Bearer " + create_api_token(person=imke, label="Test")}
    address = f"/api/v1/threads/{thread.pk}/posts"
    for payload in payloads():
        answer = client.post(address, {"body": payload}, content_type="application/json", headers=headers)
        assert answer.status_code == 201, payload
        assert_harmless(answer.json()["body"])


@pytest.mark.django_db
def test_nothing_runs_that_came_from_a_form(client, thread, imke):
    client.force_login(imke)
    with time_machine.travel(timezone.now()) as clock:
        for payload in payloads()[::3]:
            clock.shift(3)  # as fast as a person may write
            client.post(thread.get_absolute_url(), {"body": payload, "rich": payload, "key": ""})
            client.post(thread.get_absolute_url(), {"body": payload, "rich": payload, "key": str(uuid.uuid4())})
    bodies = Post.objects.filter(thread=thread).values_list("body", flat=True)
    assert len(bodies) == 101
    for body in bodies:
        assert_harmless(body)


@pytest.mark.django_db(transaction=True)
async def test_nothing_runs_that_came_over_the_socket(file_database, thread, imke, sanne):
    async with Socket(imke) as writer, Socket(sanne) as reader:
        for payload in payloads():
            await writer.post(thread, payload)
            await writer.next("ack")
            frame = await reader.next("event")
            assert_harmless(frame["data"]["body"])
