"""Answers by mail: what mail programs really send, delivered at the door of the provider."""

import hmac
import json
from base64 import b64encode
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail as outbox
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from community.mailed.addresses import address_for, read
from community.models import PostFile, ReceivedMail
from networks.models import Enrolment, Network
from notifications.digests import send_due_digests
from notifications.exchange import markers
from notifications.mail import compose_notification
from notifications.models import Notification
from tests.community.conftest import say

pytestmark = pytest.mark.django_db
MAILS = Path(__file__).parent / "mails"
SECRET = "postmark:geheim"
DOMAIN = "antwoord.leernetwerk.example"


@pytest.fixture(autouse=True)
def taking_answers(settings):
    settings.REPLY_DOMAIN = DOMAIN
    settings.INBOUND_MAIL = ["postmark"]
    settings.ANYMAIL = {"WEBHOOK_SECRET": SECRET}


@pytest.fixture
def post(thread, bram):
    return say(thread, bram, "<p>Wat doen jullie met herkansingen?</p>")


def raw(name, *, sender="sanne@scholen.example", to):
    words = (MAILS / f"{name}.eml").read_bytes()
    for token, value in {b"FROM": sender, b"TO>": f"{to}>", b"To: TO": f"To: {to}", b"MARKER": markers()[0]}.items():
        words = words.replace(token, value.encode())
    return words.decode()


def deliver(words, *, secret=SECRET, provider="postmark"):
    """What the provider does with a mail."""
    body = {"RawEmail": words, "OriginalRecipient": "", "Headers": []}
    return Client(enforce_csrf_checks=True).post(
        f"/mail/inbound/{provider}/",
        json.dumps(body),
        content_type="application/json",
        headers=authorised(secret),
    )


def answered(post):
    return post.thread.posts.filter(seq__gt=post.seq)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("outlook", "<p>Dag Bram,</p><p>Wij doen dat één keer per jaar, en het werkt “goed”.</p><p>Groet, Sanne</p>"),
        (
            "outlook-web",
            "<p>Here is our policy.<br>It has two parts:</p><ul><li>tests that count</li><li>tests that teach</li></ul>"
            '<p>Read the page (<a href="https://school.example/beleid" rel="nofollow noopener">'
            "https://school.example/beleid</a>) too.</p>",
        ),
        ("gmail", "<p>Bij ons ook, al drie jaar.</p><p>Kom gerust eens kijken!</p>"),
        (
            "apple-mail",
            "<p>Dit hangt bij ons in de teamkamer: zie de foto. Wij vullen het elke week aan, met de hele sectie.</p>"
            "<p>Hartelijke groet,<br>Sanne</p>",
        ),
        ("iphone", "<p>Ja, graag! Wanneer?</p>"),
        (
            "plain",
            "<p>Het antwoord is één woord: doen.</p><ol><li>begin klein</li><li>kijk wat het oplevert</li></ol>",
        ),
    ],
)
def test_what_mail_programs_send_becomes_a_post_without_the_quote(name, body, post, sanne):
    assert deliver(raw(name, to=address_for(sanne.pk, post.pk))).status_code == 200

    made = answered(post).get()
    assert made.author == sanne
    assert made.body.replace("\n", "") == body
    assert outbox.outbox == []


def test_files_come_along_and_the_logo_of_a_signature_does_not(post, sanne):
    for name in ("outlook", "outlook-web", "apple-mail"):
        deliver(raw(name, to=address_for(sanne.pk, post.pk)))

    names = [[it.name for it in made.files.all()] for made in answered(post).order_by("seq")]
    assert names == [[], ["Toetsbeleid één.pdf"], ["bord in de teamkamer.webp"]]


def test_delivered_twice_is_posted_once(post, sanne):
    for _ in range(2):
        assert deliver(raw("outlook-web", to=address_for(sanne.pk, post.pk))).status_code == 200

    assert answered(post).count() == PostFile.objects.count() == 1


