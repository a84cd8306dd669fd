"""Who gets what of a hidden network; every page and operation by role: test_every_route, test_every_operation."""

import pytest

from networks.models import Enrolment, Network
from networks.policies import get_network_for, people_in_spaces
from tests.networks.conftest import Caller

ROLES = ("visitor", "outsider", "requested", "waiting", "participant", "other facilitator", "facilitator", "manager")
HIDDEN = {
    "": (404, 404, 200, 200, 200, 404, 200, 200),
    "aanmelden/": (302, 404, 200, 200, 200, 404, 200, 200),
    "ruimte/": (302, 404, 403, 403, 200, 404, 200, 200),
    "begeleiding/": (302, 404, 404, 404, 403, 404, 200, 200),
}


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [(role, address, status) for address, row in HIDDEN.items() for role, status in zip(ROLES, row, strict=True)],
)
def test_a_hidden_network_does_not_exist_for_outsiders(role, address, status, client_as, network):
    Network.objects.filter(pk=network.pk).update(hidden=True)

    assert client_as(role).get(f"/netwerken/{network.slug}/{address}").status_code == status


@pytest.mark.parametrize(("role", "status"), list(zip(ROLES, (302, 404, 404, 404, 403, 404, 302, 302), strict=True)))
def test_who_may_accept(role, status, client_as, network):
    request = Enrolment.objects.requested().get(network=network)

    answer = client_as(role).post(f"/netwerken/{network.slug}/begeleiding/aanmeldingen/{request.pk}/accepteren/")

    request.refresh_from_db()
    assert answer.status_code == status
    assert (request.state == Enrolment.State.ACCEPTED) == (role in {"facilitator", "manager"})


def test_a_facilitator_decides_only_on_the_own_network(client_as, people, network):
    request = Enrolment.objects.requested().get(network=network)
    other = Network.objects.get(facilitators=people["other facilitator"])

    page = client_as("other facilitator").get(f"/netwerken/{other.slug}/begeleiding/aanmeldingen/{request.pk}/")
    call = Caller(people["other facilitator"])("post", f"enrolments/{request.pk}/accept")

    assert (page.status_code, call.status_code) == (404, 404)


def test_an_outsider_is_offered_to_ask_to_join(client_as, network):
    page = client_as("outsider").get(f"/netwerken/{network.slug}/ruimte/")

    assert page.status_code == 403
    assert f"/netwerken/{network.slug}/aanmelden/" in page.content.decode()


def test_without_a_published_page_only_those_with_a_part_know_of_it(people, network):
    network.pages.get().unpublish()

    visible = {role for role in ROLES if get_network_or_none(people[role], network)}

    assert visible == {"requested", "waiting", "participant", "facilitator", "manager"}


def get_network_or_none(user, network):
    from django.contrib.auth.models import AnonymousUser

    from core.errors import NotFound

    try:
        return get_network_for(user or AnonymousUser(), network.slug)
    except NotFound:
        return None


def test_people_in_spaces_agrees_with_the_permission(people, network):
    known = {role: person for role, person in people.items() if person}

    inside = people_in_spaces({network.pk}, {person.pk for person in known.values()})

    assert inside == {
        (network.pk, person.pk) for person in known.values() if person.has_perm("networks.see_space", network)
    }
