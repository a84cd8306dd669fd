"""What was written for the meetings of the demo network: agendas, a report, decisions and actions."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from accounts.models import User
from networks import services
from networks.models import Meeting, Network, Outcome
from networks.policies import is_member

Kind = Outcome.Kind
LAST_AGENDA = (
    (time(9, 30), "Terugblik: wat hebben wij geprobeerd?", "", ""),
    (time(10), "Drie scholen laten zien wat er veranderd is", "", "Tien minuten per school, daarna vragen."),
    (time(11, 15), "Hoe houden wij het vast?", "Dr. Hanneke Veldman, lector toetsing", ""),
    (time(12), "Wat delen wij met andere scholen?", "", ""),
)
LAST_REPORT = (
    "Twee scholen hebben het aantal toetsen in de onderbouw verlaagd. De derde is begonnen met het PTA van leerjaar 4."
    "\n\nWat hielp: begin met tellen, en laat secties zelf kiezen wat weg kan. Wat niet hielp: een nieuw beleidsstuk "
    "zonder tijd om het te bespreken.\n\nHanneke Veldman liet zien hoe een school na vier jaar terugvalt als niemand "
    "ernaar vraagt. Wij spraken af dat wij dat bij elkaar wel doen."
)
NEXT_AGENDA = (
    (time(9, 30), "Kennismaken aan de hand van onze leervragen", "", ""),
    (time(10, 30), "Waarom toetsen wij?", "Prof. Els Berg, toetsdeskundige", "Met ruimte voor uw eigen vraag."),
    (time(11, 30), "In tweetallen: het PTA van de ander", "", "Neem uw eigen PTA mee, op papier."),
    (time(12, 15), "Afspraken tot de volgende keer", "", ""),
)
NEXT_PREPARATION = (
    "Neem het PTA van één leerjaar mee, op papier.\n\nDenk vast na: welke toets zou u schrappen als u er vandaag één "
    "mocht schrappen? En wat houdt u tegen?"
)


def write_papers(network: Network, people: dict[str, User]) -> None:
    """The last meeting has a report with actions, one of them done; the next one an agenda. Unless they have."""
    meetings, by = list(Meeting.objects.of(network)), people["begeleider"]
    past, coming = ([it for it in meetings if it.is_over == over] for over in (True, False))
    if past and not past[-1].report_version:
        _write_last(past[-1], people)
    if coming and not coming[0].agenda_version:
        items = [_item(*it) for it in NEXT_AGENDA]
        services.write_agenda(meeting=coming[0], by=by, preparation=NEXT_PREPARATION, items=items)


def _write_last(meeting: Meeting, people: dict[str, User]) -> None:
    by, today = people["begeleider"], timezone.localdate()
    services.write_agenda(meeting=meeting, by=by, preparation="", items=[_item(*it) for it in LAST_AGENDA])
    outcomes: list[dict[str, Any]] = [
        {"kind": Kind.DECISION, "text": "Wij vragen elkaar na een jaar hoe het met de toetsen staat."},
        {
            "kind": Kind.ACTION,
            "text": "Het lijstje om toetsen te tellen in de bibliotheek zetten",
            "person": _member(meeting, people["schoolleider"]),
            "due_on": today + timedelta(days=14),
        },
        {
            "kind": Kind.ACTION,
            "text": "Een school vragen die wil ontvangen",
            "person": _member(meeting, people["schoolleider2"]),
            "due_on": today - timedelta(days=7),
        },
        {"kind": Kind.ACTION, "text": "Vertellen in het eigen team wat wij vonden", "who": "alle scholen"},
    ]
    services.write_report(meeting=meeting, by=by, report=LAST_REPORT, outcomes=outcomes)
    for done in Outcome.objects.filter(meeting=meeting, person=people["schoolleider2"]):
        services.finish_action(action=done, by=people["schoolleider2"])


def _member(meeting: Meeting, person: User) -> User | None:
    """The person, unless somebody who tried the demo ended the part in this network."""
    return person if is_member(person, meeting.series.network) else None


def _item(starts: time, title: str, speaker: str, note: str) -> dict[str, object]:
    return {"starts": starts, "title": title, "speaker": speaker, "note": note}
