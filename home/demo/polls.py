"""A poll of the demo network that is open, with the first answers and one school that offers itself as host."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from networks import services
from networks.models import Network, Poll
from networks.rhythm import closed_days, rhythm
from networks.walltime import at_school

TITLE = "Wanneer en waar is onze extra bijeenkomst?"
EXPLANATION = (
    "In Reeks 2018 bleek één ochtend te kort voor het gesprek over herkansen. "
    "We plannen daarom een extra bijeenkomst. Kies wat u uitkomt; “als het moet” helpt ons ook."
)
EXPERT = "Prof. Els Berg (Universiteit Waterdam)"
PLACES = (("Vergadercentrum De Brug", "Stationsplein 1, Waterdam"),)
OPEN_FOR, FIRST = timedelta(days=12), timedelta(days=35)
ANSWERS = {
    "begeleider": ("yes", "yes", "no", "yes"),
    "schoolleider2": ("yes", "if_need_be", "no", "yes"),
    "schoolleider3": ("if_need_be", "yes", "yes", "no"),
}
NOTE = "Ik moet om 12.00 uur weg."


def ask_when_and_where(network: Network, people: dict[str, User]) -> None:
    """Ask once; the first participant still has to answer."""
    if Poll.objects.filter(network=network).exists():
        return
    facilitator, host = people["begeleider"], people["schoolleider2"]
    options = [
        services.NewOption(starts_at=starts, ends_at=ends, place=place, address=address)
        for starts, ends in _dates()
        for place, address in PLACES
    ]
    facts: dict[str, Any] = {
        "title": TITLE,
        "explanation": EXPLANATION,
        "series": network.series.last(),
        "experts": [EXPERT],
    }
    deadline = at_school(timezone.localdate() + OPEN_FOR, time(18, 0))
    poll = services.make_poll(network=network, by=facilitator, options=options, deadline=deadline, **facts)
    services.open_poll(poll=poll, by=facilitator)
    own = network.enrolments.accepted().filter(person=host).first()
    if own:
        services.offer_school(poll=poll, enrolment=own, dates=_dates()[:1], capacity=20, travel="Parkeren kan gratis.")
    taking_part = set(network.enrolments.accepted().values_list("person", flat=True)) | {facilitator.pk}
    for who, answers in ANSWERS.items():
        if people[who].pk in taking_part:
            votes = _votes(poll, answers, NOTE if who == "schoolleider3" else "")
            services.vote(poll=poll, person=people[who], votes=votes)


def _dates() -> list[tuple[datetime, datetime]]:
    """Three Tuesdays on which schools are open."""
    today = timezone.localdate()
    first = today + FIRST + timedelta(days=(1 - today.weekday()) % 7)
    days = rhythm(first=first, number=3, weeks=1, closed=closed_days(first)).days
    return [(at_school(day, time(9, 30)), at_school(day, time(12, 30))) for day in days]


def _votes(poll: Poll, answers: tuple[str, ...], note: str) -> list[services.Vote]:
    chosen = zip(poll.options.all(), answers, strict=False)
    return [services.Vote(it.pk, answer, note if answer == "if_need_be" else "") for it, answer in chosen]
