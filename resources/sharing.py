"""The obligation to share good practice (DOMAIN.md 1), as the library sees it."""

from collections.abc import Iterable, Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.attention import Round
from networks.closing import Item
from networks.models import Agreement, Enrolment
from networks.obligations import Obligation, State
from resources.models import CoAuthor, Practice

# The practice that brings the participant furthest comes first.
NEAREST = ("published", "submitted", "returned", "draft", "withdrawn")


def harvest(round_: Round) -> Iterable[Item]:
    """What the network leaves to schools that took no part, and who has not shared yet."""
    network = round_.network
    practices = list(Practice.objects.originals().filter(network=network).select_related("contributor").with_authors())
    published = [it for it in practices if it.is_published]
    waiting = [it.title for it in practices if it.is_waiting]
    sharers = {person.pk for it in published for person in it.authors}
    silent = [it.person.name for it in round_.members if it.person_id not in sharers]
    number = len(published)
    why = ngettext("%(number)d practice is published.", "%(number)d practices are published.", number)
    why %= {"number": number}
    if waiting:
        why = " ".join([why, _("These wait for review: %(titles)s.") % {"titles": ", ".join(waiting)}])
    if silent:
        why = " ".join([why, _("They have not shared one:")])
    yield Item(
        title=_("Practices"),
        ready=bool(published) and not waiting and not silent,
        why=why,
        about=silent,
        url=reverse("resources:room", args=[network.slug]),
        action=_("View the practices"),
    )


def sharing(enrolments: Sequence[Enrolment]) -> dict[int, Obligation]:
    """Done as soon as one practice of which this person is an author is published from this network."""
    practices: dict[tuple[int | None, int], list[Practice]] = {}
    people = {enrolment.person_id for enrolment in enrolments}
    along = CoAuthor.objects.agreed().filter(person__in=people).values("practice")
    shared = Practice.objects.originals().filter(Q(contributor__in=people) | Q(pk__in=along))
    for practice in shared.filter(network__in={it.network_id for it in enrolments}).with_authors():
        for person in practice.author_ids:
            practices.setdefault((practice.network_id, person), []).append(practice)
    return {it.pk: _standing(it, practices.get((it.network_id, it.person_id), [])) for it in enrolments}


def _standing(enrolment: Enrolment, practices: list[Practice]) -> Obligation:
    best = min(practices, key=lambda practice: NEAREST.index(practice.state), default=None)
    state, why, todo, url = _judged(best, sum(practice.is_published for practice in practices))
    if not url:
        url = f"{reverse('resources:contribute')}?network={enrolment.network.slug}"
    kind = Agreement.Kind.SHARING
    return Obligation(kind=kind, label=kind.label, state=state, why=why, todo=todo, url=url)


def _judged(best: Practice | None, published: int) -> tuple[State, str, str, str]:
    if best is None or best.state == Practice.State.WITHDRAWN:
        todo = _("Share a practice of your school, small or large. You can save it and go on later.")
        return State.OPEN, _("You have not shared a practice yet."), todo, ""
    name, page, edit = {"title": best.title}, best.get_absolute_url(), reverse("resources:edit", args=[best.slug])
    if best.is_published:
        why = ngettext(
            "You share %(number)d practice with other schools.",
            "You share %(number)d practices with other schools.",
            published,
        )
        return State.DONE, why % {"number": published}, "", page
    if best.is_waiting:
        return State.ATTAINABLE, _("“%(title)s” waits for review.") % name, "", page
    if best.state == Practice.State.RETURNED:
        todo = _("Read the advice, adapt it and submit it again.")
        return State.OPEN, _("“%(title)s” came back with advice.") % name, todo, edit
    return State.OPEN, _("“%(title)s” is a draft.") % name, _("Finish it and submit it."), edit
