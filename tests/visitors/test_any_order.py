"""Whatever people do, in whatever order, everybody gets the page as it would be made afresh, and nobody else's own."""

from contextlib import suppress
from datetime import timedelta

import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.visiting import fresh, freshly_own, own, seen
from tests.visitors.test_freshness import CHANGES

PEOPLE = ("bram", "noor", "kees")
steps = st.one_of(
    st.tuples(st.just("visit"), st.integers(0, 20)),
    st.tuples(st.just("person"), st.sampled_from(PEOPLE), st.integers(0, 20)),
    st.tuples(st.just("change"), st.sampled_from([change.__name__ for change in CHANGES])),
    st.tuples(st.just("wait"), st.integers(1, 200)),
)


def test_no_order_of_events_shows_an_old_or_a_private_page(site, django_db_blocker):
    clients = {name: Client() for name in PEOPLE}
    for name, client in clients.items():
        client.force_login(getattr(site, name))
    by_name = {change.__name__: change for change in CHANGES}
    clock = {"now": timezone.now()}

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(steps, min_size=4, max_size=12))
    def play(story):
        for kind, *what in story:
            with time_machine.travel(clock["now"], tick=False):
                address = site.addresses[what[-1] % len(site.addresses)] if kind in {"visit", "person"} else ""
                if kind == "visit":
                    assert seen(address) == fresh(address)
                    assert b"account/logout" not in seen(address)[1]
                elif kind == "person":
                    assert own(address, clients[what[0]]) == freshly_own(address, clients[what[0]])
                elif kind == "change":
                    try_to(by_name[what[0]], site)
                else:
                    clock["now"] += timedelta(hours=what[0])

    play()


def try_to(change, site):
    """What was moved away or deleted before may refuse; whatever it did by then must be seen, or taken back."""
    with suppress(Exception), transaction.atomic():
        change(site)
