"""What the announcement tells beside the editor's text: the steps after sign-up, who facilitates, and practices."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from networks.announcing import shown_facilitators, steps_after_sign_up
from networks.models import Network
from tests.factories.networks import MeetingFactory, NetworkFactory
from tests.factories.people import UserFactory
from tests.factories.resources import PracticeFactory
from tests.networks.conftest import signed_in


@pytest.mark.parametrize(
    ("settings", "number", "told"),
    [
        ({}, 4, "72 uur"),
        ({"approval": False}, 4, "meteen een plek"),
        ({"offer_hours": 0}, 4, "dan is die voor u"),
        ({"places": None}, 3, "begeleider beslist"),
        ({"places": 0, "waiting_list": False}, 0, ""),
    ],
)
def test_the_steps_fit_the_settings(db, settings, number, told):
    steps = steps_after_sign_up(NetworkFactory(**settings))

    assert len(steps) == number
    assert told in " ".join(f"{step.title} {step.text}" for step in steps)


def test_the_last_step_names_the_next_meeting(network):
    before = steps_after_sign_up(network)[-1].text
    MeetingFactory(series__network=network)

    assert "nog niet bekend" in before
    assert "volgende bijeenkomst" in steps_after_sign_up(Network.objects.get(pk=network.pk))[-1].text


def test_a_facilitator_without_a_name_is_not_shown_by_mail_address(network, bram):
    network.facilitators.add(UserFactory(first_name="", last_name=""))

    assert shown_facilitators(network) == [bram]


def test_at_most_three_practices_and_a_link_to_all(client, network):
    address = f"/netwerken/{network.slug}/"
    PracticeFactory.create_batch(4, network=network, state="published")
    PracticeFactory(network=network, state="draft", title="Nog niet af")

    page = client.get(address).content.decode()

    assert page.count('<h3 class="card__title">') == 3
    assert f"?network={network.slug}" in page
    assert "Nog niet af" not in page


def test_without_practices_there_is_no_part_of_them(client, network):
    assert "part-practices" not in client.get(f"/netwerken/{network.slug}/").content.decode()


def test_until_when_and_from_when_one_can_sign_up(client, network, kees):
    day = datetime(timezone.now().year + 1, 3, 2, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    Network.objects.filter(pk=network.pk).update(closes_at=day)
    closes = client.get(f"/netwerken/{network.slug}/").text
    Network.objects.filter(pk=network.pk).update(opens_at=day, closes_at=day + timedelta(days=9))

    assert f"2 maart {day.year}, 09.00" in closes
    for page in (client.get(f"/netwerken/{network.slug}/"), signed_in(kees).get(network.enrol_url)):
        assert f"U kunt zich aanmelden vanaf 2 maart {day.year}." in page.text


def test_a_closed_network_that_never_met_has_no_bare_heading(client, network):
    address = f"/netwerken/{network.slug}/"
    before = client.get(address).text
    Network.objects.filter(pk=network.pk).update(closed_at=timezone.now())

    assert 'id="part-when"' in before
    assert 'id="part-when"' not in client.get(address).text