@pytest.mark.parametrize("name", ["out-of-office", "bounce"])
def test_mail_of_machines_becomes_nothing_and_gets_no_answer(name, post, sanne):
    assert deliver(raw(name, to=address_for(sanne.pk, post.pk))).status_code == 200

    assert not answered(post).exists()
    assert outbox.outbox == []


def test_who_writes_from_another_address_is_told_so_once(post, sanne, kees, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        words = raw("gmail", sender=kees.email, to=address_for(sanne.pk, post.pk))
        deliver(words)
        deliver(words)
    [answer] = outbox.outbox

    assert answer.to == [kees.email]
    assert "een ander mailadres" in answer.body
    assert answer.extra_headers["In-Reply-To"] == "<CAKx1_9Qd7Yk0Zr@mail.gmail.com>"
    assert not answered(post).exists()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda post, sanne: Enrolment.objects.filter(person=sanne).update(state="withdrawn"), "Alleen deelnemers"),
        (lambda post, sanne: Network.objects.update(closed_at=timezone.now()), "netwerk is gesloten"),
    ],
)
def test_who_may_not_write_any_more_gets_the_reason(spoil, reason, post, sanne, django_capture_on_commit_callbacks):
    spoil(post, sanne)
    with django_capture_on_commit_callbacks(execute=True):
        deliver(raw("gmail", to=address_for(sanne.pk, post.pk)))

    [answer] = outbox.outbox
    assert (answer.to, reason in answer.body) == ([sanne.email], True), answer.body
    assert not answered(post).exists()


def test_a_file_that_we_do_not_take_is_named(post, sanne, django_capture_on_commit_callbacks):
    words = (
        raw("outlook-web", to=address_for(sanne.pk, post.pk))
        .replace("een.pdf", "x.exe")
        .replace("%C3%A9n.pdf", "n.exe")
    )
    with django_capture_on_commit_callbacks(execute=True):
        deliver(words)

    assert ".exe:" in outbox.outbox[0].body
    assert (answered(post).count(), PostFile.objects.count()) == (0, 0)


def test_an_empty_answer_is_refused(post, sanne, django_capture_on_commit_callbacks):
    words = raw("plain", to=address_for(sanne.pk, post.pk))
    words = words.replace("Het antwoord", f"> {markers()[0]}\n> Het antwoord")
    with django_capture_on_commit_callbacks(execute=True):
        deliver(words)

    assert "boven de regel" in outbox.outbox[0].body


@pytest.mark.parametrize(
    "spoil",
    [
        lambda address: address.replace("reply-", "reply-1"),
        lambda address: address.replace(DOMAIN, "elders.example"),
        lambda address: f"iemand@{DOMAIN}",
    ],
)
def test_an_address_that_we_did_not_give_out_takes_nothing(spoil, post, sanne):
    deliver(raw("gmail", to=spoil(address_for(sanne.pk, post.pk))))

    assert not answered(post).exists()
    assert outbox.outbox == []
    assert not ReceivedMail.objects.exists()


def test_the_address_survives_capitals_and_a_new_secret(post, sanne, settings):
    address = address_for(sanne.pk, post.pk)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "x" * 50

    assert read([address.upper()]) == (sanne.pk, post.pk)
    assert len(address.partition("@")[0]) <= 64


@pytest.mark.parametrize(
    ("secret", "provider", "status"), [("x:y", "postmark", 401), (SECRET, "mailgun", 404), (SECRET, "postmark", 200)]
)
def test_only_the_provider_with_its_secret_delivers(secret, provider, status, post, sanne):
    words = raw("gmail", to=address_for(sanne.pk, post.pk))

    assert deliver(words, secret=secret, provider=provider).status_code == status
    assert answered(post).count() == (status == 200)


