"""Naming people in a message: only the network's own, and they are told."""

import pytest

from community import following, services
from community.catching_up import missed
from community.following import Level
from community.mentions import resolve
from core.richtext import clean, from_plain
from notifications.models import Notification
from tests.community.conftest import say

pytestmark = pytest.mark.django_db


def told(person):
    return list(Notification.objects.filter(recipient=person).values_list("kind", flat=True))


def test_a_member_is_named_by_the_name_of_today(thread, sanne, imke):
    post = say(thread, imke, f'<p>Dag <span data-mention="{sanne.pk}"><b>@Iemand</b></span>!</p>')

    assert post.body == f'<p>Dag <span data-mention="{sanne.pk}">@Sanne de Vries</span>!</p>'
    assert told(sanne) == ["post.mentioned"]


@pytest.mark.parametrize("who", ["kees", "all", "0", "999999", "x onclick=1"])
def test_who_may_not_be_named_is_but_text(who, thread, imke, kees):
    who = str(kees.pk) if who == "kees" else who

    assert say(thread, imke, f'<p><span data-mention="{who}">@Kees</span> ja</p>').body == "<p>@Kees ja</p>"
    assert told(kees) == []


def test_a_typed_name_is_a_mention(thread, imke, sanne, bram):
    body = resolve(from_plain("Dag @sanne de vries, en @Bram Jansens? a@Bram Jansen"), thread, imke)

    assert f'<span data-mention="{sanne.pk}">@Sanne de Vries</span>' in body
    assert body.count("data-mention") == 1


def test_a_name_in_code_or_a_link_names_nobody(thread, imke):
    body = clean("<p><code>@Sanne de Vries</code> <a href='/x'>@Sanne de Vries</a></p>")
    assert resolve(body, thread, imke) == body


def test_only_a_facilitator_names_everybody(thread, imke, sanne, bram):
    following.follow(network=thread.network, person=sanne, level=Level.NOTHING)
    say(thread, bram, '<p><span data-mention="all">@x</span></p>')

    assert (told(imke), told(sanne)) == (["post.mentioned"], [])


def test_a_change_tells_only_whom_it_names_anew(thread, sanne, imke, bram):
    post = say(thread, imke, f'<p><span data-mention="{sanne.pk}">@</span></p>')
    both = f'{post.body}<p><span data-mention="{bram.pk}">@</span></p>'
    services.edit_post(post=post, by=imke, body=both, version=1)

    assert (told(sanne), told(bram)) == (["post.mentioned"], ["post.mentioned"])


def test_a_mention_comes_also_while_other_news_is_unread(thread, sanne, imke):
    say(thread, imke)
    say(thread, imke, f'<p><span data-mention="{sanne.pk}">@</span></p>')

    assert sorted(told(sanne)) == ["post.mentioned", "post.replied"]


def test_who_is_named_in_a_quote_is_told_of_nothing(thread, sanne, imke, bram):
    named = f'<span data-mention="{sanne.pk}">@</span>'
    post = say(thread, imke, f"<blockquote><p>{named} en @Bram Jansen</p></blockquote><p>Precies.</p>")

    assert post.body.count('data-mention="q') == 2
    assert "post.mentioned" not in (*told(sanne), *told(bram))
    assert missed(thread.network, sanne)[0].key == "new"


def test_who_quotes_may_still_name_somebody(thread, sanne, imke):
    say(thread, imke, f'<blockquote><p>Ja</p></blockquote><p><span data-mention="q{sanne.pk}">@</span></p>')

    assert told(sanne) == ["post.mentioned"]
    assert missed(thread.network, sanne)[0].key == "asked"


def test_who_ends_the_account_is_named_no_more(thread, sanne, imke):
    from community.erasing import forget

    post = say(thread, imke, "<blockquote><p>@Sanne de Vries</p></blockquote><p>@Sanne de Vries</p>")
    sanne.first_name, sanne.last_name = "Oud", "lid"
    sanne.save()
    forget(sanne)

    post.refresh_from_db()
    assert post.body.count("@Oud lid</span>") == 2
    assert "Vries" not in post.body_text


def test_who_may_be_named_is_for_members(client, network, imke, kees):
    client.force_login(imke)
    names = [it["name"] for it in client.get("/api/v1/networks/toetsing/people").json()]
    assert names == ["Bram Jansen", "Imke Smit", "Sanne de Vries"]
    client.force_login(kees)
    assert client.get("/api/v1/networks/toetsing/people").status_code == 403


def test_a_quote_without_javascript_begins_the_reply(client, thread, imke):
    client.force_login(imke)
    post = thread.posts.get()
    page = client.get(f"{thread.get_absolute_url()}?cite={post.pk}")

    begun = page.context["form"]["body"].value()
    assert begun.startswith("> Sanne de Vries, http://testserver/")
    assert "> Vertel eens." in begun
    assert client.get(f"{thread.get_absolute_url()}?cite=x9").status_code == 200
