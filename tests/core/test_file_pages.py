"""The first page of a PDF as a small picture; no document does harm or takes for ever."""

import time
from contextlib import suppress
from io import BytesIO

import pytest
import typst
from PIL import Image

from core.files.pages import Unreadable, first_page_of, limits
from tests.core.pdfs import HOSTILE, ODD, one_page, picture_bomb


def drawn(path):
    with Image.open(BytesIO(first_page_of(path))) as picture:
        picture.load()
        return picture


def test_the_first_page_is_drawn_small(tmp_path):
    (tmp_path / "source.typ").write_text("#set page(fill: aqua)\n= Toetswijzer\n#pagebreak()\n#set page(fill: red)\n.")
    typst.compile(str(tmp_path / "source.typ"), output=str(tmp_path / "file"))

    picture = drawn(tmp_path / "file")

    assert (picture.format, picture.height) == ("WEBP", limits.SIDE)
    red, green, blue = picture.convert("RGB").getpixel((5, 5))
    assert green > 200 > red
    assert blue > 200


def test_a_slide_is_as_wide_as_a_page_is_high(tmp_path):
    (tmp_path / "file").write_bytes(one_page(box="0 0 1920 1080"))

    assert drawn(tmp_path / "file").size == (limits.SIDE, 270)


def test_words_are_drawn_with_a_font_that_is_not_in_the_file(tmp_path):
    (tmp_path / "file").write_bytes(one_page())

    assert drawn(tmp_path / "file").convert("L").getextrema()[0] < 60


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_broken_or_locked_is_said_to_be(tmp_path, name):
    (tmp_path / "file").write_bytes(HOSTILE[name])

    with pytest.raises(Unreadable):
        first_page_of(tmp_path / "file")


@pytest.mark.parametrize("content", [*ODD.values(), picture_bomb()], ids=[*ODD, "a picture of thirty thousand lines"])
def test_what_is_odd_ends_soon_and_stays_small(tmp_path, content):
    (tmp_path / "file").write_bytes(content)
    began = time.monotonic()

    with suppress(Unreadable):
        assert max(drawn(tmp_path / "file").size) <= limits.SIDE
    assert time.monotonic() - began < limits.SECONDS


def test_what_takes_too_long_is_stopped(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(one_page())
    monkeypatch.setattr("core.files.pages.SECONDS", -4.99)

    with pytest.raises(Unreadable, match="too long"):
        first_page_of(tmp_path / "file")
