"""How the library shows typed text."""

import re
from dataclasses import replace
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language

from core.richtext import clean
from core.structured_data import as_script
from resources.conversation.parts import part_name
from resources.models import Practice
from resources.reading.card import Card
from resources.structured_data import learning_resource as describe

register = template.Library()
BULLET = re.compile(r"^\s*[-*•]\s+(.*)$")
NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(.*)$")


@register.filter
def card(practice: Practice) -> Card:
    """A practice as `practice_card.html` shows it."""
    return Card.of(practice)


@register.simple_tag
def card_facts(card: Card) -> SafeString:
    """What `practice_card.html` shows below the passage."""
    return _facts(replace(card, title="", passage=""), get_language() or "")


@lru_cache(maxsize=4096)
def _facts(card: Card, language: str) -> SafeString:
    """Rendered once for each content: these lines are the same whatever words found the practice."""
    return render_to_string("resources/card_facts.html", {"card": card})


@register.simple_tag
def learning_resource(practice: Practice, version: int = 1) -> SafeString:
    """What search engines are told of a published practice."""
    return as_script(describe(practice, version))


@register.simple_tag
def state_steps(practice: Practice) -> list[dict[str, str]]:
    """From draft to published, for `progress_steps.html`; nothing for a practice that was withdrawn."""
    states = Practice.State
    if practice.state == states.WITHDRAWN:
        return []
    steps = [states.DRAFT, states.SUBMITTED, states.PUBLISHED]
    now = steps.index(states.DRAFT if practice.state == states.RETURNED else states(practice.state))
    return [
        {"label": str(step.label), "state": _step_state(at, now, last=len(steps) - 1)} for at, step in enumerate(steps)
    ]


def _step_state(at: int, now: int, last: int) -> str:
    if at < now or now == last:
        return "done"
    return "current" if at == now else ""


@register.filter
def field_label(name: str) -> str:
    """What readers call a part of a practice."""
    return capfirst(part_name(name))


@register.filter
def check_label(check: dict[str, str]) -> str:
    """A point of the checklist as it was, in the reader's language."""
    return (check.get("text_en") if get_language() == "en" else "") or check["text"]


@register.filter
def as_article(text: str) -> SafeString:
    """Typed text for reading: blank lines part paragraphs, "- " and "1. " make lists, addresses become links."""
    blocks = [_block(block.split("\n")) for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    return mark_safe(clean(urlize("".join(blocks), nofollow=True)))  # noqa: S308 - escaped in _block, then cleaned


def _block(lines: list[str]) -> str:
    """Runs of list lines become lists, the lines between them paragraphs."""
    parts: list[tuple[str, list[str]]] = []
    for line in filter(str.strip, lines):
        kind, words = _kind(line)
        if not parts or parts[-1][0] != kind:
            parts.append((kind, []))
        parts[-1][1].append(escape(words))
    return "".join(_html(kind, items) for kind, items in parts)


def _kind(line: str) -> tuple[str, str]:
    for kind, pattern in (("ul", BULLET), ("ol", NUMBER)):
        if found := pattern.match(line):
            return kind, found[1]
    return "p", line.strip()


def _html(kind: str, items: list[str]) -> str:
    if kind == "p":
        return f"<p>{'<br>'.join(items)}</p>"
    return f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>"
