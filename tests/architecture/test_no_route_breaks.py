"""Whatever is sent to one of our addresses, by whomever: an answer, never an error of the server."""

import copy
import re
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import get_resolver

from accounts.models import User
from core.middleware import DomainErrorMiddleware
from home.demo.build import build_demo
from networks.models import Network
from resources.models import Practice
from tests.architecture.noticing import notice
from tests.architecture.test_routes import routes

NOT_OURS = ("admin/", "api/", "static", "media", "__")
NONSENSE = ("\x00💩", "9" * 30, "a" * 5000, ["//elsewhere.example", "-1"])
FIELDS = "title question body text learning_question school action reasons decision state network sector name email q"
BODIES: tuple[dict[str, str], ...] = ({}, dict.fromkeys(FIELDS.split(), "\x00💩" + "x" * 100))
PLACEHOLDER = re.compile(r"<(?:(\w+):)?(\w+)>")


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        build_demo(practices_wanted=0, members=0, posts=0, seed=1)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def drawn():
    """Kinds of errors that were drawn as a page, with the route where that was."""
    return set()


@pytest.fixture
def errors_drawn_once(drawn, monkeypatch):
    """Draw an error once at each route: of the thousands that come here the rest are the same page."""
    draw = DomainErrorMiddleware.process_exception

    def draw_once(middleware, request, exception):
        kind = (type(exception), request.resolver_match.route)
        if kind in drawn:
            return HttpResponse(status=404 if isinstance(exception, Http404) else exception.status)
        if answer := draw(middleware, request, exception):
            drawn.add(kind)
        return answer

    monkeypatch.setattr(DomainErrorMiddleware, "process_exception", draw_once)


def addresses():
    """Our own routes that Django writes as `path()`, without a prefix of a language."""
    paths = {path for path, _ in routes(get_resolver().url_patterns)}
    return sorted(path for path in paths if not path.startswith(NOT_OURS) and "(?P" not in path and "^" not in path)


def filled(path: str, *, known: bool) -> str:
    """The path with its placeholders filled by things that exist, or by nonsense of the right kind."""
    slug = (Network if path.startswith("netwerken/") else Practice).objects.first()
    right = {"int": "1", "slug": slug.slug, "uuid": "12345678-1234-5678-1234-567812345678"}
    odd = right | {"int": str(2**63), "slug": "a" * 300}
    return "/" + PLACEHOLDER.sub(lambda match: (right if known else odd).get(match[1], "y" * 300), path)


@contextmanager
def undone(client: Client):
    """What is sent here changes nothing for what comes after it: one closes the network, another ends the session."""
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


def answers(client: Client, path: str, read: set[str]):
    """Ask for the page, then with nonsense in every parameter that it was seen to read; and send forms to it."""
    address = filled(path, known=True)
    read.clear()
    yield f"GET {path}", client.get(address)
    tried: set[str] = set()
    while names := read - tried:
        tried |= names
        for text in NONSENSE:
            yield f"GET {path} {sorted(names)} {text[:9]!r}", client.get(address, dict.fromkeys(names, text))
    yield f"GET {path} (unknown)", client.get(filled(path, known=False))
    for body in BODIES:
        yield f"POST {path} {bool(body)}", client.post(address, body)


@pytest.mark.parametrize(("who", "pages"), [("", 20), ("schoolleider", 80), ("begeleider", 110), ("beheer", 120)])
def test_no_address_answers_with_an_error_of_the_server(demo, db, errors_drawn_once, monkeypatch, who, pages):
    """pages: how many there are at least to see, so that nobody is signed out halfway."""
    client, read = Client(raise_request_exception=False), notice(monkeypatch)
    if who:
        client.force_login(User.objects.get(email=f"{who}@leernetwerk.example"))
    broken, shown = [], 0

    for path in addresses():
        with undone(client):
            for said, answer in answers(client, path, read):
                broken += [said] if answer.status_code >= 500 else []
                shown += said == f"GET {path}" and answer.status_code == 200

    assert broken == []
    assert shown >= pages