def test_without_a_domain_nothing_is_offered_or_taken(post, sanne, settings):
    address = address_for(sanne.pk, post.pk)
    settings.REPLY_DOMAIN = ""

    assert deliver(raw("gmail", to=address)).status_code == 404
    notice = Notification.objects.filter(recipient=sanne).first()
    assert compose_notification(notice).reply_to == []


def test_a_mail_larger_than_a_form_is_taken(post, sanne):
    words = raw("outlook-web", to=address_for(sanne.pk, post.pk)).replace(
        "\n--_004_--", f"{'A' * 3_000_000}\n\n--_004_--"
    )

    assert deliver(words).status_code == 200


def test_the_mail_tells_what_was_said_and_takes_the_answer(post, sanne):
    message = compose_notification(Notification.objects.get(recipient=sanne))

    assert message.reply_to == [address_for(sanne.pk, post.pk)]
    assert message.body.startswith("##— Schrijf uw antwoord boven deze regel —##")
    assert "Wat doen jullie met herkansingen?" in message.body


def test_who_left_the_network_reads_nothing_of_it_in_mail(post, sanne):
    Enrolment.objects.filter(person=sanne).update(state="withdrawn")
    message = compose_notification(Notification.objects.get(recipient=sanne))

    assert "herkansingen" not in message.body
    assert message.reply_to == []


def test_no_mail_goes_out_of_a_network_that_somebody_left(post, sanne):
    Notification.objects.update(mail_due_at=timezone.now() - timedelta(minutes=1))
    Enrolment.objects.filter(person=sanne).update(state="withdrawn")

    send_due_digests()

    assert sanne.email not in [to for message in outbox.outbox for to in message.to]


def authorised(secret=SECRET):
    return {"Authorization": f"Basic {b64encode(secret.encode()).decode()}"}


def test_a_provider_that_took_the_mail_apart_itself(post, sanne):
    body = {
        "FromFull": {"Email": sanne.email, "Name": "Sanne"},
        "ToFull": [{"Email": address_for(sanne.pk, post.pk), "Name": ""}],
        "Subject": "Re: Bram Jansen noemt u",
        "Headers": [{"Name": "Message-ID", "Value": "<apart@scholen.example>"}],
        "TextBody": f"Goed plan.\n\n> {markers()[1]}\n",
        "HtmlBody": "",
        "Attachments": [
            {"Name": "plan.txt", "ContentType": "text/plain", "Content": b64encode(b"Plan.").decode(), "ContentID": ""}
        ],
    }
    address = "/mail/inbound/postmark/"
    Client().post(address, json.dumps(body), content_type="application/json", headers=authorised())

    made = answered(post).get()
    assert (made.body, [it.name for it in made.files.all()]) == ("<p>Goed plan.</p>", ["plan.txt"])


@pytest.mark.parametrize("signed", [True, False])
def test_a_provider_that_posts_a_form_with_a_signature(signed, post, sanne, settings):
    settings.INBOUND_MAIL = ["mailgun"]
    settings.ANYMAIL = settings.ANYMAIL | {"MAILGUN_WEBHOOK_SIGNING_KEY": "sleutel"}
    now = str(int(timezone.now().timestamp()))
    signature = hmac.new(b"sleutel", f"{now}token".encode(), "sha256").hexdigest()
    form = {
        **{"timestamp": now, "token": "token", "signature": signature if signed else "x"},
        **{"sender": sanne.email, "recipient": address_for(sanne.pk, post.pk), "from": f"Sanne <{sanne.email}>"},
        "message-headers": json.dumps([["Message-Id", "<form@scholen.example>"], ["From", sanne.email]]),
        **{"subject": "Re: iets", "body-plain": "Doen we.", "attachment-count": "1"},
        "attachment-1": SimpleUploadedFile("plan.txt", b"Plan.", "text/plain"),
    }
    answer = Client().post("/mail/inbound/mailgun/", form, headers=authorised())

    assert answer.status_code == (200 if signed else 400)
    assert [it.body for it in answered(post)] == (["<p>Doen we.</p>"] if signed else [])
