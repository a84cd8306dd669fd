"""What somebody is writing, kept on the server: one's own alone, until it is sent."""

import json
import uuid
from html import unescape

import pytest

from accounts.erasure import erase_account
from community import services
from community.models import Draft, Post
from community.personal import exported_drafts
from core.errors import NotAllowed
from tests.community.test_files import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
JSON = {"content_type": "application/json"}


def address(thread):
    return f"/api/v1/threads/{thread.pk}/draft"


def test_another_device_goes_on_with_it(client, thread, imke, network):
    file = services.keep_file(network=network, by=imke, file=text())
    client.force_login(imke)
    given = {"body": "<p>Ik <strong>denk</strong><script>x</script></p>", "files": [file.pk]}
    assert client.put(address(thread), given, **JSON).status_code == 204

    kept = client.get(address(thread)).json()
    page = client.get(thread.get_absolute_url())
    assert kept["body"] == "<p>Ik <strong>denk</strong></p>"
    assert [it["name"] for it in kept["files"]] == ["planning.txt"]
    assert page.context["form"]["body"].value() == "Ik denk"
    assert 'data-rich="&lt;p&gt;Ik &lt;strong&gt;denk' in page.text
    files = json.loads(unescape(page.text.split('data-files="')[1].split('"')[0]))
    assert files == kept["files"]


def test_sending_ends_it(client, thread, imke):
    client.force_login(imke)
    client.put(address(thread), {"text": "Half"}, **JSON)
    client.post(thread.get_absolute_url(), {"body": "Heel", "key": str(uuid.uuid4())})

    assert Post.objects.filter(body="<p>Heel</p>").exists()
    assert not Draft.objects.exists()


def test_a_new_conversation_is_kept_with_its_title(client, network, imke):
    client.force_login(imke)
    given = {"title": "Wie weet", "kind": "question", "text": "Eerst dit.\n\nDan dat."}
    client.put("/api/v1/networks/toetsing/draft", given, **JSON)

    form = client.get("/netwerken/toetsing/discussie/nieuw/").context["form"]
    assert (form["title"].value(), form["kind"].value()) == ("Wie weet", "question")
    assert client.get("/api/v1/networks/toetsing/draft").json()["body"] == "<p>Eerst dit.</p>\n\n<p>Dan dat.</p>"
    form = {"kind": "question", "title": "Wie weet dit?", "body": "x", "key": str(uuid.uuid4())}
    client.post("/netwerken/toetsing/discussie/nieuw/", form)
    assert not Draft.objects.exists()


def test_nothing_written_is_no_draft(client, thread, imke):
    client.force_login(imke)
    client.put(address(thread), {"text": "x"}, **JSON)
    client.put(address(thread), {"text": " "}, **JSON)
    assert not Draft.objects.exists()


def test_nobody_else_sees_it(client, thread, imke, sanne, bram, kees):
    services.save_draft(network=thread.network, person=imke, thread=thread, body="<p>Geheim</p>")
    for person in (sanne, bram):
        client.force_login(person)
        assert client.get(address(thread)).json()["body"] == ""
        assert "Geheim" not in client.get(thread.get_absolute_url()).text
    client.force_login(kees)
    assert client.get(address(thread)).status_code == 404
    with pytest.raises(NotAllowed):
        services.save_draft(network=thread.network, person=kees, thread=thread, body="<p>x</p>")


def test_a_file_of_somebody_else_is_not_in_it(client, thread, imke, sanne, network):
    file = services.keep_file(network=network, by=sanne, file=text())
    services.save_draft(network=network, person=imke, thread=thread, body="", files=[file.pk])
    client.force_login(imke)
    assert client.get(address(thread)).json()["files"] == []


def test_it_is_exported_and_goes_with_the_account(thread, imke):
    services.save_draft(network=thread.network, person=imke, thread=thread, body="<p>Half</p>")
    assert [it["text"] for it in exported_drafts(imke)] == ["<p>Half</p>"]
    erase_account(person=imke)
    assert not Draft.objects.exists()


def test_citing_comes_after_what_was_begun(client, thread, imke):
    services.save_draft(network=thread.network, person=imke, thread=thread, body="<p>Half</p>")
    client.force_login(imke)
    form = client.get(f"{thread.get_absolute_url()}?cite={thread.posts.get().pk}").context["form"]
    assert form["body"].value().startswith("Half\n\n> Sanne de Vries")
