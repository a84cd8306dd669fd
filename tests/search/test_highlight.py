"""Which passage of a text is shown with an answer."""

from search.highlight import passage

LABELS = "toetsen, feedback\nToetsbeleid\nHet Noorderlyceum, Oosterhaven"
SUMMARY = "Docenten kijken samen na."
SENTENCE = "In de sectie spraken wij lang over de toets van volgende week, en wat die moet laten zien."
STEMS = frozenset({"toets"})


def test_a_passage_stays_within_its_paragraph():
    shown = passage(SUMMARY, f"Eerst iets anders.\n{SENTENCE}\n{LABELS}", STEMS)

    assert shown == SENTENCE.replace("toets ", "<mark>toets</mark> ")


def test_what_answers_in_a_label_alone_follows_the_summary():
    shown = passage(SUMMARY, f"Eerst iets anders.\n{LABELS}", frozenset({"noorderlyceum"}))

    assert shown == f"{SUMMARY} · Het <mark>Noorderlyceum</mark>, Oosterhaven"


def test_without_a_summary_a_label_stands_alone():
    assert passage("", "Eerst <iets>.\nOver de toets & meer", STEMS) == "Over de <mark>toets</mark> &amp; meer"


def test_what_answers_nowhere_shows_its_summary():
    assert passage(SUMMARY, LABELS, frozenset({"rooster"})) == SUMMARY
