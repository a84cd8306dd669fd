"""htmx weighs as much as all the rest of a page's script: only pages that use it load it."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ATTRIBUTE = re.compile(r"\shx-(?:get|post|put|patch|delete|boost|trigger)=")
LOADS = "core/components/htmx.html"


def test_a_page_that_fetches_parts_of_itself_loads_htmx():
    templates = {path: path.read_text() for path in ROOT.glob("*/templates/**/*.html")}
    pages = {path: text for path, text in templates.items() if "{% extends" in text and ATTRIBUTE.search(text)}

    assert [path.name for path, text in pages.items() if LOADS not in text] == []


def test_a_page_that_does_not_leaves_it_out():
    templates = {path: path.read_text() for path in ROOT.glob("*/templates/**/*.html")}
    loading = {path: text for path, text in templates.items() if f'include "{LOADS}"' in text}
    loading = {path: text for path, text in loading.items() if "styleguide" not in path.parts}  # shows all parts

    assert [path.name for path, text in loading.items() if not ATTRIBUTE.search(text)] == []
