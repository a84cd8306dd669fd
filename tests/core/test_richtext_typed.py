"""Rich text in a plain text box, and back."""

import pytest

from core import richtext

TYPED = (
    "Hallo\nwereld https://a.example/x\n\n- een\n- twee\n\n1. a\n2. b\n\n> geciteerd\n>\n> meer\n\nklaar",
    "Gewoon één regel.",
    "- <b>niet vet</b> & zo",
)


@pytest.mark.parametrize("text", TYPED)
def test_what_is_typed_comes_back_as_it_was(text):
    assert richtext.to_plain(richtext.from_plain(text)) == text


def test_points_numbers_and_quotes_are_read():
    assert richtext.from_plain("- een\n- twee") == "<ul><li>een</li><li>twee</li></ul>"
    assert richtext.from_plain("1. een\n2) twee") == "<ol><li>een</li><li>twee</li></ol>"
    assert richtext.from_plain("> zo\nja") == "<blockquote><p>zo</p></blockquote>\n\n<p>ja</p>"


def test_a_web_address_in_rich_text_is_a_link_once():
    body = '<p>Zie https://a.example/x en <a href="https://b.example">b.example</a> <code>c.example</code></p>'
    linked = richtext.link_addresses(body)

    assert '<a href="https://a.example/x">https://a.example/x</a>' in linked
    assert linked.count("<a ") == 2


def test_a_tower_of_quotes_falls_over_nowhere():
    assert richtext.from_plain(">" * 5000 + " hallo").count("<blockquote>") == 5


def test_a_link_with_other_words_is_written_out():
    assert richtext.to_plain('<p>Zie <a href="https://a.example">hier</a>.</p>') == "Zie hier (https://a.example)."


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<p></p><p>Ja</p><p>&nbsp;</p><p><br></p>", "<p>Ja</p>"),
        ("<p class=MsoNormal style='mso-x:1'><b>Vet</b><o:p></o:p></p>", "<p><strong>Vet</strong></p>"),
        ("<!--[if gte mso 9]><xml>x</xml><![endif]--><p>Ja</p>", "<p>Ja</p>"),
        ("<style>p{color:red}</style><h1>Kop</h1>", "<h3>Kop</h3>"),
    ],
    ids=["empty edges", "Word's bold", "Word's comments", "styles and headings"],
)
def test_what_a_word_processor_leaves_is_cleaned(given, kept):
    assert richtext.clean(given) == kept
