"""The benchmarks say which figures they did not reach, and then fail."""

import sys
from types import SimpleNamespace

import pytest

from bench import __main__ as bench
from bench import library, pages, relevance, weight


def page(name, share, wanted):
    return {"page": name, "× its peer": share, "wanted": wanted}


def test_a_page_that_is_slow_beside_its_peer_is_named():
    rows = [page("home", 0.7, 0.6), page("practice", 0.5, 0.6), page("peer", "", ""), page("dashboard", 0.1, "")]

    assert pages.missed(rows) == ["practice: 0.5 × its peer, wanted 0.6"]


def test_the_pages_with_which_people_come_in_are_light():
    light = {"total kB": 119.0, "JavaScript kB": 12.0, "layout shift": 0.0, "other hosts": 0}
    rows = [{"page": "home page", **light}, {"page": "practice", **light, "JavaScript kB": 21.5}]
    rows.append({"page": "library", **light, "total kB": 300})

    assert weight.missed(rows) == ["practice: 21.5 JavaScript kB, at most 20"]


def test_only_the_figure_over_all_queries_counts():
    facts = {"engine": "SQLite", "wanted": 0.7}
    rows = [facts | {"queries": "held out", "nDCG@10": 0.6}, facts | {"queries": "all", "nDCG@10": 0.69}]

    assert relevance.missed(rows) == ["SQLite: nDCG@10 0.69, wanted 0.7"]


def test_a_page_of_the_library_that_is_slow_beside_the_bare_search_is_named():
    quick, slow = ([(20 + place) / 1000 * times for place in range(40)] for times in (1, 3))
    told = {"table": {"rows": 5000, "rows a second": 400}}
    rows = library.rows("PostgreSQL", slow, quick, told, 1.5) + library.rows("Elasticsearch", quick, quick, told, 2.0)

    assert library.missed(rows) == ["page, PostgreSQL: 3.0 × the bare search, at most 1.5"]


@pytest.mark.parametrize(("share", "code", "told"), [(0.9, 0, ""), (0.4, 1, "Not reached: home: 0.4 × its peer")])
def test_it_exits_with_one_when_a_wanted_figure_is_not_reached(share, code, told, monkeypatch, tmp_path, capsys):
    fake = SimpleNamespace(WHAT="Pages", run=lambda: [page("home", share, 0.6)], missed=pages.missed)
    monkeypatch.setattr(bench, "HERE", tmp_path)
    monkeypatch.setattr(bench.importlib, "import_module", lambda _name: fake)
    monkeypatch.setattr(sys, "argv", ["bench", "pages"])
    (tmp_path / "results").mkdir()

    assert bench.main() == code
    assert told in capsys.readouterr().out
    assert (tmp_path / "results" / "pages.json").exists()
