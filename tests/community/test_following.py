"""Who is told of a post: by level, once per thread until it is read, never the writer."""

import pytest
from django.urls import reverse

from community import following, services
from community.models import Following, Thread
from networks.services import withdraw
from notifications.models import Notification
from tests.community.conftest import say

pytestmark = pytest.mark.django_db
Level = Following.Level


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def announce(network, bram):
    return services.start_thread(
        network=network, author=bram, title="Morgen om tien uur", body="<p>Tot dan.</p>", kind=Thread.Kind.ANNOUNCEMENT
    )


def test_who_took_no_part_hears_nothing(thread, bram, imke):
    say(thread, bram)

    assert told(imke) == []


def test_who_wrote_hears_of_replies_once_until_they_are_read(thread, sanne, imke, bram):
    say(thread, imke)
    say(thread, bram)
    say(thread, bram)
    assert told(imke) == ["post.replied"]

    services.mark_read(thread=thread, person=imke, seq=99)
    say(thread, bram)

    assert told(imke) == ["post.replied"] * 2


def test_a_message_to_everybody_reaches_everybody_but_the_writer(network, bram, sanne, imke, kees):
    announce(network, bram)

    assert [told(person) for person in (sanne, imke, bram, kees)] == [["thread.announced"]] * 2 + [[], []]


def test_who_follows_everything_hears_of_every_conversation(network, thread, bram, imke):
    following.follow(network=network, person=imke, level=Level.EVERYTHING)
    say(thread, bram)

    assert told(imke) == ["post.posted"]


def test_nothing_is_nothing(network, thread, bram, sanne):
    following.follow(network=network, person=sanne, level=Level.NOTHING)
    say(thread, bram)
    announce(network, bram)

    assert told(sanne) == []


def test_the_choice_for_a_conversation_goes_before_that_for_the_network(network, thread, bram, sanne):
    following.follow(network=network, person=sanne, level=Level.EVERYTHING)
    following.follow(network=network, person=sanne, level=Level.NOTHING, thread=thread)
    say(thread, bram)
    assert told(sanne) == []

    following.follow(network=network, person=sanne, level=None, thread=thread)
    say(thread, bram)

    assert told(sanne) == ["post.replied"]


def test_who_left_is_told_nothing_more(network, thread, bram, sanne):
    withdraw(enrolment=sanne.enrolments.get())
    Notification.objects.all().delete()
    say(thread, bram)

    assert told(sanne) == []


def test_telling_takes_as_many_queries_for_forty_as_for_four(
    network, thread, bram, many_members, django_assert_max_num_queries
):
    post = say(thread, bram)
    with django_assert_max_num_queries(7):
        following.tell(post)


@pytest.mark.parametrize("level", Level.values)
@pytest.mark.parametrize("of_thread", [False, True])
def test_choosing_on_the_page(client, network, thread, imke, level, of_thread):
    client.force_login(imke)
    name, place = ("follow_thread", [network.slug, thread.pk]) if of_thread else ("follow", [network.slug])
    response = client.post(reverse(f"community:{name}", args=place), {"level": level}, follow=True)

    assert following.level_in(network, imke, thread if of_thread else None) == level
    assert f'<option value="{level}" selected' in response.content.decode()


def test_nonsense_is_refused(client, network, imke):
    client.force_login(imke)
    client.post(reverse("community:follow", args=[network.slug]), {"level": "x"})

    assert following.level_in(network, imke) is None


@pytest.mark.parametrize(("who", "status"), [("visitor", 302), ("outsider", 403), ("other", 302), ("facilitator", 302)])
def test_only_members_choose(client, people, network, who, status):
    if who != "visitor":
        client.force_login(people[who])

    assert client.post(f"/netwerken/{network.slug}/discussie/volgen/", {"level": "nothing"}).status_code == status
