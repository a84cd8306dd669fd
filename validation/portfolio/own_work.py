"""What people made or did elsewhere on the platform and can take into a portfolio, by kind (DOMAIN.md 3a).

Only the person's own words: what a post quotes of others is left out and a mention has no name; quotes in a practice
are others' words, said for that practice, and stay there. Words of a small group stay in the group.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from community.harvest.words import quotable
from community.models import Post
from core import richtext
from core.clock import day_and_clock
from networks.models import Agreement, Attendance, HandIn, LearningQuestion, ObligationNote
from resources.models import CoAuthor, Practice

PRACTICE_PARTS = ("summary", "question", "context", "approach", "result", "conditions", "what_did_not_work")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One thing of the person's own. at: when it was said or done. where: in which network.

    raw: what it says in whatever language it is read, to tell whether it changed. left_out: what is not in it,
    such as words of others.
    """

    kind: str
    pk: int
    title: str
    text: str
    at: datetime
    where: str
    url: str
    raw: str
    left_out: str = ""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """label: of one; several: of all. searched: the fields in which a word is looked for."""

    key: str
    label: str | Promise
    several: str | Promise
    rows: Callable[[User], "QuerySet[Any]"]
    piece: Callable[[Any], Piece]
    searched: tuple[str, ...]


def _posts(person: User) -> "QuerySet[Any]":
    rows = Post.objects.standing().for_everybody().filter(author=person)
    return rows.select_related("thread__network").order_by("-created_at", "-pk")


def _post(row: Any) -> Piece:
    text = quotable(row.body)
    whole = richtext.to_plain(row.body)
    left_out = "" if text == whole else _("What you quote of others is left out, and names of people you mention too.")
    own = row.thread.title if row.thread.author_id == row.author_id else ""
    where = str(row.thread.network)
    return Piece(
        kind="bericht",
        pk=row.pk,
        title=own or _("Message in %(network)s") % {"network": where},
        text=text,
        at=row.created_at,
        where=where,
        url=row.get_absolute_url(),
        raw=text,
        left_out=left_out,
    )


def _hand_ins(person: User) -> "QuerySet[Any]":
    rows = HandIn.objects.filter(enrolment__person=person, state=HandIn.State.HANDED_IN)
    return rows.select_related("assignment__network").prefetch_related("files").order_by("-handed_in_at", "-pk")


def _hand_in(row: Any) -> Piece:
    files = [it.title or it.name for it in row.files.all()]
    told = _("Handed in along with it: %(files)s.") % {"files": ", ".join(files)} if files else ""
    return Piece(
        kind="opdracht",
        pk=row.pk,
        title=row.assignment.title,
        text="\n\n".join(it for it in (row.text, told) if it) or row.assignment.title,
        at=row.handed_in_at or row.created_at,
        where=str(row.assignment.network),
        url=row.url,
        raw="\n".join([row.text, *files]),
        left_out=_("Its files are named and do not go along. Add a file yourself where it is evidence.")
        if files
        else "",
    )


def _attendances(person: User) -> "QuerySet[Any]":
    rows = Attendance.objects.filter(enrolment__person=person, state=Attendance.State.PRESENT)
    return rows.select_related("meeting__series__network").order_by("-meeting__starts_at", "-pk")


def _attendance(row: Any) -> Piece:
    meeting, network = row.meeting, row.meeting.series.network
    at = meeting.starts_at or row.recorded_at
    title = meeting.title or _("Meeting %(number)s") % {"number": meeting.number}
    facts = {"meeting": title, "network": str(network), "moment": day_and_clock(at)}
    return Piece(
        kind="aanwezigheid",
        pk=row.pk,
        title=title,
        text=_("Present at “%(meeting)s” of %(network)s, %(moment)s.") % facts,
        at=at,
        where=str(network),
        url=reverse("networks:meetings", args=[network.slug]),
        raw=f"{row.state} {at.isoformat()}",
    )


def _practices(person: User) -> "QuerySet[Any]":
    named = CoAuthor.objects.agreed().filter(person=person).values("practice")
    rows = Practice.objects.published().filter(Q(contributor=person) | Q(pk__in=named))
    return rows.select_related("network").prefetch_related("coauthors", "quotes").order_by("-published_at", "-pk")


