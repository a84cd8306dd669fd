"""What a conversation may be about: a meeting, an assignment or the learning question of a participant."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from community.models import Thread
from community.policies import title_for
from core.errors import NotFound
from networks.assignment_policies import get_assignment_in
from networks.models import Enrolment, Network
from networks.policies import get_meeting_in
from networks.talk import Conversation, Talk

KINDS = ("meeting", "assignment", "question")


@dataclass(frozen=True)
class Subject:
    """As readers see it."""

    kind: str
    pk: int
    label: str
    title: str
    url: str


def get_subject_in(network: Network, kind: str, pk: int) -> Any:
    """The meeting, the assignment or the place of whose learning question it is. Raises NotFound."""
    if kind == "meeting":
        return get_meeting_in(network, pk)
    if kind == "assignment":
        return get_assignment_in(network, pk)
    found = Enrolment.objects.accepted().select_related("person").filter(network=network, pk=pk).first()
    if kind != "question" or found is None:
        raise NotFound
    return found


def subject_of(thread: Thread) -> Subject | None:
    """What the thread is about; a learning question only while its participant takes part."""
    slug = thread.network.slug
    if thread.meeting:
        url = reverse("networks:meeting", args=[slug, thread.meeting_id])
        return Subject("meeting", thread.meeting.pk, _("Meeting"), thread.meeting.name, url)
    if thread.assignment:
        url = reverse("networks:assignment", args=[slug, thread.assignment_id])
        return Subject("assignment", thread.assignment.pk, _("Assignment"), thread.assignment.title, url)
    if thread.question and thread.question.state == Enrolment.State.ACCEPTED:
        url = f"{reverse('networks:learning_questions', args=[slug])}#enrolment-{thread.question_id}"
        return Subject("question", thread.question.pk, _("Learning question"), thread.question.person.name, url)
    return None


def talk_about(network: Network, kind: str, ids: Collection[int], reader: Any) -> Mapping[int, Talk]:
    """For the pages of networks: per id its conversations that the reader reads, the newest activity first."""
    standing = Count("posts", filter=Q(posts__deleted_at=None, posts__hidden_at=None))
    threads = (
        network.threads.living()
        .visible_to(reader)
        .filter(**{f"{kind}__in": ids})
        .annotate(standing=standing)
        .newest_activity_first()
    )
    found: dict[int, list[Conversation]] = {pk: [] for pk in ids}
    for thread in threads:
        url = reverse("community:thread", args=[network.slug, thread.pk])
        thread.network = network
        found[getattr(thread, f"{kind}_id")].append(Conversation(title_for(reader, thread), url, thread.standing))
    start = reverse("community:start", args=[network.slug])
    return {pk: Talk(conversations, f"{start}?about={kind}-{pk}") for pk, conversations in found.items()}
