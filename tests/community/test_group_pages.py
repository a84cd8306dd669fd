"""Small groups by their pages: founding, inviting, dividing, leaving, and who comes where."""

import uuid

import pytest
from django.urls import reverse

from community.groups import services as groups
from community.models import GroupPlace, SmallGroup
from community.policies import is_in_group
from tests.community.conftest import join
from tests.community.groups import group_of, talk_in
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
State = GroupPlace.State


@pytest.fixture
def client_of(client):
    def browser(person):
        client.force_login(person)
        return client

    return browser


def page(name, network, *arguments):
    return reverse(f"community:{name}", args=[network.slug, *arguments])


def test_founding_inviting_and_answering_by_pages(client_of, network, sanne, imke):
    made = client_of(sanne).post(
        page("found_group", network), {"name": "Noord", "purpose": "", "people": [imke.pk], "key": uuid.uuid4()}
    )
    group = SmallGroup.objects.get()
    assert made.url == group.get_absolute_url()

    client = client_of(imke)
    assert "Noord" in client.get(page("groups", network)).content.decode()
    assert "accept" in client.get(group.get_absolute_url()).content.decode()
    assert client.post(page("answer_invitation", network, group.pk), {"accept": "1"}).url == group.get_absolute_url()
    assert is_in_group(imke, group.pk)


def test_a_group_in_which_nothing_was_said_yet_lets_its_members_begin(client_of, network, sanne, bram):
    client_of(sanne).post(page("found_group", network), {"name": "Noord", "purpose": "", "key": uuid.uuid4()})
    group = SmallGroup.objects.get()
    begin = page("start_in_group", network, group.pk)

    assert begin in client_of(sanne).get(group.get_absolute_url()).content.decode()
    assert begin not in client_of(bram).get(group.get_absolute_url()).content.decode()


def test_a_form_with_errors_keeps_what_was_typed(client_of, network, sanne):
    answer = client_of(sanne).post(page("found_group", network), {"name": "", "purpose": "Elke maand"})
    assert answer.status_code == 422
    assert "Elke maand" in answer.content.decode()


def test_dividing_shows_first_and_stores_once(client_of, network, bram, many_members):
    client = client_of(bram)
    shown = client.post(page("divide_groups", network), {"size": 4, "name": "Groep", "only_without": "on"})
    assert shown.status_code == 200
    assert SmallGroup.objects.count() == 0

    given = {"division": shown.context["ids"], "name": "Groep", "key": shown.context["key"]}
    for _ in range(2):
        assert client.post(page("divide_groups", network), given).status_code == 302
    assert SmallGroup.objects.count() == len(shown.context["division"]) == 10
    assert GroupPlace.objects.filter(state=State.MEMBER).count() == 42


def test_a_division_that_no_longer_fits_is_not_stored(client_of, network, bram, kees):
    given = {"division": f"{kees.pk}", "name": "Groep", "key": uuid.uuid4()}
    assert client_of(bram).post(page("divide_groups", network), given).url == page("divide_groups", network)
    assert SmallGroup.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "statuses"),
    # the founder, a member, who is invited, another participant, the facilitator, somebody of elsewhere
    [
        ("groups", (200, 200, 200, 200, 200, 403)),
        ("found_group", (200, 200, 200, 200, 200, 403)),
        ("divide_groups", (403, 403, 403, 403, 200, 404)),
        ("group", (200, 200, 200, 404, 200, 403)),
        ("start_in_group", (200, 200, 404, 404, 404, 403)),
        ("change_group", (200, 200, 403, 404, 200, 403)),
        ("add_to_group", (200, 200, 403, 404, 200, 403)),
        ("close_group", (200, 403, 403, 404, 200, 403)),
    ],
)
def test_who_comes_where(name, statuses, client_of, group, network, sanne, imke, noor, bram, kees):
    invited = UserFactory()
    join(network, invited)
    groups.add_people(group=group, by=sanne, people=[invited])
    arguments = [] if name in {"groups", "found_group", "divide_groups"} else [group.pk]

    people = (sanne, imke, invited, noor, bram, kees)
    answers = tuple(client_of(person).get(page(name, network, *arguments)).status_code for person in people)

    assert answers == statuses


def test_leaving_asks_first(client_of, group, network, imke):
    address = page("remove_from_group", network, group.pk, imke.pk)
    client = client_of(imke)
    assert client.get(address).status_code == 200
    assert is_in_group(imke, group.pk)
    assert client.post(address).url == page("groups", network)
    assert not is_in_group(imke, group.pk)
    assert client.post(address).status_code == 404


def test_a_list_of_groups_asks_no_more_for_many(client_of, network, bram, sanne, imke, django_assert_max_num_queries):
    client = client_of(bram)
    for number in range(12):
        talk_in(group_of(network, sanne if number < 5 else imke, bram, name=f"Groep {number}"), bram)
        SmallGroup.objects.update(founder=None)
    client.get(page("groups", network))
    with django_assert_max_num_queries(16):
        client.get(page("groups", network))
