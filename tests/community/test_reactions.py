"""A few words for which a message would be too much: one of each per person, live for everybody."""

import pytest
from asgiref.sync import sync_to_async

from community import services, wire
from community.errors import PostDeleted
from community.models import NetworkEvent, Reaction
from community.personal import exported_reactions
from core.errors import InvalidInput, NotAllowed
from tests.community.conftest import say
from tests.community.sockets import Socket

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(thread):
    return thread.posts.select_related("thread__network").get()


def test_one_of_each_and_back(post, imke, thread):
    for _ in range(2):
        services.react(post=post, by=imke, kind="thanks")
    services.react(post=post, by=imke, kind="useful")
    assert Reaction.objects.count() == 2
    services.react(post=post, by=imke, kind="thanks", on=False)

    assert [it["kind"] for it in wire.post(post)["reactions"]] == ["useful"]
    assert thread.network.events.filter(kind="post.reacted").count() == 3
    assert [it["reaction"] for it in exported_reactions(imke)] == ["useful"]


def test_an_event_holds_the_reactions_and_no_words(post, imke):
    services.react(post=post, by=imke, kind="thanks")

    frame = wire.frames(list(NetworkEvent.objects.filter(kind="post.reacted")))[0]
    assert frame.kind == "post.reacted"
    assert '"people":[{"id":' in frame.text
    assert "Vertel" not in frame.text


def test_who_may_not_and_what_is_not(post, imke, kees, sanne):
    with pytest.raises(NotAllowed):
        services.react(post=post, by=kees, kind="thanks")
    with pytest.raises(InvalidInput):
        services.react(post=post, by=imke, kind="hate")
    services.delete_post(post=post, by=sanne)
    with pytest.raises(PostDeleted):
        services.react(post=post, by=imke, kind="thanks")


def test_without_javascript(client, post, imke, thread):
    client.force_login(imke)
    address = f"/netwerken/toetsing/discussie/berichten/{post.pk}/reactie/"
    client.post(address, {"reaction": "thanks"})
    assert 'value="-thanks"' in client.get(thread.get_absolute_url()).text
    client.post(address, {"reaction": "-thanks"})
    assert not Reaction.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("participant", 204), ("outsider", 404)])
def test_through_the_api(who, status, client, post, people):
    client.force_login(people[who])
    assert client.put(f"/api/v1/posts/{post.pk}/reactions/agree").status_code in (status, 403)
    assert Reaction.objects.exists() == (status == 204)


@pytest.mark.django_db(transaction=True)
async def test_a_reaction_reaches_everybody_over_the_socket(file_database, thread, imke, sanne):
    post = await sync_to_async(say)(thread, sanne)
    async with Socket(imke) as giver, Socket(sanne) as reader:
        await reader.next("hello")
        await giver.send({"type": "react", "post": post.pk, "reaction": "thanks", "on": True})
        frame = await reader.next("event")
        await giver.send({"type": "react", "post": 987654, "reaction": "thanks", "on": True})
        refused = await giver.next("error")

    assert frame["kind"] == "post.reacted"
    assert frame["data"]["reactions"] == [{"kind": "thanks", "people": [{"id": imke.pk, "name": "Imke Smit"}]}]
    assert refused["code"] == "not_found"
