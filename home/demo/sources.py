"""What participants of the demo network read and saw for their learning questions. Titles and makers are invented."""

from typing import Any

from accounts.models import User
from networks import services
from networks.models import Enrolment, Network, Source

NOTED: dict[str, tuple[dict[str, Any], ...]] = {
    "schoolleider": (
        {
            "title": "Minder toetsen, meer leren: wat er na twee jaar veranderde",
            "authors": "Werkgroep toetsing van het Noorderlyceum",
            "year": 2025,
            "link": "https://noorderlyceum.example/minder-toetsen",
            "gave": "Begin bij de toetsen waar niemand meer naar kijkt, dan gaat het team mee.",
        },
        {
            "title": "Het gesprek over de toets",
            "authors": "M. Veldman",
            "year": 2019,
            "gave": "Hoofdstuk 4 geeft vragen waarmee secties hun eigen toetsen bekijken.",
        },
    ),
    "schoolleider2": (
        {
            "title": "Schoolbezoek: een week zonder cijfers",
            "gave": "Leerlingen vroegen zelf om feedback, maar ouders hadden uitleg nodig.",
        },
    ),
}


def note_sources(network: Network, people: dict[str, User]) -> None:
    """Note them all, unless there are some."""
    if Source.objects.filter(enrolment__network=network).exists():
        return
    for who, sources in NOTED.items():
        own = Enrolment.objects.accepted().filter(network=network, person=people[who]).first()
        if own:
            for facts in sources:
                services.add_source(enrolment=own, **facts)