def _practice(row: Any) -> Piece:
    parts = [(name, getattr(row, name)) for name in PRACTICE_PARTS if getattr(row, name)]
    told = [f"{str(row._meta.get_field(name).verbose_name).capitalize()}\n{text}" for name, text in parts]
    return Piece(
        kind="praktijk",
        pk=row.pk,
        title=row.title,
        text="\n\n".join(told) or row.title,
        at=row.published_at or row.updated_at,
        where=str(row.public_network or ""),
        url=row.get_absolute_url(),
        raw="\n".join([row.title, *(text for _name, text in parts)]),
        left_out=_others_in(row),
    )


def _others_in(practice: Any) -> str:
    sentences = []
    if list(practice.quotes.all()):
        sentences.append(_("Words of others that it quotes are left out."))
    if others := len(practice.author_ids) - 1:
        together = ngettext(
            "You wrote it with %(number)s other, whose name is left out.",
            "You wrote it with %(number)s others, whose names are left out.",
            others,
        )
        sentences.append(together % {"number": others})
    return " ".join(sentences)


def _questions(person: User) -> "QuerySet[Any]":
    rows = LearningQuestion.objects.filter(enrolment__person=person)
    return rows.select_related("enrolment__network").order_by("-created_at", "-pk")


def _question(row: Any) -> Piece:
    network = row.enrolment.network
    return Piece(
        kind="leervraag",
        pk=row.pk,
        title=_("Learning question, version %(number)s") % {"number": row.version},
        text="\n\n".join(it for it in (row.text, row.what_changed) if it),
        at=row.created_at,
        where=str(network),
        url=reverse("networks:learning_question", args=[network.slug]),
        raw=f"{row.text}\n{row.what_changed}",
    )


def _notes(person: User) -> "QuerySet[Any]":
    rows = ObligationNote.objects.filter(enrolment__person=person, kind=Agreement.Kind.EMBEDDING)
    return rows.select_related("enrolment__network").order_by("-created_at", "-pk")


def _note(row: Any) -> Piece:
    network = row.enrolment.network
    return Piece(
        kind="reflectie",
        pk=row.pk,
        title=_("What I changed at school: %(network)s") % {"network": str(network)},
        text=row.text,
        at=row.created_at,
        where=str(network),
        url=reverse("networks:space", args=[network.slug]),
        raw=row.text,
    )


KINDS = {
    kind.key: kind
    for kind in (
        Kind(
            key="bericht",
            label=gettext_lazy("Message in a discussion"),
            several=gettext_lazy("Messages"),
            rows=_posts,
            piece=_post,
            searched=("body_text", "thread__title"),
        ),
        Kind(
            key="opdracht",
            label=gettext_lazy("Handed-in assignment"),
            several=gettext_lazy("Assignments"),
            rows=_hand_ins,
            piece=_hand_in,
            searched=("text", "assignment__title"),
        ),
        Kind(
            key="aanwezigheid",
            label=gettext_lazy("Attendance at a meeting"),
            several=gettext_lazy("Attendance"),
            rows=_attendances,
            piece=_attendance,
            searched=("meeting__title", "meeting__series__network__title"),
        ),
        Kind(
            key="praktijk",
            label=gettext_lazy("Published practice"),
            several=gettext_lazy("Practices"),
            rows=_practices,
            piece=_practice,
            searched=("title", "summary"),
        ),
        Kind(
            key="leervraag",
            label=gettext_lazy("Learning question"),
            several=gettext_lazy("Learning questions"),
            rows=_questions,
            piece=_question,
            searched=("text", "what_changed"),
        ),
        Kind(
            key="reflectie",
            label=gettext_lazy("Reflection"),
            several=gettext_lazy("Reflections"),
            rows=_notes,
            piece=_note,
            searched=("text",),
        ),
    )
}


def found(kind: Kind, person: User, words: str) -> "QuerySet[Any]":
    """The person's own of this kind with all of these words in it, the newest first."""
    rows = kind.rows(person)
    for word in words.split()[:10]:
        rows = rows.filter(_any_of(kind.searched, word))
    return rows


def _any_of(fields: Iterable[str], word: str) -> Q:
    asked = Q()
    for name in fields:
        asked |= Q(**{f"{name}__icontains": word})
    return asked
