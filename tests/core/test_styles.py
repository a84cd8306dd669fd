"""The stylesheets: every colour has a name, and every pair of text and ground can be read."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOKENS = ROOT / "core" / "static" / "core" / "css" / "tokens.css"
ADMIN = "admin.css"  # speaks Wagtail's language of hues
RAW = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)\(", re.IGNORECASE)
PAIR = re.compile(r"--([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));")
COLOURS = {name: (light or one, dark or one) for name, light, dark, one in PAIR.findall(TOKENS.read_text())}
GROUNDS = ("paper", "surface", "sunken")
READ = [
    *((text, ground) for text in ("ink", "ink-soft", "brand", "bad", "ok", "warn") for ground in GROUNDS),
    *((kind, f"{kind}-soft") for kind in ("ok", "warn", "bad", "info")),
    *(("ink", ground) for ground in ("ok-soft", "warn-soft", "bad-soft", "info-soft", "mark", "accent-soft")),
    ("on-brand", "brand"),
    ("on-brand", "brand-strong"),
    ("brand-strong", "brand-soft"),
    ("on-band", "band"),
    ("on-band-soft", "band"),
    ("on-accent", "accent"),
    ("surface", "bad"),
]
SEEN = [
    *(("line-strong", ground) for ground in GROUNDS),
    *(("focus", ground) for ground in GROUNDS),
    ("accent", "band"),
]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(pairs: list[tuple[str, str]], least: float) -> list[str]:
    return [
        f"{one} on {other}, {('light', 'dark')[scheme]}: {ratio:.2f}"
        for one, other in pairs
        for scheme in (0, 1)
        if (ratio := contrast(COLOURS[one][scheme], COLOURS[other][scheme])) < least
    ]


def test_text_can_be_read_in_light_and_dark():
    assert too_faint(READ, 4.5) == []


def test_edges_of_fields_and_focus_can_be_seen_in_light_and_dark():
    assert too_faint(SEEN, 3) == []


def stylesheets():
    return sorted(path for path in ROOT.glob("*/static/**/*.css") if path != TOKENS and path.name != ADMIN)


@pytest.mark.parametrize("path", stylesheets(), ids=lambda path: path.name)
def test_no_colour_stands_outside_the_tokens(path):
    assert RAW.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", stylesheets(), ids=lambda path: path.name)
def test_every_token_that_is_used_exists(path):
    text = path.read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", TOKENS.read_text() + text))

    assert set(re.findall(r"var\((--[\w-]+)\)", text)) - known == set()
