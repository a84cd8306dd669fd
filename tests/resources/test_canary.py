"""A word in each private thing, looked for by outsiders through every door: nobody finds or reads it."""

import pytest

from resources import services
from resources.extracted import reading
from resources.models import Collected, Collection, Practice, Quote
from resources.tried import services as trying
from tests.factories.networks import NetworkFactory
from tests.factories.resources import PracticeFactory, PracticeMaterialFactory, TrialFactory
from tests.resources.conftest import Caller, browser_of
from tests.resources.test_extracted import text_file

pytestmark = pytest.mark.django_db
TEXTS = ("title", "summary", "question", "context", "approach", "result", "conditions", "what_did_not_work", "contact")
LIBRARY = "/praktijkvoorbeelden/"


class Canaries:
    """Makes words that stand nowhere else, and keeps them."""

    def __init__(self):
        self.words = []

    def __call__(self):
        number, letters = len(self.words), ""
        for _place in range(3):
            number, rest = divmod(number, 20)
            letters += "bcdfghjklmnpqrstvwxz"[rest] + "a"
        self.words.append(f"zwartkijk{letters}")
        return self.words[-1]


@pytest.fixture
def canary():
    return Canaries()


@pytest.fixture
def practices(canary, sanne, bram, tom, network, theme, published, django_capture_on_commit_callbacks):
    """One public practice around which much is private, and one in each state that is not public."""
    made = [published]
    for state in ("draft", "submitted", "returned", "withdrawn"):
        texts = {name: canary() for name in TEXTS}
        hidden = PracticeFactory(contributor=sanne, network=network, state=state, themes=[theme], **texts)
        hidden.tags.add(canary())
        if state == "withdrawn":
            Practice.objects.filter(pk=hidden.pk).update(published_at=hidden.created_at)
        PracticeMaterialFactory(practice=hidden, title=canary(), name=f"{canary()}.txt", file=text_file(canary()))
        hidden.save()
        made.append(hidden)
    change = {name: canary() for name in ("title", "summary", "result")}
    services.update_practice(practice=published, by=sanne, tags=[canary()], **change)
    services.add_material(practice=published, file=text_file(canary(), f"{canary()}.txt"), by=sanne)
    reading.read_the_rest()
    return made


@pytest.fixture
def around(canary, practices, sanne, bram, tom, noor):
    """What hangs on the public practice and is not public."""
    published, draft = practices[:2]
    secret = NetworkFactory(title=canary(), slug=canary(), hidden=True, facilitators=[bram], page=False)
    Practice.objects.filter(pk=published.pk).update(network=secret)
    Practice.objects.get(pk=published.pk).save()
    for state in ("waiting", "declined"):
        words = {name: canary() for name in ("context", "adaptation", "result", "reason")}
        TrialFactory(practice=published, state=state, school__name=canary(), **words)
    open_one = TrialFactory(practice=published, state="published")
    trying.object_to(trial=open_one, by=tom, text=canary())
    Quote.objects.create(practice=published, author=tom, text=canary(), content_type_id=1, object_id=1, url="/")
    Collection.objects.create(title=canary(), introduction=canary())
    shown = Collection.objects.create(title="Verzameling", published=True)
    Collected.objects.create(collection=shown, practice=draft, sentence=canary())
    return [secret, shown]


def pages_of(practice):
    return [
        f"{LIBRARY}{practice.slug}/{part}" for part in ("", "insluiten/", "materialen.zip", "leeslijst/", "concept/")
    ]


def without_echo(text, word):
    """What is answered, but for the word that was asked."""
    return text.replace(word, "")


def content_of(answer):
    return (b"".join(answer) if answer.streaming else answer.content).decode("utf-8", "replace").lower()


@pytest.mark.parametrize("who", ["visitor", "outsider"])
def test_nobody_finds_or_reads_what_is_private(who, people, client_as, canary, practices, around):
    client, call = client_as(who), Caller(people[who])
    open_addresses = [
        *("/", LIBRARY, f"{LIBRARY}?sort=tried", f"{LIBRARY}?sort=used", f"{LIBRARY}feed/", f"{LIBRARY}verzamelingen/"),
        *(f"{LIBRARY}verzamelingen/verzameling/", "/zoeken/", "/sitemap.xml", "/api/v1/practices"),
        *pages_of(practices[0])[:3],
        f"/api/v1/practices/{practices[0].slug}",
        f"/api/v1/practices/{practices[0].slug}/trials",
        *(f"/oai/?verb=ListRecords&metadataPrefix={prefix}" for prefix in ("oai_dc", "nl_lom")),
        "/oai/?verb=ListIdentifiers&metadataPrefix=oai_dc",
        "/oai/?verb=ListSets",
    ]
    for address in open_addresses:
        answer = client.get(address, headers=call.headers if "/api/" in address else {})
        assert answer.status_code == 200 or address.endswith(".zip"), address
        text = content_of(answer)
        assert [word for word in canary.words if word in text] == [], address

    for word in canary.words:
        for address in (f"{LIBRARY}?q=", "/zoeken/?q=", "/zoeken/suggesties/?q=", f"{LIBRARY}feed/?q="):
            for asked in (word, word[:-2]):
                text = without_echo(content_of(client.get(f"{address}{asked}")), word)
                assert [it for it in canary.words if it in text] == [], (address, asked)
        assert call("get", f"practices?q={word}").json()["total"] == 0, word


@pytest.mark.parametrize("who", ["visitor", "outsider"])
def test_nothing_private_is_at_its_own_address(who, people, client_as, practices, around):
    client, call = client_as(who), Caller(people[who])
    for practice in practices[1:]:
        addresses = [*pages_of(practice), *(material.url for material in practice.materials.all())]
        addresses += [f"/api/v1/practices/{practice.pk}", f"/api/v1/practices/{practice.slug}/trials"]
        for address in addresses:
            for send, more in ((client.get, {}), (client.head, {}), (client.get, {"Range": "bytes=0-10"})):
                headers = more | (call.headers if "/api/" in address else {})
                status = send(address, headers=headers).status_code
                to_sign_in = who == "visitor" and status == 302 and address.endswith(("leeslijst/", "concept/"))
                assert status == 404 or to_sign_in or (send == client.head and status == 405), address
    revision = practices[0].revision
    for material in revision.materials.filter(copied_from=None):
        assert client.get(material.url).status_code == 404


def test_outsiders_see_nothing_in_queues(kees, practices, around):
    for path in ("trials", "me/saved-searches", "me/reading-lists"):
        assert Caller(kees)("get", path).json()["total"] == 0
    assert browser_of(kees).get(f"{LIBRARY}uitgeprobeerd/").status_code == 403
