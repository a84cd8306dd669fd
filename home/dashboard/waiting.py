"""What waits for one person all over the platform, in one query however much there is."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, DateTimeField, Exists, F, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat, Trim
from django.utils import timezone

from accounts.models import User
from community.groups.querysets import of_own_groups
from community.models import Draft, GroupPlace, Report, SparRequest
from home.dashboard import dialogues, guidance, validating
from home.dashboard.row import Waiting, row_of
from networks.models import Attendance, Enrolment, HandIn, Meeting, Outcome, Poll
from resources.models import CoAuthor, Objection, Practice, Quote, Trial

RECENTLY = timedelta(days=30)  # how long after a meeting we ask who was there


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
        *validating.waiting(person),
        *dialogues.waiting(person),
        *guidance.waiting(person),
    ]
    found: dict[str, list[Waiting]] = defaultdict(list)
    for row in map(Waiting._make, first.union(*others, all=True)):
        found[row.kind].append(row)
    for rows in found.values():
        rows.sort(key=lambda it: (it.since is None, it.since or timezone.now(), it.pk))
    return found


def _asked_by_authors(person: User) -> Iterator[QuerySet[Any, Any]]:
    """Who writes a practice asks to quote the person, or to name the person as an author."""
    of_practice = {"title": "practice__title", "where": "practice__network__title", "slug": "practice__slug"}
    quotes = Quote.objects.asked_of(person).filter(state=Quote.State.ASKED)
    quotes = quotes.exclude(practice__state=Practice.State.WITHDRAWN)
    yield row_of(
        quotes.values("practice"), "quotes", pk="practice", number=Count("pk"), since=Min("asked_at"), **of_practice
    )
    invitations = CoAuthor.objects.filter(person=person, state=CoAuthor.State.ASKED)
    yield row_of(invitations, "coauthors", since="asked_at", **of_practice)


def _asked_by_members(person: User, running: Collection[int]) -> Iterator[QuerySet[Any, Any]]:
    """Who is in the same network asks for a talk, or into a small group."""
    talks = SparRequest.objects.filter(asked=person, state=SparRequest.State.OPEN, network__in=running)
    name = Trim(Concat("asker__first_name", Value(" "), "asker__last_name"))
    yield row_of(talks, "talks", title=name, since="created_at")
    places = GroupPlace.objects.filter(person=person, state=GroupPlace.State.INVITED)
    yield row_of(
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
    yield row_of(new, "trials", pk=Min("pk"), number=Count("pk"), since=Min("updated_at"), **nowhere)
    complaints = Objection.objects.filter(trial=OuterRef("pk"), settled_at=None)
    objected = judged.filter(Exists(complaints), state=Trial.State.PUBLISHED)
    yield row_of(objected, "objections", pk=Min("pk"), number=Count("pk"), since=Min("updated_at"), **nowhere)
    back = Quote.objects.taken_back_for(person).values("state")
    yield row_of(back, "taken_back", pk=Min("pk"), number=Count("pk"), since=Min("answered_at"), **nowhere)


def _to_handle(person: User, run: Collection[int]) -> Iterator[QuerySet[Any, Any]]:
    """For who facilitates: sign-ups, reported messages, polls to decide on, and meetings that lack marks."""
    requests = Enrolment.objects.requested().filter(network__in=run).values("network")
    yield row_of(requests, "sign_ups", pk="network", number=Count("pk"), since=Min("created_at"))
    reported = Report.objects.open().filter(post__thread__network__in=run).exclude(post__author=person)
    yield row_of(
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
    yield row_of(Poll.objects.filter(over, network__in=run), "polls", title="title", since="deadline")
    held = Meeting.objects.going_on().filter(series__network__in=run, ends_at__lt=now, ends_at__gt=now - RECENTLY)
    of_series = {"where": "series__network__title", "slug": "series__network__slug"}
    yield row_of(held.filter(Exists(_unmarked())), "attendance", since="ends_at", **of_series)


def _unmarked() -> QuerySet[Enrolment]:
    """The participants of whom nobody noted whether they were at the meeting that the query is about."""
    there = Q(joined_at=None) | Q(joined_at__lt=OuterRef("ends_at"))
    expected = Enrolment.objects.accepted().filter(there, network=OuterRef("series__network"))
    marks = Attendance.objects.filter(enrolment=OuterRef("pk"), meeting=OuterRef(OuterRef("pk")))
    return expected.filter(~Exists(marks))


def _given(person: User, running: Collection[int]) -> Iterator[QuerySet[Any, Any]]:
    """Actions that meetings gave to the person. number: the meeting; since: the day by which it is to be done."""
    actions = Outcome.objects.actions().open().filter(person=person, meeting__series__network__in=running)
    yield row_of(
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
    yield row_of(
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
    yield row_of(open_ones, "answers", pk="thread", title="thread__title", since="updated_at")
    new = drafts.filter(of_own_groups(person, "group"), thread=None, group__closed_at=None)
    group = Coalesce("group", Value(0))
    yield row_of(new, "conversations", number=group, title="title", since="updated_at")
