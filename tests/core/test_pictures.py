"""Pictures: sharp, light, in their place, and with words for who does not see them."""

import pytest
from bs4 import BeautifulSoup
from django.template import engines
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.images.tests.utils import get_test_image_file


@pytest.fixture
def image(db, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    file = get_test_image_file(size=(1000, 700))
    return get_image_model().objects.create(title="x.png", description="Two people at a table", file=file)


def drawn(source: str, image) -> BeautifulSoup:
    template = engines["django"].from_string("{% load picture_tags %}" + source)
    return BeautifulSoup(template.render({"image": image}), "html.parser")


def test_a_picture_comes_in_two_formats_and_several_sizes(image):
    page = drawn('{% photo image "card" caption="At school" %}', image)

    assert [source["type"] for source in page.select("source")] == ["image/avif"]
    assert "640w" in page.source["srcset"]
    assert page.figcaption.text.strip() == "At school"


def test_it_keeps_its_place_and_has_the_words_of_the_image(image):
    shown = drawn("{% photo image %}", image).img

    assert (int(shown["width"]), int(shown["height"])) == (480, 336)
    assert (shown["alt"], shown["loading"]) == ("Two people at a table", "lazy")


def test_decoration_has_no_words(image):
    assert drawn('{% photo image alt="" %}', image).img["alt"] == ""


def test_without_an_image_there_is_nothing():
    assert str(drawn("{% photo image %}", None)) == ""


@pytest.mark.django_db
def test_an_editor_says_what_is_in_a_picture():
    form = get_image_form(get_image_model())({"title": "Table"}, user=None)

    assert "description" in form.errors
