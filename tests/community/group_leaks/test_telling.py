"""Nobody else is told what is said in a small group: by no notification, mail or event."""

import json

import pytest
from anymail.inbound import AnymailInboundMessage
from django.core import mail

from community import following, services, wire
from community.groups import services as groups
from community.groups.services import remove_from_group
from community.mailed import receiving
from community.mailed.addresses import address_for
from community.mailed.exchanges import allows, of_post
from community.models import NetworkEvent, Post
from notifications.models import Notification
from notifications.tasks import send_mails
from tests.community.conftest import say
from tests.community.groups import SECRET, talk_in

pytestmark = pytest.mark.django_db


def test_nobody_else_is_told_whatever_they_follow(group, network, noor, bram, sanne):
    for person in (noor, bram):
        following.follow(network=network, person=person, level=following.Level.EVERYTHING)
    Notification.objects.all().delete()

    talk_in(group, sanne, body=f"<p>@Noor Dekker @Bram Jansen @Imke Smit {SECRET}</p>")

    assert set(Notification.objects.values_list("recipient__first_name", flat=True)) == {"Imke"}
    assert f'data-mention="{noor.pk}"' not in Post.objects.get(thread__group=group).body


def test_a_mention_smuggled_in_is_but_text(group, sanne, noor):
    thread = talk_in(
        group, sanne, body=f'<p><span data-mention="{noor.pk}">@Noor</span> <span data-mention="all">@x</span></p>'
    )
    assert "data-mention" not in thread.posts.get().body


def test_mail_waits_for_who_left_and_says_nothing(secret, group, sanne, imke):
    say(secret, sanne, f"<p>{SECRET} nog iets</p>")
    news = Notification.objects.filter(recipient=imke, kind__startswith="post.").last()
    assert allows(news)
    assert SECRET in of_post(news).said
    kept = Notification(recipient=imke, kind=news.kind, params=news.params)

    remove_from_group(group=group, person=imke, by=sanne)

    assert not allows(kept)
    assert of_post(kept) is None
    assert not Notification.objects.filter(recipient=imke, params__thread=SECRET).exists()
    mail.outbox.clear()
    send_mails.func([news.pk])
    assert [it for it in mail.outbox if SECRET in it.body] == []


def test_an_answer_by_mail_of_who_left_is_refused(settings, secret, reply, group, sanne, imke):
    settings.REPLY_DOMAIN = "antwoord.leernetwerk.example"
    remove_from_group(group=group, person=imke, by=sanne)
    message = AnymailInboundMessage.construct(
        from_email=imke.email,
        to=address_for(imke.pk, reply.pk),
        subject="Re",
        text="Ik lees nog mee.",
        headers={"Message-ID": "<een@post.example>"},
    )
    assert receiving.receive(message) is None
    assert secret.posts.count() == 2


def every_kind(secret, sanne, imke):
    """One event of every kind about a post or thread of the group."""
    post = say(secret, imke, f"<p>{SECRET} a</p>")
    services.edit_post(post=post, by=imke, body=f"<p>{SECRET} b</p>", version=1)
    services.react(post=post, by=sanne, kind="thanks")
    services.delete_post(post=post, by=imke)
    services.restore_post(post=post, by=imke)
    question = talk_in(secret.group, sanne, kind="question", title=f"{SECRET} vraag")
    answer = say(question, imke, f"<p>{SECRET} c</p>")
    services.accept_answer(thread=question, by=sanne, post=answer)
    groups.change_group(group=secret.group, by=sanne, name=f"{SECRET} naam", purpose="")


def test_no_kind_of_event_says_a_word_to_others(secret, sanne, imke, noor, bram):
    before = NetworkEvent.objects.count()
    every_kind(secret, sanne, imke)
    frames = wire.frames(list(NetworkEvent.objects.order_by("seq")[before:]))

    assert {frame.kind for frame in frames} >= {
        "post.created",
        "post.edited",
        "post.reacted",
        "post.deleted",
        "post.restored",
        "thread.created",
        "thread.changed",
        "group.changed",
    }
    for frame in frames:
        for person in (noor, bram):
            told = json.loads(frame.text_for(person.pk))
            assert (told["kind"], told["data"], told["seq"]) == ("elsewhere", {}, frame.seq)
        assert frame.text_for(imke.pk) == frame.text
