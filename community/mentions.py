"""People, or the whole network, named in a post: `<span data-mention="7">@Sanne de Vries</span>`, or `"all"`.

In a quote it is `"q7"`: the name of that person, who is told of nothing.
"""

import re
from collections.abc import Iterable, Iterator

from django.db.models import Q
from django.utils.html import escape
from django.utils.translation import gettext as _

from accounts.models import User
from community.models import DeletedPost, Post, PostVersion, Thread
from community.policies import may_announce, people_in
from core import richtext

ALL = "all"
QUOTED = "q"
SPAN = re.compile(r'<span data-mention="q?(\d{1,18}|all)">(?:(?!</?span).)*</span>', re.DOTALL)
TELLING = re.compile(r'<span data-mention="(\d{1,18}|all)">')
HELD = re.compile("\ue000(\\w+)\ue001")
QUOTE_EDGE = re.compile("(</?blockquote>)")
LEFT_OVER = re.compile(r"</?span[^>]*>")
UNTOUCHED = {"a", "code", "pre", "span"}  # a name in these names nobody


def resolve(body: str, thread: Thread, author: User) -> str:
    """Clean rich text in which each mention is of somebody whom the conversation is for, by the name the person has.

    Names typed after an @ become mentions; only a facilitator mentions everybody.
    """
    if "@" not in body and "<span" not in body:
        return body
    names = {str(person.pk): person.name for person in people_in(thread.network, thread.group)}
    if may_announce(author, thread.network):
        names[ALL] = _("everybody")
    body = re.sub("[\ue000\ue001]", "", body)
    held = SPAN.sub(lambda it: f"\ue000{it[1]}\ue001" if it[1] in names else it[0], body)
    typed = _typed(LEFT_OVER.sub("", held), names)
    return "".join(_with_spans(typed, names))


def _with_spans(body: str, names: dict[str, str]) -> Iterator[str]:
    """The text piece by piece, each held place a mention again."""
    depth = 0
    for piece in QUOTE_EDGE.split(body):
        depth += (piece == "<blockquote>") - (piece == "</blockquote>")
        mark = QUOTED if depth > 0 else ""
        yield HELD.sub(lambda it, mark=mark: _span(mark + it[1], names[it[1]]), piece)


def _typed(body: str, names: dict[str, str]) -> str:
    """The text, names after an @ marked."""
    known = {escape(name).casefold(): pk for pk, name in names.items() if name}
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w@])@({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)", re.IGNORECASE)
    return richtext.change_text(
        body, lambda text: pattern.sub(lambda it: f"\ue000{known[it[1].casefold()]}\ue001", text), outside=UNTOUCHED
    )


def _span(who: str, name: str) -> str:
    return f'<span data-mention="{who}">@{escape(name)}</span>'


def mentioned_in(body: str, people: Iterable[int]) -> set[int]:
    """Which of these people (ids) the text names, by themselves or with everybody; not whom it quotes as named."""
    found = {it[1] for it in TELLING.finditer(body)}
    return {pk for pk in people if ALL in found or str(pk) in found}


def rename(person: User) -> None:
    """Give the person's present name wherever somebody named the person before."""
    span = re.compile(rf'<span data-mention="(q?{person.pk})">[^<]*</span>')
    names = Q(body__contains=f'data-mention="{person.pk}"') | Q(body__contains=f'data-mention="{QUOTED}{person.pk}"')
    for kind in (Post, DeletedPost, PostVersion):
        rows = list(kind.objects.filter(names))
        for row in rows:
            row.body = span.sub(lambda it: _span(it[1], person.name), row.body)
        kind.objects.bulk_update(rows, ["body"])
        if kind is Post:
            _write_words_anew(rows)


def _write_words_anew(posts: list[Post]) -> None:
    for post in posts:
        post.body_text = richtext.to_text(post.body)
    Post.objects.bulk_update(posts, ["body_text"])
