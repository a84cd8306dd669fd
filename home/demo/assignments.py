"""Assignments of the demo network: one that is done, with comments, and one for the coming meeting."""

from datetime import timedelta

from accounts.models import User
from networks import services
from networks.models import Assignment, Enrolment, HandIn, Meeting, Network

LAST_TIME, COMING = "Breng het toetsbeleid van uw school in kaart", "Lees het PTA van een andere school"
ANSWERS = {
    "schoolleider": "Wij nemen in leerjaar 3 van de havo 84 toetsen af. Bij 61 daarvan is een cijfer het enige doel. "
    "Dat schrok ons op: wij dachten dat wij vooral toetsten om van te leren.",
    "schoolleider2": "Onze secties maken hun eigen keuzes. Een visie staat op papier, maar niemand gebruikt haar "
    "bij het maken van een toets.",
}
COMMENT = "Mooi dat u geteld hebt. Welke drie toetsen zou u als eerste weglaten, en wie beslist daarover?"


def create_assignments(network: Network, people: dict[str, User]) -> None:
    """Set both, unless they are there, and let participants hand in."""
    if Assignment.objects.filter(network=network, title=LAST_TIME).exists():
        return
    meetings = list(Meeting.objects.of(network))
    past, coming = ([it for it in meetings if it.is_over == over] for over in (True, False))
    by = people["begeleider"]
    done = services.set_assignment(
        network=network,
        by=by,
        title=LAST_TIME,
        text="Tel de toetsen van één leerjaar. Schrijf bij elke toets waarvoor hij dient: leren, begeleiden of "
        "beslissen.\n\nWat valt u op? Wat zegt uw visie hierover?",
        meeting=past[-1] if past else None,
        readers=Assignment.Readers.AFTER_OWN,
    )
    services.set_assignment(
        network=network,
        by=by,
        title=COMING,
        text="Ruil met een collega in dit netwerk. Lees het PTA zoals een leerling het leest: wat moet ik kunnen, "
        "wanneer laat ik dat zien, en wat als het niet lukt?",
        meeting=coming[0] if coming else None,
        days=2,
    )
    _hand_in(done, people)


def _hand_in(assignment: Assignment, people: dict[str, User]) -> None:
    enrolments = Enrolment.objects.accepted().filter(network=assignment.network).with_people()
    for who, text in ANSWERS.items():
        own = enrolments.filter(person=people[who]).first()
        if own is None:
            continue
        services.save_draft(assignment=assignment, enrolment=own, text=text)
        hand_in = services.hand_in(assignment=assignment, enrolment=own)
        if who == "schoolleider":
            services.comment_on_hand_in(hand_in=hand_in, by=people["begeleider"], text=COMMENT, by_owner=False)
    if assignment.due_at:  # they were in time
        HandIn.objects.filter(assignment=assignment).update(handed_in_at=assignment.due_at - timedelta(days=3))
