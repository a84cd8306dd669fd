import pytest

from core.richtext import clean, from_plain, to_text


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("<p>Dag <strong>allen</strong></p>", "<p>Dag <strong>allen</strong></p>"),
        ("<p>x<script>alert(1)</script></p>", "<p>x</p>"),
        ('<a href="javascript:alert(1)">x</a>', '<a rel="nofollow noopener">x</a>'),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ("<img src=x onerror=alert(1)>", ""),
        ("a\x00b", "ab"),
    ],
)
def test_only_harmless_tags_stay(sent, kept):
    assert clean(sent) == kept


def test_typed_text_becomes_paragraphs_and_links():
    rich = from_plain("Een <b>\n\nTwee https://school.example/pta")

    assert rich.startswith("<p>Een &lt;b&gt;</p>")
    assert 'href="https://school.example/pta"' in rich


def test_rich_text_reads_as_plain_text():
    assert to_text("<p>Een &amp; twee</p><ul><li>drie</li></ul>") == "Een & twee\ndrie"
