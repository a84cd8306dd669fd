"""Search is tried on schools: something that every app below has, made searchable for the test only."""

import os
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from accounts.models import User
from schools.models import School
from search import audiences, searchable, services
from search.engines.elasticsearch import feed, node
from search.models import PublicWord, SearchDocument
from search.results import SearchResults
from search.searchable import Searchable, SearchDocumentData
from tests.factories.people import SchoolFactory, UserFactory


class SchoolSearchable(Searchable):
    """What is found of a school is what the test wrote down for it."""

    model = School
    kind = "school"
    label = "School"
    facets = ("sector", "theme")
    numbers = ("used",)

    def __init__(self) -> None:
        self.written: dict[str, dict[str, Any] | None] = {}

    def document(self, school: School) -> SearchDocumentData | None:
        written = self.written.get(school.brin)
        return None if written is None else SearchDocumentData(**written)


@pytest.fixture
def schools(db: None) -> Iterator[SchoolSearchable]:
    kind = SchoolSearchable()
    shipped = [it for it in searchable.registered() if it.kind == "validation"]  # its programmes come with the tables
    for it in shipped:
        searchable.unregister(it.kind)
    SearchDocument.objects.all().delete()
    PublicWord.objects.all().delete()
    searchable.register(kind)
    yield kind
    searchable.unregister(kind.kind)
    for it in shipped:
        searchable.register(it)


@pytest.fixture
def publish(schools: SchoolSearchable) -> Callable[..., School]:
    """Make a school that is found by these texts; everybody may see it unless said otherwise."""

    def publish(title: str, **texts: Any) -> School:
        school = SchoolFactory.build(board=None)
        schools.written[school.brin] = {
            "title": title,
            "url": f"/scholen/{school.brin}/",
            "audience": ["public"],
            **texts,
        }
        school.save()
        return school

    return publish


@pytest.fixture
def rewrite(schools: SchoolSearchable) -> Callable[..., None]:
    """Change what is found of a school; `rewrite(school, None)` hides it."""

    def rewrite(school: School, hidden: str | None = "", **texts: Any) -> None:
        before = schools.written[school.brin]
        schools.written[school.brin] = None if hidden is None or before is None else before | texts
        school.save()

    return rewrite


@pytest.fixture
def own_network() -> Iterator[Callable[[User], None]]:
    """Give a person the token "network:7"."""
    people: set[int] = set()

    def source(user: User) -> set[str]:
        return {"network:7"} if user.pk in people else set()

    audiences.register(source)
    yield lambda user: people.add(user.pk)
    audiences.unregister(source)


@pytest.fixture
def sanne(db: None) -> User:
    return UserFactory(first_name="Sanne")


@pytest.fixture
def kees(db: None) -> User:
    return UserFactory(first_name="Kees")


@pytest.fixture
def use_elasticsearch(settings: Any) -> Iterator[Callable[[str], None]]:
    """Switch to Elasticsearch at this address, with an index that is this test's own and gone afterwards."""
    settings.ELASTICSEARCH_INDEX = f"test-{uuid.uuid4().hex[:12]}"

    def use(url: str) -> None:
        settings.ELASTICSEARCH_URLS = [url]
        node.breaker.reset()

    yield use
    if settings.ELASTICSEARCH_URLS:
        settings.ELASTICSEARCH_URLS = [elasticsearch_url()]
        node.breaker.reset()
        client = node.client()
        for index in client.indices.get(index=f"{settings.ELASTICSEARCH_INDEX}-*"):
            client.indices.delete(index=index)


def elasticsearch_url() -> str:
    url = os.environ.get("ELASTICSEARCH_URL", "").partition(",")[0]
    return url or pytest.skip("ELASTICSEARCH_URL says where Elasticsearch is")


class TriedEngine:
    """One engine, asked through the public service."""

    def __init__(self, name: str) -> None:
        self.name = name

    def ready(self) -> None:
        if self.name == "elasticsearch":
            feed.sync()

    def search(self, text: str = "", *, user: Any = None, **options: Any) -> SearchResults:
        self.ready()
        results = services.search(user=user or AnonymousUser(), text=text, **options)
        assert results.engine == self.name or not results.items
        return results

    def titles(self, text: str = "", **options: Any) -> list[str]:
        return [hit.title for hit in self.search(text, **options).items]

    def suggestions(self, text: str, *, user: Any = None) -> list[str]:
        self.ready()
        return [hit.title for hit in services.suggest(user=user or AnonymousUser(), text=text)]

    def correction(self, text: str, *, user: Any = None) -> str:
        return self.help(text, user=user).correction

    def help(self, text: str, *, user: Any = None) -> services.Help:
        self.ready()
        return services.help_with(user=user or AnonymousUser(), text=text)


ENGINES = [
    "database",
    pytest.param("database on postgresql", marks=pytest.mark.services),
    pytest.param("elasticsearch", marks=pytest.mark.services),
]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, db: None, use_elasticsearch: Callable[[str], None]) -> TriedEngine:
    if request.param == "elasticsearch":
        use_elasticsearch(elasticsearch_url())
        return TriedEngine("elasticsearch")
    if request.param == "database on postgresql" and connection.vendor != "postgresql":
        pytest.skip("DATABASE_URL is not PostgreSQL")
    return TriedEngine("database")
