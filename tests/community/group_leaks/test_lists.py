"""What is said in a small group is in no list, count or answer to a search of anybody else."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from community import services
from community.catching_up import missed
from community.finding import Asked, Found, authors_in
from community.models import ReadingPosition, Thread
from community.peers import directory
from community.searchable import audience_of, audience_of_group
from community.subjects import talk_about
from community.watching import matters
from networks.rooms import rooms_for
from search import audiences
from search.models import SearchDocument
from tests.community.groups import SECRET, talk_in

pytestmark = pytest.mark.django_db


def test_it_is_in_no_count_list_or_catching_up_of_others(outside, secret, network, sanne, imke):
    for person in outside.values():
        assert not Thread.objects.unread_by(person).filter(pk=secret.pk).exists()
        tabs = {tab.room.key: tab.waiting for tab in rooms_for(person, network)}
        assert tabs["groups"] == 0
        entries = [entry.thread for section in missed(network, person) for entry in section.entries]
        assert secret not in entries
    assert {tab.room.key: tab.waiting for tab in rooms_for(sanne, network)}["groups"] == 1
    assert {tab.room.key: tab.waiting for tab in rooms_for(imke, network)}["discussion"] == 1
    assert secret in [entry.thread for section in missed(network, sanne) for entry in section.entries]


def test_reading_everything_reads_no_group_of_others(outside, secret, network, noor):
    services.mark_all_read(network=network, person=noor, seq=10**12)
    assert not ReadingPosition.objects.filter(person=noor, thread=secret).exists()


def test_search_has_an_audience_of_the_group_alone(outside, secret, group, network, sanne):
    found = SearchDocument.objects.filter(kind__in=("discussion", "post"), title__contains=SECRET)
    tokens = [set(it.audience_set.tokens.values_list("token", flat=True)) for it in found]
    assert tokens == [{audience_of_group(group.pk)}] * 2
    assert audience_of_group(group.pk) in audiences.tokens_of(sanne)
    for person in outside.values():
        assert audience_of_group(group.pk) not in audiences.tokens_of(person)
    assert audience_of(network.pk) in audiences.tokens_of(outside["noor"])


def test_finding_finds_it_for_members_alone(outside, secret, network, sanne, imke):
    for asked in (Asked(words=SECRET), Asked(author=imke.pk), Asked(files=True), Asked(kind="question")):
        assert len(Found(network, sanne, asked)) > 0
        for person in outside.values():
            assert len(Found(network, person, asked)) == 0
    assert imke in authors_in(network, sanne)
    assert imke not in authors_in(network, outside["noor"])


def test_what_is_about_a_meeting_is_listed_for_members_alone(outside, secret, network, meeting, sanne):
    assert [it.title for it in talk_about(network, "meeting", [meeting.pk], sanne)[meeting.pk].conversations] == [
        SECRET
    ]
    for person in outside.values():
        assert talk_about(network, "meeting", [meeting.pk], person)[meeting.pk].conversations == []


def test_questions_of_groups_are_no_matter_of_the_cockpit(secret, group, sanne, network):
    with time_machine.travel(timezone.now() - timedelta(days=30)):
        talk_in(group, sanne, kind="question", title=f"{SECRET} vraag")
    titles = {row[2] for part in matters(network, timezone.now()) for row in part}
    assert not any(SECRET in title for title in titles)


def test_the_directory_and_the_people_to_name_say_nothing_of_groups(client, group, network, noor):
    assert not hasattr(directory.peers_of(network, noor)[0], "groups")
    client.force_login(noor)
    assert client.get(f"/api/v1/networks/toetsing/people?group={group.pk}").status_code == 404
