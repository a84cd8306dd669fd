"""What the people of the demo offer and seek."""

from accounts.models import User
from community.models import PeerProfile
from community.peers.services import tell_peers
from networks.models import Theme

TOLD = {
    "schoolleider": (
        "Ik vertel graag hoe wij met elke sectie het gesprek over toetsen voerden. De leidraad mag u hebben.",
        "Een school die het PTA kleiner heeft gemaakt.",
    ),
    "schoolleider2": ("Ervaring met keuzeweken in de bovenbouw.", "Iemand om mee te denken over herkansen."),
    "begeleider": ("Ik denk mee over uw leervraag, en ken scholen die al verder zijn.", ""),
}


def tell_all(people: dict[str, User], themes: list[Theme]) -> None:
    """Give those who told nothing yet their words."""
    for who, (offers, seeks) in TOLD.items():
        if people[who].is_active and not PeerProfile.objects.filter(person=people[who]).exists():
            tell_peers(
                person=people[who], offers=offers, seeks=seeks, themes=themes[:1], name_only=False, no_requests=False
            )
