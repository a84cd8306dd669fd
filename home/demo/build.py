"""Builds the whole demo, in the order in which things need each other. Doing it again adds only what is missing."""

from random import Random

from django.db import transaction
from django.utils.translation import override

from home.demo import (
    assignments,
    discussion,
    materials,
    networks,
    pages,
    papers,
    peers,
    people,
    polls,
    practices,
    sources,
    support,
    validation,
)
from home.site_setup import set_up_site
from networks.policies import is_member
from notifications.services import quietly
from resources.models import Practice


def build_demo(*, practices_wanted: int, members: int, posts: int, seed: int) -> str:
    """Make the demo content; returns a sentence on what there is.

    practices_wanted, members, posts: how many there are to be at least. seed: the same seed makes the same content.
    """
    random = Random(seed)
    with override("nl"), quietly(), transaction.atomic():
        home = set_up_site()
        pages.fill_pages(home)
        schools = people.create_schools()
        accounts = people.create_accounts(schools)
        themes = networks.create_themes()
        network = networks.create_network(home, accounts, themes)
        more = people.create_members(members, schools, random)
        networks.take_part_all(network, more, accounts["begeleider"])
        polls.ask_when_and_where(network, accounts)
        assignments.create_assignments(network, accounts)
        papers.write_papers(network, accounts)
        materials.give_materials(network, accounts)
        sources.note_sources(network, accounts)
        support.create_support(network, accounts)
        discussion.agree_how_to_talk([*accounts.values(), *more])
        discussion.create_discussion(network, accounts)
        discussion.keep_for_a_practice(network, accounts)
        discussion.create_group(network, accounts)
        peers.tell_all(accounts, list(themes.values()))
        practices.create_practices(network, accounts, themes)
        validation.give_tasks(accounts)
        validation.begin_portfolio(accounts)
        validation.have_one_assessed(accounts)
    practices.hand_in_example(accounts)
    with override("nl"), quietly():
        participants = more or [accounts[who] for who in networks.PARTICIPANTS]
        writers = [person for person in participants if is_member(person, network)] or [accounts["begeleider"]]
        practices.create_more_practices(network, practices_wanted, writers, accounts["redactie"], themes, random)
        with transaction.atomic():
            discussion.create_more_posts(network, posts, writers, random)
    number = Practice.objects.filter(state=Practice.State.PUBLISHED).count()
    return f"{len(accounts) + len(more)} accounts, {number} published practices"
