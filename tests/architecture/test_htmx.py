"""htmx weighs as much as all the rest of a page's script: only pages that use it load it."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ATTRIBUTE = re.compile(r"\shx-(?:get|post|put|patch|delete|boost|trigger)=")
INCLUDED = re.compile(r'{% include "([^"]+)"')
LOADS = "core/components/htmx.html"
TEMPLATES = {
    path.relative_to(folder).as_posix(): path.read_text()
    for folder in ROOT.glob("*/templates")
    for path in folder.glob("**/*.html")
}


def with_parts(name: str) -> str:
    """The template with the parts that it includes, and theirs."""
    text = TEMPLATES.get(name, "")
    return text + "".join(with_parts(part) for part in set(INCLUDED.findall(text)) - {name})


def test_a_page_that_fetches_parts_of_itself_loads_htmx():
    pages = {name: with_parts(name) for name, text in TEMPLATES.items() if "{% extends" in text}

    assert [name for name, text in pages.items() if ATTRIBUTE.search(text) and LOADS not in text] == []


def test_a_page_that_does_not_leaves_it_out():
    loading = [name for name, text in TEMPLATES.items() if f'include "{LOADS}"' in text and "styleguide" not in name]

    assert [name for name in loading if not ATTRIBUTE.search(with_parts(name))] == []
