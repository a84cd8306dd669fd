"""A theme is found by its name in either language, and leads to its practices."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from networks.models import Theme
from search.services import entrances, suggest

pytestmark = pytest.mark.django_db


def test_a_theme_is_suggested_in_the_readers_language():
    Theme.objects.create(name="Toetsbeleid", name_en="Assessment policy", slug="toetsbeleid")

    (dutch,) = suggest(user=AnonymousUser(), text="toetsb")
    with override("en"):
        (english,) = suggest(user=AnonymousUser(), text="assess")

    assert (dutch.title, dutch.url) == ("Toetsbeleid", "/praktijkvoorbeelden/?theme=toetsbeleid")
    assert (english.title, english.url) == ("Assessment policy", "/en/praktijkvoorbeelden/?theme=toetsbeleid")


def test_themes_are_where_to_begin_until_they_are_deleted():
    theme = Theme.objects.create(name="Toetsbeleid", slug="toetsbeleid")
    assert [hit.title for hit in entrances(user=AnonymousUser())] == ["Toetsbeleid"]

    theme.delete()
    assert entrances(user=AnonymousUser()) == []
