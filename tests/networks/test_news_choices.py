"""Which news people choose about: nobody is asked about what only others are told."""

from django.urls import reverse

from networks.models import Network
from notifications.kinds import concerning

OF_FACILITATORS = {"enrolment.requested", "poll.complete", "post.reported", "practice.submitted"}


def test_a_participant_does_not_choose_about_a_facilitators_news(network: Network, client, sanne, bram):
    assert {kind.key for kind in concerning(bram)} >= OF_FACILITATORS
    assert not {kind.key for kind in concerning(sanne)} & OF_FACILITATORS

    client.force_login(sanne)
    page = client.get(reverse("notifications:preferences")).content.decode()
    assert 'name="meeting.moved"' in page
    assert 'name="enrolment.requested"' not in page


def test_the_choices_cost_the_same_whatever_the_kinds(network: Network, client, bram, django_assert_max_num_queries):
    client.force_login(bram)

    with django_assert_max_num_queries(20):
        client.get(reverse("notifications:preferences"))
