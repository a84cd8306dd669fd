"""A network in which Sanne and Imke take part, that Bram facilitates, and that Kees does not belong to."""

import contextlib
import sqlite3
import uuid

import pytest
import pytest_asyncio
from asgiref.sync import sync_to_async
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from wagtail.models import Site

from community import services
from community.hub import the_hub
from networks.models import Enrolment
from tests.community.groups import group_of
from tests.factories.networks import NetworkFactory
from tests.factories.people import SchoolFactory, UserFactory


@pytest.fixture
def sanne():
    return UserFactory(email="sanne@scholen.example", first_name="Sanne", last_name="de Vries")


@pytest.fixture
def imke():
    return UserFactory(email="imke@scholen.example", first_name="Imke", last_name="Smit")


@pytest.fixture
def bram():
    return UserFactory(email="bram@scholen.example", first_name="Bram", last_name="Jansen")


@pytest.fixture
def kees():
    return UserFactory(email="kees@scholen.example", first_name="Kees", last_name="Bos")


@pytest.fixture
def network(sanne, imke, bram):
    network = NetworkFactory(title="Toetsing", slug="toetsing", facilitators=[bram], page=Site.objects.exists())
    for person in (sanne, imke):
        join(network, person)
    return network


def join(network, person):
    return Enrolment.objects.create(
        network=network, person=person, school=SchoolFactory(), state=Enrolment.State.ACCEPTED
    )


@pytest.fixture
def thread(network, sanne):
    return services.start_thread(network=network, author=sanne, title="Wie toetst anders?", body="<p>Vertel eens.</p>")


@pytest.fixture
def group(network, sanne, imke):
    return group_of(network, sanne, imke)


@pytest.fixture
def noor(network):
    person = UserFactory(email="noor@scholen.example", first_name="Noor", last_name="Dekker")
    join(network, person)
    return person


@pytest.fixture
def people(sanne, imke, bram, kees):
    return {"participant": sanne, "other": imke, "facilitator": bram, "outsider": kees, "visitor": AnonymousUser()}


def say(thread, author, text="<p>Wij ook.</p>", key=None):
    return services.create_post(thread=thread, author=author, body=text, key=key or uuid.uuid4())


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = settings.SENDFILE_ROOT = str(tmp_path)
    return tmp_path


@pytest.fixture
def file_database(django_db_setup, django_db_blocker, tmp_path):
    """A database that several threads use as they do in earnest: on SQLite a file of its own, thrown away after."""
    connection = connections["default"]
    if connection.vendor != "sqlite":
        yield  # whose tests are marked django_db(transaction=True)
        return
    with django_db_blocker.unblock():
        connection.ensure_connection()
        pristine, name = connection.connection, connection.settings_dict["NAME"]
        with contextlib.closing(sqlite3.connect(tmp_path / "test.sqlite3")) as file:
            pristine.backup(file)
        connection.connection, connection.settings_dict["NAME"] = None, str(tmp_path / "test.sqlite3")
        ContentType.objects.clear_cache()  # its numbers are those of the database that was used before
        yield
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = pristine, name


@pytest_asyncio.fixture
async def hub(file_database, thread):
    """Of a network with one thread, in a database that threads share."""
    await sync_to_async(connections.close_all)()  # the thread may still have the database of the test before
    yield the_hub()
    await the_hub().close()


@pytest.fixture
def many_members(network):
    for person in UserFactory.create_batch(40):
        join(network, person)
