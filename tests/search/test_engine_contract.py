"""What every engine does. Runs on SQLite, on PostgreSQL and on Elasticsearch."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from search import services

DAY = timezone.make_aware(datetime.datetime(2018, 9, 10, 9, 30))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("toets", "Toetsing in de bovenbouw"),
        ("toets", "Ons toetsbeleid"),
        ("toets", "Minder toetsen"),
        ("toets", "Er wordt getoetst"),
        ("toetsing", "Een toets zonder cijfer"),
        ("toetsen", "Toetsingskader"),
        ("beleid", "Toetsbeleid"),
        ("toetsingsbeleid", "Toetsbeleid"),
        ("examen", "Examinering in het mbo"),
        ("examinering", "Het examen"),
        ("examen", "Eindexamens"),
        ("leerling", "Alle leerlingen"),
        ("leerlingen", "Leerlingbegeleiding"),
        ("formatieve", "Formatief evalueren"),
        ("differentiatie", "Differentiëren in de klas"),
        ("differentieren", "Gedifferentieerde lessen"),
        ("pta", "Het programma van toetsing en afsluiting"),
        ("Programma van toetsing en afsluiting", "Ons PTA"),
        ("PTA's", "Een flexibeler PTA"),
        ("pta", "PTA's vergelijken"),
        ("mentoren", "De mentor"),
        ("cijferloos", "Werken zonder cijfers"),
        ("cijfers", "Cijferloze onderbouw"),
        ("flexibele", "Flexibilisering"),
        ("netwerken", "Leernetwerk"),
        ("creme brulee", "Crème brûlée"),
        ("CRÈME", "creme"),
        ("zwartkijkertje4f3a2b", "Toetsbeleid zwartkijkertje4f3a2b"),
        ("co-teaching", "Over co teaching"),
        ("de toets van hoe", "Toets"),
    ],
)
def test_finds_dutch_words(engine, publish, query, text):
    publish(text)

    assert engine.titles(query) == [text]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("toets wiskunde", "Toets Engels"),
        ("zwartkijkertje4f3a2", "zwartkijkertje4f3a2b"),
        ("eindexamen", "Examen"),
        ("hoe is het", "Hoe is het"),
        ("toe", "Toets"),
        ("()&|!:*", "Toets"),
    ],
)
def test_does_not_find_what_is_not_there(engine, publish, query, text):
    publish(text)

    assert engine.search(query).total == 0


def test_words_may_stand_in_different_texts(engine, publish):
    publish("Toetsing", summary="op het Waterdamcollege", body="<p> in leerjaar drie")

    assert engine.titles("toets waterdamcollege leerjaar") == ["Toetsing"]


def test_a_word_in_the_title_counts_most_then_in_the_summary(engine, publish):
    publish("Derde", summary="Over school en ouders", body="Hier gaat het over intervisie en andere vormen.")
    publish("Tweede", summary="Over intervisie en ouders", body="Hier gaat het over school en andere vormen.")
    publish("Intervisie", summary="Over school en ouders", body="Hier gaat het over toetsen en andere vormen.")

    assert engine.titles("intervisie") == ["Intervisie", "Tweede", "Derde"]


def test_boost_brings_up(engine, publish):
    publish("Intervisie een")
    publish("Intervisie twee", boost=3.0)

    assert engine.titles("intervisie") == ["Intervisie twee", "Intervisie een"]


def test_sorts_by_date_and_title(engine, publish):
    publish("Beta", date=DAY)
    publish("alfa", date=DAY + datetime.timedelta(days=1))
    publish("Étude")

    assert engine.titles(sort="newest") == ["alfa", "Beta", "Étude"]
    assert engine.titles(sort="title") == ["alfa", "Beta", "Étude"]


def test_pages_do_not_overlap(engine, publish):
    for number in range(7):
        publish(f"Toets {number}")

    pages = [engine.titles("toets", limit=3, offset=offset) for offset in (0, 3, 6, 9)]

    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert len({title for page in pages for title in page}) == 7
    assert engine.search("toets", limit=3, offset=9).total == 7


def test_only_the_audience_finds(engine, publish, sanne, kees, own_network):
    own_network(sanne)
    publish("Verslag van het netwerk", audience=["network:7"])
    publish("Verslag voor Kees", audience=[f"person:{kees.pk}"])
    publish("Verslag voor allen")

    assert engine.titles("verslag") == ["Verslag voor allen"]
    assert set(engine.titles("verslag", user=sanne)) == {"Verslag voor allen", "Verslag van het netwerk"}
    assert set(engine.titles("verslag", user=kees)) == {"Verslag voor allen", "Verslag voor Kees"}


def test_facets_do_not_count_what_the_reader_may_not_see(engine, publish):
    publish("Open", facets={"sector": ["VO"]})
    publish("Besloten", facets={"sector": ["MBO"]}, audience=["network:7"])

    assert counts(engine.search(), "sector") == {"VO": 1}


def test_an_own_choice_does_not_narrow_its_own_counts(engine, publish):
    publish("Een", facets={"sector": ["VO"], "theme": ["toetsing", "visie"]})
    publish("Twee", facets={"sector": ["VO"], "theme": ["visie"]})
    publish("Drie", facets={"sector": ["PO"], "theme": ["toetsing"]})

    results = engine.search(facets={"sector": ["VO"]})

    assert results.total == 2
    assert counts(results, "sector") == {"VO": 2, "PO": 1}
    assert counts(results, "theme") == {"visie": 2, "toetsing": 1}


def test_values_of_one_facet_add_and_facets_narrow(engine, publish):
    publish("Een", facets={"sector": ["VO"], "theme": ["toetsing"]})
    publish("Twee", facets={"sector": ["PO"], "theme": ["visie"]})
    publish("Drie", facets={"sector": ["PO"], "theme": ["toetsing"]})

    both_sectors = engine.search(facets={"sector": ["VO", "PO"]})
    one_theme = engine.search(facets={"sector": ["VO", "PO"], "theme": ["toetsing"]})

    assert both_sectors.total == 3
    assert one_theme.total == 2
    assert counts(one_theme, "sector") == {"VO": 1, "PO": 1}


def test_how_many_there_are_with_fewer_choices(engine, publish):
    publish("Toets een", facets={"sector": ["VO"], "theme": ["toetsing"]})
    publish("Toets twee", facets={"sector": ["PO"], "theme": ["visie"]})
    publish("Visie", facets={"sector": ["PO"], "theme": ["visie"]})

    found = engine.search("toets", facets={"sector": ["VO"], "theme": ["visie"]})

    assert (found.total, found.without, found.unfiltered) == (0, {"sector": 1, "theme": 1}, 2)
    assert (engine.search().without, engine.search().unfiltered) == ({}, 3)


def test_a_value_without_results_stays_only_when_it_is_chosen(engine, publish):
    publish("Toets", facets={"sector": ["VO"]})
    publish("Visie", facets={"sector": ["PO"]})

    free = engine.search("toets")
    chosen = engine.search("toets", facets={"sector": ["PO"]})

    assert counts(free, "sector") == {"VO": 1}
    assert counts(chosen, "sector") == {"VO": 1, "PO": 0}
    assert [value.value for value in chosen.facets["sector"] if value.selected] == ["PO"]


def test_values_have_labels(engine, publish):
    publish("Toets", facets={"sector": ["VO"]}, facet_labels={"sector": {"VO": "Voortgezet onderwijs"}})

    assert engine.search().facets["sector"][0].label == "Voortgezet onderwijs"


def test_marks_the_words_that_answer(engine, publish):
    body = "Vooraf iets anders. " * 40 + "Wij maakten toetsbeleid & toetsten <minder>. " + "Daarna nog meer. " * 40
    publish("Getoetst <en> wel", body=body)

    hit = engine.search("toets").items[0]

    assert hit.title_highlight == "<mark>Getoetst</mark> &lt;en&gt; wel"
    assert "<mark>toetsbeleid</mark> &amp; <mark>toetsten</mark> &lt;minder&gt;" in hit.highlight
    assert len(hit.highlight) < 400


def test_suggests_titles_while_typing(engine, publish, sanne, own_network):
    own_network(sanne)
    publish("Toetsbeleid op school", body="formatief")
    publish("Toezicht", audience=["network:7"])

    assert engine.suggestions("toe") == ["Toetsbeleid op school"]
    assert engine.suggestions("toetsing") == ["Toetsbeleid op school"]
    assert engine.suggestions("school toetsb") == ["Toetsbeleid op school"]
    assert engine.suggestions("form") == []
    assert set(engine.suggestions("toe", user=sanne)) == {"Toetsbeleid op school", "Toezicht"}


def test_what_has_a_boost_is_suggested_first(engine, publish):
    publish("Toetsbeleid op school", date=DAY)
    publish("Toetsbeleid", boost=2.0)

    assert engine.suggestions("toetsb") == ["Toetsbeleid", "Toetsbeleid op school"]


def test_asks_whether_another_spelling_was_meant(engine, publish):
    publish("Toetsbeleid op school")

    assert engine.correction("toetsbelied") == "toetsbeleid"
    assert engine.help("toetsbelied").corrected.total == 1
    assert engine.correction("toetsbelied wiskunde") == ""
    assert engine.correction("xylofoon") == ""


def test_another_spelling_never_tells_a_private_word(engine, publish, rewrite, sanne, own_network):
    own_network(sanne)
    school = publish("Kanariepietje", audience=["network:7"])
    assert (engine.correction("kanariepitje"), engine.correction("kanariepitje", user=sanne)) == ("", "")

    rewrite(school, audience=["public"])
    assert engine.correction("kanariepitje") == "kanariepietje"

    rewrite(school, None)
    assert engine.correction("kanariepitje") == ""


def test_what_comes_nearest_says_what_it_lacks(engine, publish):
    publish("Toetsbeleid op school", body="flexibel")
    publish("Toetsing bij wiskunde", audience=["network:7"])
    publish("Schooltijden")

    help = engine.help("toets wiskunde school flexibele")

    assert [(near.hit.title, near.missing) for near in help.nearest] == [
        ("Toetsbeleid op school", ["wiskunde"]),
        ("Schooltijden", ["toets", "wiskunde", "flexibele"]),
    ]
    looser = help.looser[0]
    assert (looser.text, looser.without) == ("toets school flexibele", ["wiskunde"])
    assert engine.search(looser.text).total == 1


def test_follows_changes(engine, publish, rewrite):
    changed, hidden, deleted = publish("Toets een"), publish("Toets twee"), publish("Toets drie")
    engine.search("toets")

    rewrite(changed, title="Visie")
    rewrite(hidden, None)
    deleted.delete()

    assert engine.titles("toets") == []
    assert engine.titles("visie") == ["Visie"]


def test_narrowing_the_audience_hides(engine, publish, rewrite):
    school = publish("Toets")
    engine.search("toets")

    rewrite(school, audience=["network:7"])

    assert engine.titles("toets") == []


@pytest.mark.parametrize(
    "text",
    [
        *("\x00", "a\x00b", "\ud800", "'", '"', "a' OR 1=1 --", "NEAR(a b)", "title:x", "*", "a* -b +c", "{", "\\"),
        *("%s %(a)s", "é" * 5000, "a " * 500, "ß \ufb01 ½ ² İ", "日本語 テスト", "🙂", "<script>"),
    ],
)
def test_no_query_is_an_error(engine, publish, text):
    publish("Toets")

    results = engine.search(
        text, sort=text, limit=10**9, offset=10**12, facets={"sector": [text, ""], text: [text]}, kinds=(text,)
    )
    engine.search(text, facets={"sector": [text]})
    engine.suggestions(text)
    engine.help(text)

    assert results.total == 0


def test_strange_texts_can_be_published_and_found(engine, publish):
    publish("a\x00b \ud800 toets", summary="\x00", body="日本語 " + "x" * 5000, facets={"theme": ["\x00a"]})

    assert engine.search("toets").total == 1


@pytest.mark.parametrize("text", ["1e5", "0x1f", "12.5", "v2", "2018-2019", "5e"])
def test_finds_numbers(engine, publish, text):
    publish(f"Jaarplan {text}")

    assert engine.search(text).total == 1


def test_queries_do_not_grow_with_the_results(engine, publish, django_assert_max_num_queries):
    for number in range(30):
        publish(f"Toets {number}", facets={"theme": [str(number)]})
    engine.ready()

    with django_assert_max_num_queries(7):
        services.search(user=AnonymousUser(), text="toets", facets={"sector": ["VO"]}, limit=30)


def counts(results, facet):
    return {value.value: value.count for value in results.facets[facet]}


def test_sorts_by_a_number_that_a_kind_declares(engine, publish, rewrite):
    publish("Nooit", date=DAY)
    often = publish("Vaak", numbers={"used": 9})
    publish("Soms", numbers={"used": 2}, date=DAY)
    publish("Ook nooit", numbers={"other": 99})

    assert engine.titles("", sort="used") == ["Vaak", "Soms", "Nooit", "Ook nooit"]
    rewrite(often, numbers={"used": 1})
    assert engine.titles("", sort="used")[:2] == ["Soms", "Vaak"]


def test_what_is_preferred_comes_first_in_the_order_asked(engine, publish):
    publish("Toets van niemand", date=DAY)
    publish("Toets van po", facets={"sector": ["PO"]}, date=DAY)
    publish("Toets van vo", facets={"sector": ["VO"]})
    publish("Toets van vo over feedback", facets={"sector": ["VO"], "theme": ["feedback"]})
    preferred = {"sector": ["VO"], "theme": ["feedback"], "unknown": ["x"]}

    for query in ("", "toets"):
        titles = engine.titles(query, preferred=preferred)
        assert titles[:2] == ["Toets van vo over feedback", "Toets van vo"]
        assert len(titles) == 4


def test_finds_what_stands_in_attached_files_and_says_in_which(engine, publish):
    publish(
        "Met bestand", attached=[("Rooster.xlsx", "Uren"), ("Lesplan", "Wij werken aan <b>intervisie</b> elke week")]
    )
    publish("In de tekst", body="Over intervisie en zo")

    hits = engine.search("intervisie").items
    assert [hit.title for hit in hits] == ["In de tekst", "Met bestand"]
    assert hits[1].highlight == (
        "In het bestand “Lesplan”: Wij werken aan &lt;b&gt;<mark>intervisie</mark>&lt;/b&gt; elke week"
    )
    assert engine.titles("week met") == ["Met bestand"]
    assert engine.suggestions("interv") == []
