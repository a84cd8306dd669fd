"""People, or the whole network, named in a post: `<span data-mention="7">@Sanne de Vries</span>`, or `"all"`."""

import re
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.translation import gettext as _

from accounts.models import User
from community.models import DeletedPost, Post, PostVersion, Thread
from community.policies import may_announce, people_in
from core import richtext

ALL = "all"
SPAN = re.compile(r'<span data-mention="(\d{1,18}|all)">(?:(?!</?span).)*</span>', re.DOTALL)
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
    return re.sub("\ue000(\\w+)\ue001", lambda it: _span(it[1], names[it[1]]), typed)


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
    """Which of these people (ids) the text names, by themselves or with everybody."""
    found = {it[1] for it in SPAN.finditer(body)}
    return {pk for pk in people if ALL in found or str(pk) in found}


def rename(person: User) -> None:
    """Give the person's present name wherever somebody named the person before."""
    span = re.compile(rf'<span data-mention="{person.pk}">[^<]*</span>')
    for kind in (Post, DeletedPost, PostVersion):
        rows = list(kind.objects.filter(body__contains=f'data-mention="{person.pk}"'))
        for row in rows:
            row.body = span.sub(_span(str(person.pk), person.name), row.body)
        kind.objects.bulk_update(rows, ["body"])
        if kind is Post:
            _write_words_anew(rows)


def _write_words_anew(posts: list[Post]) -> None:
    for post in posts:
        post.body_text = richtext.to_text(post.body)
    Post.objects.bulk_update(posts, ["body_text"])
