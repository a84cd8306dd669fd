"""Who is at home in a network, as its members see each other."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from accounts.models import User
from community.models import Block, PeerProfile
from networks.models import Enrolment, Network, Theme
from networks.policies import people_of
from schools.models import School

OFFERS, SEEKS = "offers", "seeks"


@dataclass(frozen=True, kw_only=True)
class Peer:
    """One member; who shows only the name has nothing else here.

    is_blocked: by the reader, who alone sees that.
    """

    person: User
    facilitates: bool
    name_only: bool = False
    school: School | None = None
    job: str = ""
    offers: str = ""
    seeks: str = ""
    themes: Sequence[Theme] = ()
    takes_requests: bool = False
    may_be_blocked: bool = False
    is_blocked: bool = False

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def words(self) -> str:
        """What a search looks in."""
        parts = [self.name, self.job, self.offers, self.seeks, *(it.name for it in self.themes)]
        parts += [self.school.name, self.school.place] if self.school else []
        return plain(" ".join(parts))


def peers_of(network: Network, reader: User) -> list[Peer]:
    """Everybody at home in the network, by name, as this reader sees them; as many queries for forty as for four."""
    people = list(people_of(network))
    schools = _schools(network)
    running = set(network.facilitators.values_list("pk", flat=True))
    profiles = PeerProfile.objects.filter(person__in=people).prefetch_related("themes").in_bulk()
    blocked, blocking = Block.objects.by_side(reader)
    apart = blocked | blocking | {reader.pk}
    peers = [
        replace(
            _peer(it, schools.get(it.pk), it.pk in running, profiles.get(it.pk), may_be_asked=it.pk not in apart),
            may_be_blocked=it.pk != reader.pk,
            is_blocked=it.pk in blocked,
        )
        for it in people
    ]
    return sorted(peers, key=lambda peer: plain(peer.name))


def narrowed(peers: Iterable[Peer], *, q: str = "", theme: str = "", with_: str = "") -> list[Peer]:
    """Those in whom every word of `q` stands, who chose the theme (its slug), and who offer or seek something."""
    words = plain(q).split()
    return [
        peer
        for peer in peers
        if all(word in peer.words for word in words)
        and (not theme or theme in {it.slug for it in peer.themes})
        and (with_ not in {OFFERS, SEEKS} or getattr(peer, with_))
    ]


def themes_of(peers: Iterable[Peer]) -> list[Theme]:
    """The themes that these people chose, in the order of the list that editors keep."""
    found = {theme.pk: theme for peer in peers for theme in peer.themes}
    return sorted(found.values(), key=lambda theme: (theme.ordering, theme.name))


def plain(text: str) -> str:
    """Small letters without accents: who types “rene” finds René."""
    return "".join(it for it in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(it))


def _schools(network: Network) -> dict[int, School]:
    taking_part = Enrolment.objects.accepted().filter(network=network).select_related("school")
    return {it.person_id: it.school for it in taking_part}


def _peer(
    person: User, school: School | None, facilitates: bool, profile: PeerProfile | None, *, may_be_asked: bool
) -> Peer:
    profile = profile or PeerProfile(person=person)
    takes_requests = may_be_asked and not profile.no_requests
    if profile.name_only:
        return Peer(person=person, facilitates=facilitates, name_only=True, takes_requests=takes_requests)
    return Peer(
        person=person,
        facilitates=facilitates,
        school=school,
        job=person.job_title,
        offers=profile.offers,
        seeks=profile.seeks,
        themes=list(profile.themes.all()) if profile.updated_at else (),
        takes_requests=takes_requests,
    )
