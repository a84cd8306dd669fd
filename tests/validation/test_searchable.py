import pytest
from django.utils import translation

from search.models import SearchDocument
from tests.factories.validation import version_of
from tests.validation.portfolios import fill
from validation.services import draft_version, publish_version
from validation.shipped import install
from validation.shipped.programmes import PROGRAMMES

pytestmark = pytest.mark.django_db


def found(client, words, language=""):
    return client.get(f"{language}/zoeken/", {"q": words}).content.decode()


def test_a_programme_is_found_by_its_themes_in_either_language(client):
    install(PROGRAMMES[0] | {"slug": "nieuw"})

    assert "Valideren met een portfolio" in found(client, "leiden van verandering")
    with translation.override("en"):
        assert "Validation with a portfolio" in found(client, "leading change", "/en")


def test_nothing_of_a_portfolio_is_found(client, theme):
    fill(theme)

    kinds = set(SearchDocument.objects.values_list("kind", flat=True))
    assert not SearchDocument.objects.filter(body__contains="nauwelijks hielp").exists()
    assert kinds <= {"validation", "page", "contact", "news", "offer", "question", "network", "theme", "practice"}


def test_new_rules_are_found_once_they_are_published():
    draft = draft_version(programme=version_of().programme)
    draft.summary = "Een heel nieuwe zin."
    draft.save()
    rows = SearchDocument.objects.filter(kind="validation", summary="Een heel nieuwe zin.")
    assert not rows.exists()

    publish_version(version=draft, by=None)

    assert rows.exists()
