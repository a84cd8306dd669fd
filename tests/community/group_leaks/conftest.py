"""What is said in a small group, who is in it, and who is not."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from community import services
from tests.community.groups import SECRET, talk_in
from tests.factories.networks import MeetingFactory
from tests.factories.people import UserFactory


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network)


@pytest.fixture
def thread(network, sanne):
    """A conversation of the whole network."""
    return services.start_thread(network=network, author=sanne, title="Voor iedereen", body="<p>Hallo allemaal.</p>")


@pytest.fixture
def secret(group, sanne, imke, thread, media, meeting):
    """A conversation of the group with a reply, a file, a reaction, a change and a subject."""
    found = talk_in(group, sanne, kind="question", about=meeting)
    file = services.keep_file(network=group.network, by=imke, file=SimpleUploadedFile(f"{SECRET}.txt", b"Geheim"))
    reply = services.create_post(
        thread=found, author=imke, body=f"<p>{SECRET} antwoord</p>", key=uuid.uuid4(), files=[file.pk]
    )
    services.edit_post(post=reply, by=imke, body=f"<p>{SECRET} beter antwoord</p>", version=1)
    services.react(post=reply, by=sanne, kind="thanks")
    return found


@pytest.fixture
def reply(secret):
    return secret.posts.in_order().select_related("thread__network").last()


@pytest.fixture
def outside(noor, bram):
    """Who is at home in the network and not in the group: a participant, the facilitator, who manages the site."""
    return {"noor": noor, "bram": bram, "manager": UserFactory(is_superuser=True, email="beheer@leernetwerk.example")}
