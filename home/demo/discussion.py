"""What people say in the demo network, and as many more posts as asked for."""

import uuid
from collections.abc import Iterable
from random import Random

from accounts.models import User
from community.care.conduct import accept_conduct, keep_first_conduct
from community.groups.services import answer_invitation, found_group
from community.harvest.services import keep_post
from community.models import Mark, Post, SmallGroup, Thread
from community.services import create_post, start_thread
from core.richtext import from_plain
from home.demo.network_texts import GROUP, THREADS
from networks.models import Network
from networks.policies import is_member

NAMESPACE = uuid.UUID("6f1d3c0e-6d53-4c0a-9a55-0c8f1c6a7b11")
WORDS = (
    "Bij ons werkt dit goed, zeker in de onderbouw.",
    "Mooi voorbeeld. Hoe reageerden de ouders?",
    "Wij proberen dit na de vakantie ook.",
    "Dank, hier kan mijn team morgen mee verder.",
    "Wat deed u met de docenten die eerst niet wilden?",
    "Ik neem dit mee naar de volgende bijeenkomst.",
)


def agree_how_to_talk(people: Iterable[User]) -> None:
    """The code of conduct, which everybody of the demo accepted."""
    wording = keep_first_conduct()
    for person in people:
        accept_conduct(person=person, version=wording.version)


def create_discussion(network: Network, people: dict[str, User]) -> None:
    """The conversations of the example. Told again, nothing is doubled, also when a speaker has left since."""
    for who, kind, title, opening, replies in THREADS:
        told = Thread.objects.filter(author=people[who], key=_key(title)).first()
        thread = told or start_thread(
            network=network, author=people[who], title=title, body=from_plain(opening), kind=kind, key=_key(title)
        )
        for number, (replier, words) in enumerate(replies):
            author, key = people[replier], _key(title, number)
            if not Post.objects.filter(author=author, key=key).exists():
                create_post(thread=thread, author=author, body=from_plain(words), key=key)


def keep_for_a_practice(network: Network, people: dict[str, User]) -> None:
    """Two messages of others, on the list of somebody who kept nothing yet."""
    keeper = people["schoolleider"]
    others = Post.objects.standing().for_everybody().filter(thread__network=network).exclude(author=keeper)
    if is_member(keeper, network) and not Mark.objects.filter(person=keeper).exists():
        for post in others.select_related("thread__network").order_by("seq")[:2]:
            keep_post(post=post, by=keeper)


def create_group(network: Network, people: dict[str, User]) -> None:
    """A small group of two participants, which has begun to talk. Made again, it stays as it is."""
    founder, guest, key = people[GROUP["founder"]], people[GROUP["guest"]], _key(GROUP["name"])
    is_there = SmallGroup.objects.filter(founder=founder, key=key).exists()
    if is_there or not (is_member(founder, network) and is_member(guest, network)):
        return
    name, purpose = GROUP["name"], GROUP["purpose"]
    group = found_group(network=network, by=founder, name=name, purpose=purpose, people=[guest], key=key)
    answer_invitation(group=group, person=guest, accept=True)
    title, opening = GROUP["title"], from_plain(GROUP["opening"])
    start_thread(network=network, group=group, author=founder, title=title, body=opening, key=_key(title))


def create_more_posts(network: Network, count: int, members: list[User], random: Random) -> None:
    """Spread `count` posts over the network's conversations, from these members."""
    told = set(Post.objects.filter(thread__network=network).values_list("key", flat=True))
    threads = list(Thread.objects.for_everybody().filter(network=network).select_related("network").order_by("pk"))
    for number in range(count):
        key = _key("more", number)
        words = f"{random.choice(WORDS)} {random.choice(WORDS)}"
        author, thread = random.choice(members), random.choice(threads)
        if key not in told:
            create_post(thread=thread, author=author, body=from_plain(words), key=key)


def _key(*parts: object) -> uuid.UUID:
    return uuid.uuid5(NAMESPACE, " ".join(map(str, parts)))
