from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User
    from networks.models import Enrolment

MANAGERS_GROUP = "Beheer"


class NetworkQuerySet(models.QuerySet[Any]):
    def announced(self) -> Self:
        """Networks that everybody may know of: not hidden, with a published announcement page."""
        from networks.models import NetworkPage

        return self.filter(Exists(NetworkPage.objects.live().filter(network=OuterRef("pk"))), hidden=False)

    def running(self) -> Self:
        """Those that nobody closed."""
        return self.filter(closed_at=None)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Announced networks and those in which the person has a part."""
        if not user.is_authenticated:
            return self.announced()
        if user.is_superuser or MANAGERS_GROUP in user.group_names:
            return self.all()
        own = self.filter(
            Q(pk__in=self.model.facilitators.through.objects.filter(user=user).values("network"))
            | Q(pk__in=self.model.enrolments.rel.related_model.objects.running().filter(person=user).values("network"))
        )
        return self.filter(Q(pk__in=self.model.objects.announced()) | Q(pk__in=own))

    def with_facts(self) -> Self:
        """Everything that lists and cards show, in a fixed number of queries."""
        from networks.models import NetworkPage

        return self.with_places_taken().prefetch_related(
            "themes",
            "series__meetings",
            Prefetch("pages", NetworkPage.objects.select_related("locale").order_by("locale_id")),
        )

    def with_place_of(self, user: "User") -> Self:
        """Whether the person facilitates the network and takes part in it."""
        from networks.models import Enrolment

        runs = self.model.facilitators.through.objects.filter(network=OuterRef("pk"), user=user)
        takes_part = Enrolment.objects.accepted().filter(network=OuterRef("pk"), person=user)
        return self.annotate(is_facilitated=Exists(runs), is_joined=Exists(takes_part))

    def with_places_taken(self) -> Self:
        """Count the places that are taken along, for `Network.places_taken`."""
        from networks.models import Enrolment

        holding = (
            Enrolment.objects.holding_a_place()
            .filter(network=OuterRef("pk"))
            .order_by()
            .values("network")
            .annotate(number=Count("pk"))
            .values("number")
        )
        return self.annotate(number_taken=Subquery(holding))


class EnrolmentQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        """Accepted, requested or waiting: neither declined nor withdrawn."""
        return self.filter(state__in=self.model.RUNNING)

    def holding_a_place(self) -> Self:
        """Accepted or requested: both count against the network's places."""
        return self.filter(state__in=self.model.HOLDING_A_PLACE)

    def accepted(self) -> Self:
        """The participants."""
        return self.filter(state=self.model.State.ACCEPTED)

    def requested(self) -> Self:
        """Those about whom the facilitator has to decide."""
        return self.filter(state=self.model.State.REQUESTED)

    def waiting(self) -> Self:
        """The waiting list, first come first."""
        return self.filter(state=self.model.State.WAITING).order_by("pk")

    def not_confirmed_by(self, moment: datetime) -> Self:
        """Places that came free and were not confirmed in time."""
        return self.holding_a_place().filter(confirm_by__lte=moment, network__closed_at=None)

    def colleagues_of(self, enrolment: "Enrolment") -> Self:
        """The other participants of the same school in the same network."""
        own = self.accepted().filter(network=enrolment.network_id, school=enrolment.school_id)
        return own.exclude(pk=enrolment.pk)

    def with_people(self) -> Self:
        """The person, the school and the learning questions along, in a fixed number of queries."""
        return self.select_related("person", "school").prefetch_related("learning_questions")

    def with_question(self) -> Self:
        """The person, the school and the text of the newest learning question along, in one query."""
        from networks.models import LearningQuestion

        newest = LearningQuestion.objects.filter(enrolment=OuterRef("pk")).order_by("-version").values("text")[:1]
        return self.select_related("person", "school").annotate(question=Subquery(newest))

    def with_notes(self) -> Self:
        """What each told last about embedding and about time along, in the same query, for the ledger."""
        from networks.models import Agreement, ObligationNote

        notes = ObligationNote.objects.filter(enrolment=OuterRef("pk")).order_by("-pk").values("text")
        told = {f"told_{kind}": Subquery(notes.filter(kind=kind)[:1]) for kind in Agreement.Kind.values}
        return self.annotate(**told)

    def by_name(self) -> Self:
        return self.order_by("person__last_name", "person__first_name", "pk")


