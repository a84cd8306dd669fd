"""Small groups: who makes them, who comes and goes, and what each is told."""

import uuid
from random import Random

import pytest

from accounts.erasure import erase_account
from community.errors import GroupClosed, InvitationGone, RequestsUnwanted, TooManyGroups
from community.groups import services as groups
from community.groups.dividing import divide
from community.groups.personal import exported
from community.groups.reading import people_to_divide
from community.models import GroupPlace, SmallGroup
from community.peers.sparring import block
from community.policies import is_in_group
from core.errors import InvalidInput, NotAllowed
from networks.models import Enrolment
from networks.services import close_network, withdraw
from notifications.models import Notification
from tests.community.conftest import join, say
from tests.community.groups import talk_in
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
State = GroupPlace.State


def members(group):
    return set(group.places.filter(state=State.MEMBER).values_list("person", flat=True))


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def test_a_participant_founds_a_group_and_invites_who_say_yes(network, sanne, imke):
    group = groups.found_group(network=network, by=sanne, name=" Intervisie  noord ", people=[imke])

    assert (group.name, members(group)) == ("Intervisie noord", {sanne.pk})
    assert told(imke) == ["group.invited"]
    groups.answer_invitation(group=group, person=imke, accept=True)
    assert members(group) == {sanne.pk, imke.pk}


def test_saying_no_leaves_no_trace_and_tells_who_invited(network, sanne, imke):
    group = groups.found_group(network=network, by=sanne, name="Noord", people=[imke])

    groups.answer_invitation(group=group, person=imke, accept=False)

    assert not group.places.filter(person=imke).exists()
    assert told(sanne) == ["group.declined"]
    with pytest.raises(InvitationGone):
        groups.answer_invitation(group=group, person=imke, accept=True)


def test_a_facilitator_puts_people_in_a_group_and_stays_out(network, bram, sanne, imke):
    group = groups.found_group(network=network, by=bram, name="Zuid", people=[sanne, imke], takes_part=False)

    assert members(group) == {sanne.pk, imke.pk}
    assert told(sanne) == told(imke) == ["group.placed"]


def test_a_facilitator_never_lets_themselves_into_a_group(group, bram, sanne):
    with pytest.raises(NotAllowed):
        groups.add_people(group=group, by=bram, people=[bram])

    groups.add_people(group=group, by=sanne, people=[bram])
    assert not is_in_group(bram, group.pk)
    groups.answer_invitation(group=group, person=bram, accept=True)
    assert is_in_group(bram, group.pk)


def test_the_members_hear_who_comes_in(group, network, bram, sanne, imke, noor):
    talk_in(group, sanne)
    groups.add_people(group=group, by=bram, people=[noor])

    assert "group.joined" in told(sanne)
    assert "group.joined" in told(imke)
    assert told(noor) == ["group.placed"]


def test_the_same_key_makes_one_group(network, sanne):
    key = uuid.uuid4()
    made = [groups.found_group(network=network, by=sanne, name="Noord", key=key) for _ in range(2)]
    assert made[0] == made[1]


def test_where_the_facilitator_says_so_participants_found_none(network, sanne, bram):
    groups.let_participants_found(network=network, by=bram, on=False)
    with pytest.raises(NotAllowed):
        groups.found_group(network=network, by=sanne, name="Noord")
    assert groups.found_group(network=network, by=bram, name="Noord")


def test_only_the_facilitator_says_so(network, sanne):
    with pytest.raises(NotAllowed):
        groups.let_participants_found(network=network, by=sanne, on=False)


def test_a_participant_founds_a_few_groups(network, sanne):
    for number in range(groups.MOST_FOUNDED):
        groups.found_group(network=network, by=sanne, name=str(number))
    with pytest.raises(TooManyGroups):
        groups.found_group(network=network, by=sanne, name="Nog een")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 81}, "name"),
        ({"name": "a\x00"}, "name"),
        ({"name": "a", "purpose": "x" * 1001}, "purpose"),
    ],
)
def test_what_a_group_is_not_called(network, sanne, fields, field):
    with pytest.raises(InvalidInput) as refused:
        groups.found_group(network=network, by=sanne, **fields)
    assert list(refused.value.errors) == [field]


