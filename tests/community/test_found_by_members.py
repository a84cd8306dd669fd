"""The search page and the suggestions show a discussion to the network's own people, until they leave."""

import pytest

from networks.models import Enrolment
from tests.community.conftest import say

pytestmark = pytest.mark.django_db
CANARY = "kanariepietje"


@pytest.fixture
def talk(network, sanne, imke):
    """A conversation with the word in its title and in a reply."""
    from community import services

    thread = services.start_thread(network=network, author=sanne, title=f"Over {CANARY}", body="<p>Vertel eens.</p>")
    say(thread, imke, f"<p>Ook een {CANARY} hier.</p>")
    return thread


def everything(client, word=CANARY):
    """All that somebody can get to see by searching for the word, or for something like it."""
    asked = [
        ("/zoeken/", {"q": word}),
        ("/en/zoeken/", {"q": word}),
        ("/zoeken/", {"q": word, "kind": "discussion"}),
        ("/zoeken/", {"q": word[:-1]}),
        ("/zoeken/", {"q": f"{word[:-3]}je"}),
        ("/zoeken/", {"q": f"vertel {word} xylofoon"}),
        ("/zoeken/suggesties/", {"q": word[:4]}),
        ("/zoeken/suggesties/", {"q": word[:4], "in": "discussion"}),
        ("/api/v1/practices", {"q": word}),
    ]
    pages = [client.get(address, query).content.decode() for address, query in asked]
    return [page.lower().replace("<mark>", "").replace("</mark>", "") for page in pages]


@pytest.mark.parametrize("who", ["kees", "visitor"])
def test_nobody_else_gets_to_see_a_word_of_it(who, client, talk, kees):
    if who == "kees":
        client.force_login(kees)

    told = [page.replace(f"q={CANARY}", "").replace(f"“{CANARY}”", "") for page in everything(client)]

    assert not any(f"over {CANARY}" in page or f"een {CANARY}" in page for page in told)
    assert f"?q={CANARY}" not in "".join(everything(client)[3:5])  # as another spelling


@pytest.mark.parametrize("who", ["sanne", "imke", "bram"])
def test_its_people_find_it(who, client, talk, request):
    client.force_login(request.getfixturevalue(who))

    page, *_others, suggestions, _in_discussion, _practices = everything(client)

    assert f"over {CANARY}" in page
    assert f"een {CANARY}" in page
    assert suggestions.count('role="option"') == 1  # a reply's title would only repeat the conversation's


def test_who_leaves_finds_it_no_more(client, talk, imke, network):
    client.force_login(imke)
    assert f"over {CANARY}" in everything(client)[0]

    Enrolment.objects.filter(network=network, person=imke).update(state=Enrolment.State.WITHDRAWN)

    assert not any(f"over {CANARY}" in page or f"een {CANARY}" in page for page in everything(client))
