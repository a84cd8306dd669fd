"""What waits for one person all over the platform, in one query however much there is."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, DateTimeField, Exists, F, IntegerField, Min, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, Trim
from django.utils import timezone

from accounts.models import User
from community.groups.querysets import of_own_groups
from community.models import Draft, GroupPlace, Report, SparRequest
from networks.models import Attendance, Enrolment, HandIn, Meeting, Outcome, Poll
from resources.models import CoAuthor, Objection, Practice, Quote, Trial
from validation.assessing.waiting import own_tasks, to_assess, to_coordinate, to_decide
from validation.models import CaseRole, CaseTheme, Talk, TalkConsent, TalkSlot, TalkTheme
from validation.states import AWAITING_TALK, STANDING_STILL, ThemeState

AT_PARTICIPANT = (ThemeState.WRITING, ThemeState.JUDGED_DONE, ThemeState.INSUFFICIENT)
RECENTLY = timedelta(days=30)  # how long after a meeting we ask who was there


class Waiting(NamedTuple):
    """One thing of this kind. number: how many of them this row stands for, or what the kind says; slug: of the
    network or the practice that the address needs; since: when it began to wait, or until when it may."""

    kind: str
    pk: int
    number: int
    title: str
    where: str
    slug: str
    since: datetime | None


def waiting_for(person: User, running: Collection[int], run: Collection[int]) -> dict[str, list[Waiting]]:
    """By kind, what waits longest first. running: the person's networks that are not closed (ids); run: those of them
    that the person facilitates."""
    first, *others = [
        *_asked_by_authors(person),
        *_asked_by_members(person, running),
        *_to_judge(person),
        *_to_handle(person, run),
        *_begun(person, running),
        *_given(person, running),
        *_portfolios(person),
        *_talks_about_portfolios(person),
        *_validating(person),
    ]
    found: dict[str, list[Waiting]] = defaultdict(list)
    for row in map(Waiting._make, first.union(*others, all=True)):
        found[row.kind].append(row)
    for rows in found.values():
        rows.sort(key=lambda it: (it.since is None, it.since or timezone.now(), it.pk))
    return found


def _rows(
    found: QuerySet[Any],
    kind: str,
    *,
    pk: Any = "pk",
    number: Any = 1,
    title: Any = "",
    where: Any = "network__title",
    slug: Any = "network__slug",
    since: Any,
) -> QuerySet[Any, Any]:
    """pk, where, slug: fields; number, title and since: fields or expressions."""
    return found.order_by().values_list(
        Value(kind, TextField()),
        F(pk) if isinstance(pk, str) else pk,
        Value(number, IntegerField()) if isinstance(number, int) else number,
        Cast(title, TextField()) if title else Value("", TextField()),
        Cast(Coalesce(F(where), Value("")), TextField()) if where else Value("", TextField()),
        Cast(F(slug), TextField()) if slug else Value("", TextField()),
        F(since) if isinstance(since, str) else since,
    )


def _asked_by_authors(person: User) -> Iterator[QuerySet[Any, Any]]:
    """Who writes a practice asks to quote the person, or to name the person as an author."""
    of_practice = {"title": "practice__title", "where": "practice__network__title", "slug": "practice__slug"}
    quotes = Quote.objects.asked_of(person).filter(state=Quote.State.ASKED)
    quotes = quotes.exclude(practice__state=Practice.State.WITHDRAWN)
    yield _rows(
        quotes.values("practice"), "quotes", pk="practice", number=Count("pk"), since=Min("asked_at"), **of_practice
    )
    invitations = CoAuthor.objects.filter(person=person, state=CoAuthor.State.ASKED)
    yield _rows(invitations, "coauthors", since="asked_at", **of_practice)


def _asked_by_members(person: User, running: Collection[int]) -> Iterator[QuerySet[Any, Any]]:
    """Who is in the same network asks for a talk, or into a small group."""
    talks = SparRequest.objects.filter(asked=person, state=SparRequest.State.OPEN, network__in=running)
    name = Trim(Concat("asker__first_name", Value(" "), "asker__last_name"))
    yield _rows(talks, "talks", title=name, since="created_at")
    places = GroupPlace.objects.filter(person=person, state=GroupPlace.State.INVITED)
    yield _rows(
        places.filter(group__closed_at=None, group__network__in=running),
        "groups",
        pk="group",
        title="group__name",
        where="group__network__title",
        slug="group__network__slug",
        since="since",
    )


def _to_judge(person: User) -> Iterator[QuerySet[Any, Any]]:
    """For who reviews practices: reports of trying, complaints about them, and quotes that were taken back."""
    nowhere = {"where": "", "slug": ""}
    judged = Trial.objects.judged_by(person).values("state")
    new = judged.filter(state=Trial.State.WAITING)
    yield _rows(new, "trials", pk=Min("pk"), number=Count("pk"), since=Min("updated_at"), **nowhere)
    complaints = Objection.objects.filter(trial=OuterRef("pk"), settled_at=None)
    objected = judged.filter(Exists(complaints), state=Trial.State.PUBLISHED)
    yield _rows(objected, "objections", pk=Min("pk"), number=Count("pk"), since=Min("updated_at"), **nowhere)
    back = Quote.objects.taken_back_for(person).values("state")
    yield _rows(back, "taken_back", pk=Min("pk"), number=Count("pk"), since=Min("answered_at"), **nowhere)


def _to_handle(person: User, run: Collection[int]) -> Iterator[QuerySet[Any, Any]]:
    """For who facilitates: sign-ups, reported messages, polls to decide on, and meetings that lack marks."""
    requests = Enrolment.objects.requested().filter(network__in=run).values("network")
    yield _rows(requests, "sign_ups", pk="network", number=Count("pk"), since=Min("created_at"))
    reported = Report.objects.open().filter(post__thread__network__in=run).exclude(post__author=person)
    yield _rows(
        reported.values("post__thread__network"),
        "reports",
        pk=Min("pk"),
        number=Count("pk"),
        where="post__thread__network__title",
        slug="post__thread__network__slug",
        since=Min("created_at"),
    )
    now = timezone.now()
    over = Q(state=Poll.State.CLOSED) | Q(state=Poll.State.OPEN, deadline__lte=now)
    yield _rows(Poll.objects.filter(over, network__in=run), "polls", title="title", since="deadline")
    held = Meeting.objects.going_on().filter(series__network__in=run, ends_at__lt=now, ends_at__gt=now - RECENTLY)
    of_series = {"where": "series__network__title", "slug": "series__network__slug"}
    yield _rows(held.filter(Exists(_unmarked())), "attendance", since="ends_at", **of_series)


def _unmarked() -> QuerySet[Enrolment]:
    """The participants of whom nobody noted whether they were at the meeting that the query is about."""
    there = Q(joined_at=None) | Q(joined_at__lt=OuterRef("ends_at"))
    expected = Enrolment.objects.accepted().filter(there, network=OuterRef("series__network"))
    marks = Attendance.objects.filter(enrolment=OuterRef("pk"), meeting=OuterRef(OuterRef("pk")))
    return expected.filter(~Exists(marks))


def _given(person: User, running: Collection[int]) -> Iterator[QuerySet[Any, Any]]:
    """Actions that meetings gave to the person. number: the meeting; since: the day by which it is to be done."""
    actions = Outcome.objects.actions().open().filter(person=person, meeting__series__network__in=running)
    yield _rows(
        actions,
        "actions",
        number=F("meeting"),
        title="text",
        where="meeting__series__network__title",
        slug="meeting__series__network__slug",
        since=Cast("due_on", DateTimeField()),
    )


def _begun(person: User, running: Collection[int]) -> Iterator[QuerySet[Any, Any]]:
    """What the person began: hand-ins, answers in a conversation, and new conversations."""
    own = Enrolment.objects.accepted().filter(person=person, network=OuterRef("assignment__network"))
    mine = Q(enrolment__in=Enrolment.objects.accepted().filter(person=person))
    of_own_school = Q(Exists(own.filter(school=OuterRef("school"))))
    hand_ins = HandIn.objects.filter(mine | of_own_school, state=HandIn.State.DRAFT, assignment__closed_at=None)
    yield _rows(
        hand_ins.filter(assignment__network__in=running),
        "hand_ins",
        pk="assignment",
        title="assignment__title",
        where="assignment__network__title",
        slug="assignment__network__slug",
        since="assignment__due_at",
    )
    drafts = Draft.objects.filter(person=person, network__in=running)
    answers = drafts.filter(of_own_groups(person, "thread__group"), thread__merged_into=None, thread__hidden_at=None)
    open_ones = answers.filter(thread__group__closed_at=None).exclude(thread=None)
    yield _rows(open_ones, "answers", pk="thread", title="thread__title", since="updated_at")
    new = drafts.filter(of_own_groups(person, "group"), thread=None, group__closed_at=None)
    group = Coalesce("group", Value(0))
    yield _rows(new, "conversations", number=group, title="title", since="updated_at")


def _portfolios(person: User) -> Iterator[QuerySet[Any, Any]]:
    """Themes of portfolios that wait for their participant. number: the case; slug: the state."""
    own = CaseTheme.objects.filter(case__person=person, state__in=AT_PARTICIPANT)
    yield _rows(
        own.exclude(case__state__in=STANDING_STILL),
        "portfolios",
        number=F("case"),
        title="theme__title",
        where="case__version__programme__title",
        slug="state",
        since="state_since",
    )


def _talks_about_portfolios(person: User) -> Iterator[QuerySet[Any, Any]]:
    """A talk to choose a moment for, and for assessors one to offer moments for or to give the outcome of."""
    of_theme = {"title": "theme__title", "where": "case__version__programme__title", "slug": ""}
    awaiting = CaseTheme.objects.filter(state__in=AWAITING_TALK).exclude(case__state__in=STANDING_STILL)
    own = awaiting.filter(case__person=person)
    yield _rows(own, "own_talks", number=F("case"), since="state_since", **of_theme)
    roles = CaseRole.objects.running().assessing().filter(theme=OuterRef("pk"), person=person)
    offered = TalkSlot.objects.free().filter(programme=OuterRef("case__version__programme"), assessors=person)
    yield _rows(
        awaiting.filter(Exists(roles), ~Exists(offered)).exclude(case__person=person),
        "talks_to_plan",
        since="state_since",
        **of_theme,
    )
    agreed = TalkConsent.objects.filter(about=OuterRef("pk"), assessor=person)
    held = TalkTheme.objects.filter(~Exists(agreed), is_open=True, talk__assessors=person)
    yield _rows(
        held.filter(talk__state=Talk.State.PLANNED, talk__starts_at__lte=timezone.now()),
        "talk_outcomes",
        pk="theme",
        title="theme__theme__title",
        where="theme__case__version__programme__title",
        slug="",
        since="talk__starts_at",
    )


def _validating(person: User) -> Iterator[QuerySet[Any, Any]]:
    """What assessing and coordinating ask (pk: of what was handed in), and which of both the person does (title)."""
    of_programme = {"where": "case__version__programme__title", "slug": "case__version__programme__slug"}
    of_role = {"title": "theme__theme__title", "where": "theme__case__version__programme__title", "slug": ""}
    yield _rows(to_assess(person), "to_assess", pk="submission", since="until", **of_role)
    of_submission = {
        "title": "submission__theme__theme__title",
        "where": "submission__theme__case__version__programme__title",
        "slug": "",
    }
    yield _rows(to_decide(person), "to_decide", pk="submission", since="opened_at", **of_submission)
    waiting = to_coordinate(person).values("case__version__programme")
    yield _rows(
        waiting,
        "to_coordinate",
        pk="case__version__programme",
        number=Count("pk"),
        since=Min("state_since"),
        **of_programme,
    )
    roles = own_tasks(person).values("role")
    yield _rows(roles, "own_tasks", pk=Min("pk"), title="role", where="", slug="", since=Value(None, DateTimeField()))