def test_only_people_of_the_network_come_in(group, sanne, bram, kees):
    for by in (sanne, bram):
        with pytest.raises(InvalidInput):
            groups.add_people(group=group, by=by, people=[kees])
    with pytest.raises(NotAllowed):
        groups.found_group(network=group.network, by=kees, name="Buiten")


def test_a_group_has_an_end(network, bram):
    people = UserFactory.create_batch(groups.MOST_MEMBERS + 1)
    for person in people:
        join(network, person)
    with pytest.raises(InvalidInput):
        groups.found_group(network=network, by=bram, name="Iedereen", people=people, takes_part=False)


def test_nobody_is_invited_by_who_they_blocked(network, sanne, imke):
    block(person=imke, other=sanne)
    with pytest.raises(RequestsUnwanted):
        groups.found_group(network=network, by=sanne, name="Noord", people=[imke])


def test_who_leads_removes_and_closes(group, imke, sanne, noor, bram):
    for attempt in (
        lambda: groups.remove_from_group(group=group, person=sanne, by=imke),
        lambda: groups.close_group(group=group, by=imke),
        lambda: groups.change_group(group=group, by=noor, name="Anders", purpose=""),
        lambda: groups.add_people(group=group, by=noor, people=[bram]),
    ):
        with pytest.raises(NotAllowed):
            attempt()

    groups.remove_from_group(group=group, person=imke, by=sanne)
    assert members(group) == {sanne.pk}
    assert told(imke)[-1] == "group.removed"


def test_everybody_may_leave_and_change_the_name(group, imke, sanne):
    groups.change_group(group=group, by=imke, name="Oost", purpose="Elke maand")
    groups.remove_from_group(group=group, person=imke, by=imke)

    assert SmallGroup.objects.get().name == "Oost"
    assert members(group) == {sanne.pk}
    assert "group.removed" not in told(imke)


def test_a_closed_group_is_read_and_takes_nothing(group, sanne, imke):
    thread = talk_in(group, sanne)
    groups.close_group(group=group, by=sanne)

    assert told(imke)[-1] == "group.closed"
    with pytest.raises(GroupClosed):
        say(thread, imke)
    with pytest.raises(GroupClosed):
        talk_in(group, imke)
    with pytest.raises(GroupClosed):
        groups.change_group(group=group, by=imke, name="Oost", purpose="")
    groups.reopen_group(group=group, by=sanne)
    assert say(thread, imke)


def test_a_closed_network_changes_no_group(group, network, bram, sanne):
    close_network(network=network, by=bram)
    for attempt in (
        lambda: groups.found_group(network=network, by=sanne, name="Noord"),
        lambda: groups.close_group(group=group, by=sanne),
        lambda: groups.change_group(group=group, by=sanne, name="Oost", purpose=""),
    ):
        with pytest.raises(Exception, match="gesloten|closed"):
            attempt()
    groups.remove_from_group(group=group, person=sanne, by=sanne)
    assert not is_in_group(sanne, group.pk)


def test_who_leaves_the_network_is_in_no_group_of_it(group, imke, network):
    withdraw(enrolment=Enrolment.objects.get(network=network, person=imke))
    assert not GroupPlace.objects.filter(person=imke).exists()


def test_an_account_that_ends_leaves_its_groups(group, sanne, imke):
    erase_account(person=sanne)
    assert members(group) == {imke.pk}
    assert SmallGroup.objects.get().founder is None


def test_the_export_has_the_own_places(group, imke):
    (own,) = exported(imke)
    assert (own["group"], own["state"], own["founded_by_me"]) == ("Intervisie", "member", False)


@pytest.mark.parametrize("people", range(1, 40))
@pytest.mark.parametrize("size", [2, 3, 4, 7])
def test_a_division_is_even_and_leaves_nobody_out(people, size):
    made = divide(range(people), size, Random(1))

    assert sorted(one for group in made for one in group) == list(range(people))
    sizes = {len(group) for group in made}
    assert max(sizes) - min(sizes) <= 1
    assert min(sizes) >= min(2, people)


def test_who_has_a_group_is_left_out_where_that_is_asked(group, network, noor, sanne, imke):
    assert people_to_divide(network, only_without=True) == [noor]
    assert set(people_to_divide(network, only_without=False)) == {sanne, imke, noor}
