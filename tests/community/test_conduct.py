"""The code of conduct, accepted once before the first message; and how fast one may write."""

import uuid

import pytest
from django.urls import reverse

from accounts.erasure import erase_account
from accounts.services import create_api_token
from community import limits, services
from community.care import personal
from community.care.conduct import accept_conduct, keep_first_conduct, must_accept_conduct, word_conduct
from community.errors import ConductNotAccepted
from community.models import CodeOfConduct, ConductAcceptance, ConductWording, Post
from core.errors import VersionConflict
from tests.community.conftest import say
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def wording(thread):
    """Sanne wrote before there was a code."""
    return keep_first_conduct()


def reword(text, *, asks_again=False):
    code = CodeOfConduct.load()
    code.text, code.asks_again = text, asks_again
    return word_conduct(code=code, by=None)


def test_without_a_code_nobody_is_asked(thread, imke):
    assert not must_accept_conduct(imke)
    assert say(thread, imke).pk


def test_nobody_writes_before_accepting(wording, thread, imke):
    with pytest.raises(ConductNotAccepted):
        say(thread, imke)

    accept_conduct(person=imke, version=wording.version)
    assert say(thread, imke).pk


def test_a_conversation_is_not_half_started(wording, network, imke):
    with pytest.raises(ConductNotAccepted):
        services.start_thread(network=network, author=imke, title="Wie?", body="<p>Wij</p>")

    assert not network.threads.filter(author=imke).exists()


def test_sending_again_what_was_sent_is_no_new_message(thread, imke):
    key = uuid.uuid4()
    post = say(thread, imke, key=key)
    keep_first_conduct()

    assert say(thread, imke, key=key) == post


def test_a_small_change_asks_nobody_again_and_a_large_one_everybody(wording, imke):
    accept_conduct(person=imke, version=1)

    assert reword("Wees aardig.").version == 2
    assert not must_accept_conduct(imke)
    assert must_accept_conduct(UserFactory())

    assert reword("Wees altijd aardig.", asks_again=True).version == 3
    assert must_accept_conduct(imke)
    accept_conduct(person=imke, version=3)
    assert not must_accept_conduct(imke)


def test_the_same_text_is_no_new_version(wording):
    reword(CodeOfConduct.load().text, asks_again=True)

    assert ConductWording.objects.count() == 1
    assert not CodeOfConduct.load().asks_again


def test_only_what_was_read_is_accepted(wording, imke):
    reword("Wees aardig.")
    with pytest.raises(VersionConflict):
        accept_conduct(person=imke, version=1)


def test_an_installation_keeps_the_code_of_its_editors(wording):
    reword("Wees aardig.")

    assert keep_first_conduct().text == "Wees aardig."


def test_the_page_asks_first_and_then_lets_write(wording, client, thread, network, imke):
    client.force_login(imke)
    place = thread.get_absolute_url()
    assert 'data-part="reply"' not in client.get(place).content.decode()

    page = reverse("community:conduct", args=[network.slug])
    assert "Noem geen leerlingen" in client.get(f"{page}?next={place}").content.decode()
    led = client.post(page, {"version": wording.version, "next": place})

    assert (led.status_code, led["Location"]) == (302, place)
    assert 'data-part="reply"' in client.get(place).content.decode()


def test_what_was_typed_meanwhile_is_kept(wording, client, thread, imke):
    client.force_login(imke)
    key = str(uuid.uuid4())
    page = client.post(thread.get_absolute_url(), {"body": "Mijn lange antwoord", "key": key}).content.decode()

    assert "Mijn lange antwoord" in page
    assert 'id="conduct"' in page


@pytest.mark.parametrize("next_", ["https://elders.example/", "//elders.example/", "javascript:alert(1)", ""])
def test_agreeing_leads_nowhere_else(next_, wording, client, network, imke):
    client.force_login(imke)
    page = reverse("community:conduct", args=[network.slug])
    led = client.post(page, {"version": wording.version, "next": next_})

    assert led["Location"] == reverse("community:discussion", args=[network.slug])


@pytest.mark.parametrize("version", ["", "x", "9", "-1", "٣"])
def test_a_version_that_nobody_read(version, wording, client, network, imke):
    client.force_login(imke)
    client.post(reverse("community:conduct", args=[network.slug]), {"version": version})

    assert must_accept_conduct(imke)


@pytest.mark.parametrize(
    ("who", "status"), [("visitor", 302), ("outsider", 403), ("participant", 200), ("facilitator", 200)]
)
def test_who_opens_the_page(who, status, wording, client, network, people):
    if who != "visitor":
        client.force_login(people[who])

    assert client.get(reverse("community:conduct", args=[network.slug])).status_code == status


def test_there_is_no_page_without_a_code(client, network, imke):
    client.force_login(imke)

    assert client.get(reverse("community:conduct", args=[network.slug])).status_code == 404


def test_through_the_api(wording, client, thread, imke):
    headers = {"Authorization": "Bearer " + create_api_token(person=imke, label="Test")}
    json = {"content_type": "application/json", "headers": headers}
    posts = f"/api/v1/threads/{thread.pk}/posts"
    refused = client.post(posts, {"body": "<p>Wij</p>"}, **json)

    assert (refused.status_code, refused.json()["code"]) == (403, "conduct_not_accepted")
    assert client.get("/api/v1/conduct", headers=headers).json()["must_accept"] is True
    assert client.put("/api/v1/conduct/acceptance", {"version": 9}, **json).status_code == 409
    assert client.put("/api/v1/conduct/acceptance", {"version": 1}, **json).status_code == 204
    assert client.get("/api/v1/conduct", headers=headers).json()["must_accept"] is False
    assert client.post(posts, {"body": "<p>Wij</p>"}, **json).status_code == 201
    assert client.get("/api/v1/conduct").status_code == 401


def test_acceptances_go_along_in_the_export_and_with_the_account(wording, imke):
    accept_conduct(person=imke, version=1)
    assert [it["version"] for it in personal.exported_acceptances(imke)] == [1]

    erase_account(person=imke)
    assert not ConductAcceptance.objects.filter(person=imke).exists()


def test_an_editor_words_it(client, admin_user, wording):
    client.force_login(admin_user)
    code = CodeOfConduct.load()
    page = reverse("wagtailsettings:edit", args=["community", "codeofconduct", code.pk])
    assert client.get(page).status_code == 200
    client.post(page, {"text": "Wees aardig.", "text_en": "Be kind.", "asks_again": "on"})

    newest = ConductWording.objects.order_by("-version").first()
    assert (newest.version, newest.text_en, newest.asks_again, newest.worded_by) == (2, "Be kind.", True, admin_user)


def test_who_writes_too_fast_is_asked_to_wait_and_keeps_the_text(client, thread, imke):
    client.force_login(imke)
    for _ in range(limits.MOST_BY_HAND):
        say(thread, imke)
    page = client.post(thread.get_absolute_url(), {"body": "Nog een", "key": str(uuid.uuid4())}).content.decode()

    assert "Nog een" in page
    assert Post.objects.filter(author=imke).count() == limits.MOST_BY_HAND
