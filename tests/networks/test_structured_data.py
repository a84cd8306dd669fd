"""What search engines are told of a network: where and how its meetings are, and what taking part costs."""

from decimal import Decimal

import pytest

from networks.models import Network
from networks.pricing import price_in
from networks.structured_data import series_of_events
from tests.factories.networks import MeetingFactory, NetworkFactory

ROOM = "https://video.example/kamer"


def events(network, cost=""):
    network = Network.objects.get(pk=network.pk)
    page = network.pages.get()
    page.cost = cost
    return series_of_events(page, network)


@pytest.mark.parametrize(
    ("facts", "mode", "kinds"),
    [
        ({"place": "Waterdam"}, "Offline", ["Place"]),
        ({"place": "", "online_url": ROOM}, "Online", ["VirtualLocation"]),
        ({"place": "Waterdam", "online_url": ROOM}, "Mixed", ["Place", "VirtualLocation"]),
        ({"place": ""}, "", []),
    ],
)
def test_a_meeting_says_whether_it_is_at_a_place_or_online(db, facts, mode, kinds):
    meeting = MeetingFactory(**facts)

    [event] = events(meeting.series.network)["subEvent"]
    where = event.get("location", [])

    assert event.get("eventAttendanceMode", "") == (f"https://schema.org/{mode}EventAttendanceMode" if mode else "")
    assert [it["@type"] for it in (where if isinstance(where, list) else [where])] == kinds
    assert ROOM not in str(event)


@pytest.mark.parametrize(
    ("cost", "offer"),
    [
        ("<p>Deelname is gratis.</p>", {"price": 0, "priceCurrency": "EUR"}),
        ("<p>U betaalt € 950.</p>", {"price": 950, "priceCurrency": "EUR"}),
        ("<p>Dat spreken wij samen af.</p>", {}),
        ("", {}),
    ],
)
def test_the_price_is_what_the_announcement_says(db, cost, offer):
    network = MeetingFactory().series.network

    [event] = events(network, cost)["subEvent"]

    assert {name: event["offers"][name] for name in ("price", "priceCurrency") if name in event["offers"]} == offer


def test_without_a_coming_meeting_there_is_nothing_to_tell(db):
    assert events(NetworkFactory()) is None


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Geen kosten; u betaalt met tijd.", 0),
        ("Taking part is free.", 0),
        ("Het kost u niets.", 0),
        ("€ 2.195,00 per persoon", 2195),
        ("2,195 euros", 2195),
        ("€40,-", 40),
        ("12,50 euro", Decimal("12.5")),
        ("€ 450 per thema, € 500 voor het gesprek", None),
        ("Gratis voor leden, anders € 100", None),
        ("Het is niet gratis.", None),
        ("Taking part is not for free.", None),
        ("Feel free to ask what it costs.", None),
        ("€ 40 - 60, naar het aantal deelnemers", None),
        ("40 tot 60 euro", None),
        ("Vanaf € 40", None),
        ("€ 40 per jaar, 2026-2027", 40),
        ("Vijf bijeenkomsten in 2018", None),
    ],
)
def test_a_price_is_read_only_where_there_is_no_doubt(text, price):
    assert price_in(text) == price