class MeetingQuerySet(models.QuerySet[Any]):
    def knowing_their_agenda(self) -> Self:
        """Whether each has an agenda, in the same query."""
        from networks.models import AgendaItem

        return self.annotate(agenda_known=Exists(AgendaItem.objects.filter(meeting=OuterRef("pk"))))

    def of(self, network: Any) -> Self:
        """The network's meetings in the order of the calendar; those without a date yet come last."""
        return (
            self.filter(series__network=network)
            .select_related("series")
            .order_by(models.F("starts_at").asc(nulls_last=True), "series_id", "number")
        )

    def with_network(self) -> Self:
        """The network and what its address needs along."""
        return self.select_related("series__network").prefetch_related("series__network__pages__locale")

    def going_on(self) -> Self:
        """Meetings that are not cancelled."""
        return self.exclude(state=self.model.State.CANCELLED)

    def upcoming(self) -> Self:
        """Meetings that have not ended yet; a closed network meets no more."""
        return self.going_on().filter(ends_at__gte=timezone.now(), series__network__closed_at=None)


class OutcomeQuerySet(models.QuerySet[Any]):
    def actions(self) -> Self:
        """What somebody is to do: the open ones first, in the order of their days, those without a day last."""
        first = (models.F("done_at").asc(nulls_first=True), models.F("due_on").asc(nulls_last=True), "pk")
        return self.filter(kind=self.model.Kind.ACTION).order_by(*first)

    def open(self) -> Self:
        """What is not done yet."""
        return self.filter(done_at=None)

    def of(self, network: Any) -> Self:
        """Those of all meetings of the network."""
        return self.filter(meeting__series__network=network)

    def with_meeting(self) -> Self:
        """The meeting, its network and the person along."""
        return self.select_related("meeting__series__network", "person")


class MeetingMaterialQuerySet(models.QuerySet[Any]):
    def with_address(self) -> Self:
        """The meeting and the network along, for addresses."""
        return self.select_related("meeting__series__network")

    def shared_with_guests(self) -> Self:
        """What guests of the meeting may see."""
        return self.filter(for_guests=True)

    def in_time(self) -> list[tuple[str, list[Any]]]:
        """What is for before the meeting and what is for afterwards, each under its name; nothing without any."""
        rows = list(self)
        parts = [(timing.label, [it for it in rows if it.timing == timing]) for timing in self.model.Timing]
        return [(str(label), found) for label, found in parts if found]


class PollQuerySet(models.QuerySet[Any]):
    def visible_in(self, network: Any, *, facilitates: bool) -> Self:
        """The network's polls; only facilitators see those that are not open yet."""
        polls = self.filter(network=network)
        return polls if facilitates else polls.exclude(state=self.model.State.DRAFT)

    def taking_votes(self) -> Self:
        """Open, and the deadline has not passed."""
        return self.filter(state=self.model.State.OPEN, deadline__gt=timezone.now(), network__closed_at=None)

    def waiting_for(self, person: "User") -> Self:
        """Polls in which the person can still answer for a date that is to come, and has not; first deadline first."""
        from networks.models import Enrolment, Network, PollOption, PollVote

        running = Network.facilitators.through.objects.filter(user=person).values("network")
        taking_part = Enrolment.objects.accepted().filter(person=person).values("network")
        answers = PollVote.objects.filter(option=OuterRef("pk"), person=person)
        open_to_answer = PollOption.objects.coming().filter(~Exists(answers), poll=OuterRef("pk"))
        own = self.taking_votes().filter(Q(network__in=running) | Q(network__in=taking_part))
        return own.filter(Exists(open_to_answer)).select_related("network").order_by("deadline", "pk")

    def with_ballots(self) -> Self:
        """Everything that the results show, in a fixed number of queries."""
        return self.select_related("network", "meeting", "series", "chosen__place").prefetch_related(
            "experts", "options__place__host", "options__place__offered_by__person", "options__votes"
        )


class PollOptionQuerySet(models.QuerySet[Any]):
    def coming(self) -> Self:
        """Dates that have not begun."""
        return self.filter(starts_at__gt=timezone.now())


class AssignmentQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        """Those that still take what is handed in."""
        return self.filter(closed_at=None, network__closed_at=None)

    def due_within(self, span: Any) -> Self:
        """Open ones whose date lies within this time from now."""
        now = timezone.now()
        return self.open().filter(due_at__gt=now, due_at__lte=now + span)

    def not_handed_in_by(self, person: "User") -> Self:
        """Of the networks in which the person takes part, those that wait for this person or the own school."""
        from networks.models import Enrolment, HandIn

        own = Enrolment.objects.accepted().filter(person=person, network=OuterRef("network"))
        done = HandIn.objects.handed_in().filter(assignment=OuterRef("pk"))
        by_school = done.filter(
            school__in=Enrolment.objects.accepted()
            .filter(person=person, network=OuterRef("assignment__network"))
            .values("school")
        )
        return (
            self.open()
            .filter(Exists(own))
            .exclude(Exists(done.filter(enrolment__person=person)))
            .exclude(Exists(by_school))
        )

    def with_address(self) -> Self:
        """The network and the meeting along, for names and addresses."""
        return self.select_related("network", "meeting__series")


