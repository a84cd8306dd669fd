"""What goes with meetings of the demo network: something to read for the coming one, and what the last one gave."""

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from networks import services
from networks.models import Meeting, MeetingMaterial, Network

TO_READ, WHERE = "Kijkwijzer: is deze toets nodig?", "https://noorderlyceum.example/kijkwijzer-toetsen"
NOTES = "Wat wij meenemen uit deze bijeenkomst.txt"
NOTED = """Wat wij meenemen uit deze bijeenkomst

1. Begin met tellen: hoeveel toetsen maakt een leerling in een jaar, en waarvoor?
2. Kies met de sectie drie toetsen die weg kunnen of anders kunnen.
3. Vertel leerlingen en ouders vooraf wat er verandert, en waarom.
"""


def give_materials(network: Network, people: dict[str, User]) -> None:
    """Give them along, unless there are some."""
    if MeetingMaterial.objects.filter(meeting__series__network=network).exists():
        return
    by, meetings = people["begeleider"], list(Meeting.objects.of(network))
    past, coming = ([it for it in meetings if it.is_over == over] for over in (True, False))
    if coming:
        services.add_materials(meeting=coming[0], by=by, for_guests=True, title=TO_READ, link=WHERE)
    if past:
        file = SimpleUploadedFile(NOTES, NOTED.encode())
        services.add_materials(meeting=past[-1], by=by, timing=MeetingMaterial.Timing.AFTER, files=[file])
