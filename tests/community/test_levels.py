"""Each level counts in the inbox, for mail at once and in digests; on the pages, through the API, and at any moment."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail as outbox

from accounts.services import create_api_token
from community import following, services
from community.models import Following, Thread
from notifications.choosing import choose
from notifications.digests import send_due_digests
from notifications.mail import send_due_mails
from notifications.models import Notification
from tests.community.conftest import say

pytestmark = pytest.mark.django_db
Level = Following.Level
KINDS = ("post.posted", "post.replied", "post.mentioned")
MONDAY_NOON = datetime(2026, 11, 2, 11, tzinfo=UTC)
# What happens, and whom of the three levels it reaches.
HEARD = {
    "a message elsewhere": {"everything"},
    "a reply": {"everything", "concerns"},
    "a mention": {"everything", "concerns"},
    "a message to everybody": {"everything", "concerns"},
}


@pytest.fixture
def clock():
    with time_machine.travel(MONDAY_NOON, tick=False) as clock:
        yield clock


def happen(what, network, thread, bram, imke):
    """Bram writes something that Imke may hear of."""
    if what == "a reply":
        say(thread, imke)
    if what == "a message to everybody":
        services.start_thread(
            network=network, author=bram, title="Morgen", body="<p>Tot dan.</p>", kind=Thread.Kind.ANNOUNCEMENT
        )
    else:
        mention = f'<span data-mention="{imke.pk}">@Imke</span>' if what == "a mention" else ""
        say(thread, bram, f"<p>{mention} Wat vindt u?</p>")


@pytest.mark.parametrize("what", HEARD)
@pytest.mark.parametrize("level", Level.values)
@pytest.mark.parametrize("of", ["network", "thread"])
@pytest.mark.parametrize("delivery", ["at_once", "daily", "weekly"])
def test_each_level_everywhere(what, level, of, delivery, network, thread, bram, imke, clock):
    if of == "thread" and what == "a message to everybody":
        pytest.skip("a conversation that is new has no choice of its own")
    choose(person=imke, wanted=dict.fromkeys(KINDS, delivery))
    other = Level.NOTHING if level != Level.NOTHING else Level.EVERYTHING
    following.follow(network=network, person=imke, level=level if of == "network" else other)
    if of == "thread":
        following.follow(network=network, person=imke, level=level, thread=thread)
    happen(what, network, thread, bram, imke)

    inbox = Notification.objects.filter(recipient=imke)
    assert inbox.exists() == (level in HEARD[what])
    send_due_mails()
    clock.shift(timedelta(days=8))
    send_due_digests()
    assert len([mail for mail in outbox.outbox if mail.to == [imke.email]]) == inbox.count()


@pytest.mark.parametrize(("level", "mailed"), [(Level.NOTHING, 0), (Level.CONCERNS, 0), (Level.EVERYTHING, 1)])
def test_a_choice_counts_for_what_was_not_mailed_yet(level, mailed, network, thread, bram, imke, clock):
    following.follow(network=network, person=imke, level=Level.EVERYTHING)
    say(thread, bram)
    following.follow(network=network, person=imke, level=level, thread=thread)
    clock.shift(timedelta(days=2))

    send_due_digests()
    assert len([mail for mail in outbox.outbox if mail.to == [imke.email]]) == mailed


def test_the_choice_stands_at_the_head_of_both_pages(client, network, thread, imke):
    client.force_login(imke)
    for address, action in (
        (f"/netwerken/{network.slug}/discussie/", f"/netwerken/{network.slug}/discussie/volgen/"),
        (thread.get_absolute_url(), f"{thread.get_absolute_url()}volgen/"),
    ):
        page = client.get(address).text
        assert page.index(f'action="{action}"') < page.index('data-part="presence"')


@pytest.mark.parametrize("of", ["networks/toetsing", "threads/{thread}"])
@pytest.mark.parametrize(("who", "status"), [("visitor", 401), ("outsider", 403), ("other", 200), ("facilitator", 200)])
def test_choosing_through_the_api(of, who, status, client, people, thread):
    address = f"/api/v1/{of.format(thread=thread.pk)}/following"
    status = 404 if (who, of[0]) == ("outsider", "t") else status
    headers = {}
    if who != "visitor":
        headers["Authorization"] = f"Bearer {create_api_token(person=people[who], label='Test')}"
    for level in ("nothing", None):
        answer = client.put(address, {"level": level}, content_type="application/json", headers=headers)
        assert answer.status_code == status
        if status == 200:
            assert client.get(address, headers=headers).json() == {"level": level}
    assert client.get(address, headers=headers).status_code == status