class HandInQuerySet(models.QuerySet[Any]):
    def handed_in(self) -> Self:
        return self.filter(state=self.model.State.HANDED_IN)

    def of(self, enrolment: Any) -> Self:
        """The participant's own, and those of the own school in the same network."""
        return self.filter(
            Q(enrolment=enrolment) | Q(school=enrolment.school_id, assignment__network=enrolment.network_id)
        )

    def with_owner(self) -> Self:
        return self.select_related("enrolment__person", "enrolment__school", "school", "assignment__network")

    def counting_comments(self) -> Self:
        """How many comments others gave, as `number_of_comments`."""
        given = Count("comments", filter=Q(comments__by_owner=False))
        return self.annotate(number_of_comments=given).order_by("handed_in_at", "pk")


class SourceQuerySet(models.QuerySet[Any]):
    def of_participants(self) -> Self:
        """Those of people who take part: who leaves takes them along."""
        from networks.models import Enrolment

        return self.filter(enrolment__state=Enrolment.State.ACCEPTED)

    def with_address(self) -> Self:
        """The network for the address, whose it is, and the version of the question that it was noted with."""
        return self.select_related("enrolment__network", "enrolment__person", "question")


class SupportQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.exclude(state=self.model.State.DONE)

    def awaiting(self, person: "User") -> Self:
        """Those that nobody has in hand, that the person has in hand, or that wait for the school."""
        return self.filter(Q(owner=None) | Q(owner=person) | Q(state=self.model.State.WAITING))

    def with_facts(self) -> Self:
        """The network, the school and who is in it, in one query."""
        return self.select_related("network", "school", "owner", "filed_by", "learning_question")

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Those of the own school, of networks that the person facilitates, and all for the organisation."""
        from networks.models import Enrolment
        from networks.policies import facilitated_by

        if not user.is_authenticated or not user.is_active:
            return self.none()
        own = Enrolment.objects.accepted().filter(person=user, network=OuterRef("network"), school=OuterRef("school"))
        return self.filter(Q(Exists(own)) | Q(network__in=facilitated_by(user)))


class OfNetworkQuerySet(models.QuerySet[Any]):
    """What an editor keeps for one network, or for all."""

    def of(self, network: Any) -> Self:
        """Those of this network and those of every network, in their order."""
        return self.filter(Q(network=network) | Q(network=None))


class AgreementPointQuerySet(OfNetworkQuerySet):
    def asked_in(self, network: Any) -> Self:
        """What people agree to when they sign up for this network."""
        return self.of(network).filter(asked=True)


class EvaluationQuestionQuerySet(OfNetworkQuerySet):
    def asked_in(self, network: Any) -> Self:
        """What participants of this network are asked when it ends."""
        return self.of(network).filter(asked=True)


class ObligationRuleQuerySet(OfNetworkQuerySet):
    def current(self) -> Self:
        """As they read now, for who starts today; without how they read before."""
        return self.filter(rule=None)


class ArrangementQuerySet(models.QuerySet[Any]):
    def with_facts(self) -> Self:
        """The meeting and the person along."""
        return self.select_related("meeting__series", "enrolment__person", "enrolment__network")


class GuestPassQuerySet(models.QuerySet[Any]):
    """People without an account who come to a meeting."""

    def coming_to(self, meeting: Any) -> Self:
        """Guests and experts who are expected there, with who invited them."""
        return self.filter(meeting=meeting, withdrawn_at=None).with_host()

    def brought(self) -> Self:
        """Colleagues of participants."""
        return self.exclude(enrolment=None)

    def experts(self) -> Self:
        """Those whom a facilitator invited."""
        return self.filter(enrolment=None)

    def with_host(self) -> Self:
        return self.select_related("enrolment__person", "enrolment__school", "invited_by")

    def to_forget(self, moment: Any) -> Self:
        """Those of which the meeting was over before this moment, or that it does not matter to since then."""
        over = Q(meeting__ends_at__lt=moment) | Q(meeting__series__network__closed_at__lt=moment)
        cancelled = Q(meeting__state="cancelled", meeting__changed_at__lt=moment)
        return self.filter(over | cancelled | Q(withdrawn_at__lt=moment))
