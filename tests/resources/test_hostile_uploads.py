"""Three hundred hostile files through the page and the API: refused at the field, or served harmless."""

import os
import threading
import time
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from accounts.services import create_api_token
from core.files.types import TYPES
from tests.factories.resources import PDF
from tests.resources import hostile_files
from tests.resources.conftest import browser_of
from tests.resources.test_pages import version_in

# Every tenth file by default; HOSTILE_UPLOADS=all make test ARGS=tests/resources/test_hostile_uploads.py takes all.
ALL = list(hostile_files.everything())
FILES = ALL if os.environ.get("HOSTILE_UPLOADS") == "all" else ALL[::10]
BOUNDARY = "x-hostile-boundary"
MOST_MORE = 150 * 2**20  # bytes: with what a worker needs at rest that is 300 MB
MOST_OF_A_HEADER = 1024  # bytes; what has more is no form
PAGE = os.sysconf("SC_PAGE_SIZE")


def test_there_are_three_hundred():
    assert len({str(it) for it in ALL}) == len(ALL) >= 300


@contextmanager
def little_memory():
    """The process grows by no more than `MOST_MORE` meanwhile."""
    before, peak, done = resident(), [0], threading.Event()

    def watch():
        while not done.is_set():
            peak[0] = max(peak[0], resident())
            time.sleep(0.003)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
    assert peak[0] - before <= MOST_MORE, f"{(peak[0] - before) // 2**20} MB more"


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def body_of(name, content, field, **texts):
    """A form as a browser would send it, with the name just as it is given."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{text}\r\n' for key, text in texts.items()
    ]
    parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="')
    head = "".join(parts).encode() + name.encode("utf-8", "surrogateescape")
    return head + b'"\r\nContent-Type: text/html\r\n\r\n' + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def send(client, path, body, **more):
    return client.generic("POST", path, body, f"multipart/form-data; boundary={BOUNDARY}", **more)


class ByPage:
    field, refusals = "uploads", {422}

    def __init__(self, practice):
        self.client = self.browser = browser_of(practice.contributor)
        self.path = f"/praktijkvoorbeelden/{practice.slug}/bewerken/materialen/"
        self.version = version_in(self.client.get(self.path))

    def __call__(self, hostile):
        fields = {"version": self.version, "uploads_kind": "", "link": "", "link_title": ""}
        return send(self.client, self.path, body_of(hostile.name, hostile.content(), self.field, **fields))

    @staticmethod
    def points_at_the_field(answer):
        return "uploads" in answer.context["form"].errors


class ByProgram:
    field, refusals = "file", {413, 422}

    def __init__(self, practice):
        self.browser = browser_of(practice.contributor)
        token = create_api_token(person=practice.contributor, label="test")
        self.client = Client(headers={"Authorization": f"Bearer {token}"})
        self.path = f"/api/v1/practices/{practice.pk}/materials"

    def __call__(self, hostile):
        return send(self.client, self.path, body_of(hostile.name, hostile.content(), self.field))

    @staticmethod
    def points_at_the_field(answer):
        return any("file" in name for name in answer.json()["errors"])


@pytest.mark.parametrize("way", [ByPage, ByProgram])
def test_each_is_refused_at_the_field_or_served_harmless(draft, way):
    sender, wrong = way(draft), {}
    for hostile in FILES:
        try:
            with transaction.atomic(), little_memory():
                judge(sender, hostile, draft)
                transaction.set_rollback(True)
        except Exception as error:  # a page that fails is wrong too
            wrong[str(hostile)] = repr(error)
    assert wrong == {}


def judge(sender, hostile, draft):
    answer = sender(hostile)
    material = draft.materials.first()
    if material:
        assert not hostile.refused, f"taken as {material.content_type}"
        assert answer.status_code in {201, 302}
        harmless(material, sender.browser)
    elif len(hostile.name) > MOST_OF_A_HEADER:
        assert answer.status_code == 400
    elif answer.status_code != 302:  # a page that was sent a file without a name has no file
        assert answer.status_code in sender.refusals
        assert sender.points_at_the_field(answer), answer.content
        assert b"<img src=x" not in answer.content


def harmless(material, browser):
    """Fetched in any way it is a file to keep, of a type that runs nowhere, under a name of one line."""
    for method in ("get", "head"):
        answer = getattr(browser, method)(material.url)
        assert answer.status_code == 200
        assert answer["Content-Type"].partition(";")[0] in TYPES.values()
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer["Content-Disposition"].startswith("attachment")
        assert "X-Hostile" not in answer
    extension = material.name.rpartition(".")[2].lower()
    assert TYPES[extension] == material.content_type
    assert not set(material.name) & set('/\\\0\r\n"<>')
    picture = browser.get(f"{material.url}voorbeeld/")
    assert picture.status_code in {200, 404}
    if picture.status_code == 200:
        assert picture["Content-Type"] == "image/webp"
    page = browser.get(material.practice.get_absolute_url()).text
    assert "<img src=x" not in page
    assert "onmouseover='alert" not in page


@pytest.mark.parametrize("way", [ByPage, ByProgram])
def test_two_gigabytes_announced_cost_nothing(draft, way):
    """The connection ends before it all came."""
    sender = way(draft)
    body = body_of("groot.pdf", PDF, sender.field)[: -len(BOUNDARY)]
    with little_memory():
        answer = send(sender.client, sender.path, b"", CONTENT_LENGTH=str(2 * 2**30), **{"wsgi.input": BytesIO(body)})
    assert answer.status_code < 500
    for material in draft.materials.all():
        harmless(material, sender.browser)
