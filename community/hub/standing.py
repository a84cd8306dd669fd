"""What gives an open socket the right to be open, looked up again every second for all sockets at once."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.models import Session
from django.utils import timezone
from wagtail.models import APIToken

from accounts.models import User
from community.models import EventCounter
from networks.policies import people_in_spaces


@dataclass(frozen=True)
class Standing:
    """Who opened a socket, and with what. A changed password ends it like a sign-out."""

    network: int
    person: int
    password: str
    session: str | None = None
    token: int | None = None


def standing_of(*, person: Any, network: Any, session: str | None, token: str | None) -> Standing:
    """The standing of somebody who has just been let in."""
    return Standing(network.pk, person.pk, person.password, session, _token_id(token) if token else None)


def _token_id(token: str) -> int | None:
    rows = APIToken.objects.filter(key_hash__in=APIToken.candidate_key_hashes(token))
    return rows.values_list("pk", flat=True).first()


def still_good(standings: Collection[Standing]) -> set[Standing]:
    """Those whose session or token, account and membership still are. Four queries however many there are."""
    people = dict(
        User.objects.filter(pk__in={it.person for it in standings}, is_active=True).values_list("pk", "password")
    )
    in_space = people_in_spaces({it.network for it in standings}, set(people))
    sessions = _living_sessions({it.session for it in standings if it.session})
    tokens = _living_tokens({it.token for it in standings if it.token})
    return {
        it
        for it in standings
        if people.get(it.person) == it.password
        and (it.network, it.person) in in_space
        and (it.session is None or it.session in sessions)
        and (it.token is None or it.token in tokens)
    }


def _living_sessions(keys: set[str]) -> set[str]:
    if not keys:
        return set()
    living = Session.objects.filter(session_key__in=keys, expire_date__gt=timezone.now())
    return set(living.values_list("session_key", flat=True))


def _living_tokens(ids: set[int]) -> set[int]:
    return set(APIToken.objects.filter(pk__in=ids, revoked_at=None).values_list("pk", flat=True)) if ids else set()


def pulse(networks: Collection[int], standings: Collection[Standing]) -> tuple[dict[int, int], set[Standing]]:
    """Each network's newest sequence number, and the standings that are still good."""
    seqs = EventCounter.objects.filter(network__in=networks).values_list("network", "last_seq")
    return dict(seqs), still_good(standings)
