"""Whatever is sent to one of our addresses, by whomever: an answer, never an error of the server."""

import re

import pytest
from django.test import Client
from django.urls import get_resolver

from accounts.models import User
from home.demo.build import build_demo
from networks.models import Network
from resources.models import Practice
from tests.architecture.test_routes import routes

NOT_OURS = ("admin/", "api/", "static", "media", "__")
QUERIES = (
    "",
    "?page=0&q=%00&sort=x&theme=%00&sector=%F0%9F%92%A9&limit=-1&next=//elsewhere.example",
    f"?page={'9' * 30}&after={'9' * 30}&q={'a' * 5000}&theme=1&theme=2&year=x",
)
FIELDS = "title question body text learning_question school action reasons decision state network sector name email q"
BODIES: tuple[dict[str, str], ...] = ({}, dict.fromkeys(FIELDS.split(), "\x00💩" + "x" * 100))
PLACEHOLDER = re.compile(r"<(?:(\w+):)?(\w+)>")


@pytest.fixture
def demo(db):
    build_demo(practices_wanted=0, members=0, posts=0, seed=1)


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


def answers(client: Client, path: str):
    for query in QUERIES:
        yield f"GET {path}{query[:20]}", client.get(filled(path, known=True) + query)
    yield f"GET {path} (unknown)", client.get(filled(path, known=False))
    for body in BODIES if "logout" not in path else ():
        yield f"POST {path} {bool(body)}", client.post(filled(path, known=True), body)


@pytest.mark.parametrize("who", ["", "schoolleider", "begeleider", "beheer"])
def test_no_address_answers_with_an_error_of_the_server(demo, who):
    client = Client(raise_request_exception=False)
    if who:
        client.force_login(User.objects.get(email=f"{who}@leernetwerk.example"))

    broken = [said for path in addresses() for said, answer in answers(client, path) if answer.status_code >= 500]

    assert broken == []
