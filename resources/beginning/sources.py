"""What a person has that a practice can begin with, and what it brings along."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.models import User
from networks.models import HandIn, LearningQuestion, Meeting, Network
from resources.policies import contributes_to

MOST = 20
SHOWN = 90


@dataclass(frozen=True)
class Beginning:
    """key: how the form calls it. content: of the practice that begins with it. hand_in: whose files come along."""

    key: str
    label: str
    content: dict[str, Any]
    hand_in: HandIn | None = None


def beginnings_of(person: User) -> list[Beginning]:
    """The present learning questions of the person, what the person handed in, and reports of the own networks."""
    return [*_questions(person), *_hand_ins(person), *_reports(person)]


def network_of(beginning: Beginning) -> Network | None:
    """Where it comes from."""
    return beginning.content.get("network")


def _questions(person: User) -> list[Beginning]:
    own = LearningQuestion.objects.filter(enrolment__in=person.enrolments.accepted()).order_by("enrolment", "-version")
    newest: dict[int, LearningQuestion] = {}
    for question in own.select_related("enrolment__network"):
        newest.setdefault(question.enrolment_id, question)
    return [
        Beginning(
            key=f"vraag-{it.pk}",
            label=_("My learning question: %(text)s") % {"text": Truncator(it.text).chars(SHOWN)},
            content={"network": it.enrolment.network, "learning_question": it, "question": it.text},
        )
        for it in newest.values()
    ]


def _hand_ins(person: User) -> list[Beginning]:
    places = person.enrolments.accepted()
    of_school = places.filter(school=OuterRef("school"), network=OuterRef("assignment__network"))
    own = Q(enrolment__in=places) | Q(Exists(of_school))
    found = HandIn.objects.handed_in().filter(own, assignment__network__in=contributes_to(person))
    found = found.select_related("assignment__network", "learning_question__enrolment")
    return [_from_hand_in(it, person) for it in found.order_by(F("handed_in_at").desc(), "-pk")[:MOST]]


def _reports(person: User) -> list[Beginning]:
    told = Meeting.objects.filter(series__network__in=contributes_to(person)).exclude(report="")
    return [
        Beginning(
            key=f"verslag-{it.pk}",
            label=_("Report of a meeting: %(title)s") % {"title": Truncator(it.title).chars(SHOWN)},
            content={"network": it.series.network, "context": it.report},
        )
        for it in told.select_related("series__network").order_by("-starts_at", "-pk")[:MOST]
    ]


def _from_hand_in(hand_in: HandIn, person: User) -> Beginning:
    assignment, question = hand_in.assignment, hand_in.learning_question
    content: dict[str, Any] = {"network": assignment.network, "approach": hand_in.text}
    if question and question.enrolment.person_id == person.pk:
        content |= {"learning_question": question, "question": question.text}
    label = _("My assignment: %(title)s") % {"title": Truncator(assignment.title).chars(SHOWN)}
    return Beginning(key=f"opdracht-{hand_in.pk}", label=label, content=content, hand_in=hand_in)
