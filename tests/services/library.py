"""A library and a site in which things become public and private all the time, and an outsider who looks everywhere.

Each thing has a word that stands nowhere else, and is to be found when the thing is public, and never when it is not.
"""

import collections
import re
import time

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from wagtail.models import Collection, Locale, Page, PageViewRestriction, Site

from home.models import StandardPage
from home.site_setup import set_up_site
from networks.models import Network
from resources import services
from resources.models import Practice
from resources.policies import can_contribute
from tests.factories.networks import EnrolmentFactory, NetworkFactory, ThemeFactory
from tests.factories.people import EmploymentFactory, UserFactory

LIBRARY = "/praktijkvoorbeelden/"
LETTERS = "bcdfghjklmnpqrstvwxz"
A_WORD = re.compile("zwartkijk(?:[bcdfghjklmnpqrstvwxz]a){3}")
NETWORKS, PAGES = 6, 12


def begin_site():
    """The first pages, also in a database that a test before this one emptied."""
    if Page.get_first_root_node() is None:
        locale, _made = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
        Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    set_up_site()


class Library:
    """Changes one thing at a time, in the ways of the product, and knows of each word whether it is secret."""

    def __init__(self, random):
        begin_site()
        self.random, self.secret, self.number, self.slowest, self.done = random, {}, 0, {}, collections.Counter()
        self.published, self.waiting = [], []
        self.writer, self.editor, self.theme = UserFactory(), UserFactory(is_superuser=True), ThemeFactory()
        self.networks = [self.new_network() for _number in range(NETWORKS)]
        assert can_contribute.test(self.writer)
        home = Site.objects.get(is_default_site=True).root_page
        self.open = home.add_child(instance=StandardPage(title="Open", slug="open"))
        self.closed = home.add_child(instance=StandardPage(title="Besloten", slug="besloten"))
        self.insiders = Group.objects.create(name="Besloten groep")
        self.close(self.closed)
        self.pages = [self.new_page() for _number in range(PAGES)]

    def word(self, *, secret):
        number, letters = self.number, ""
        for _place in range(3):
            number, rest = divmod(number, len(LETTERS))
            letters += f"{LETTERS[rest]}a"
        self.number += 1
        word = f"zwartkijk{letters}"
        self.secret[word] = secret
        return word

    def new_network(self):
        word = self.word(secret=False)
        network = NetworkFactory(title=f"Netwerk {word}", slug=word)
        EnrolmentFactory(network=network, person=self.writer)
        return network

    def new_page(self):
        word = self.word(secret=False)
        return self.open.add_child(instance=StandardPage(title=f"Bladzijde {word}", slug=word))

    def save(self, what, save):
        """Do it, and remember how long the person waited."""
        began = time.monotonic()
        done = save()
        took = time.monotonic() - began
        self.slowest[what] = max(took, self.slowest.get(what, 0))
        return done

    def change(self):
        """Do one thing at random. Yields the words that it touched, each time that something was stored."""
        ways = [self.publish] * 6 + [self.rewrite] * 5 + [self.withdraw] * 3 + [self.restrict] * 3 + [self.move] * 3
        way = self.random.choice(ways)
        if way in (self.rewrite, self.withdraw) and not self.published:
            way = self.publish
        self.done[way.__name__] += 1
        yield from way()

    def publish(self):
        word = self.word(secret=True)
        content = {
            "title": f"Roosteren {word}",
            "question": "Hoe roosteren wij beter?",
            "context": "Een school.",
            "approach": f"Wij probeerden {word}.",
            "result": "Meer rust.",
            "sector": "VO",
            "network": self.random.choice(self.networks),
            "themes": [self.theme],
        }
        practice = self.save("begin", lambda: services.create_practice(contributor=self.writer, **content))
        yield [word]
        self.submit(practice)
        yield [word]
        self.decide(practice, [word])
        self.published.append((practice.pk, [word]))
        yield [word]

    def rewrite(self):
        """Write something new in a published practice; later it is published too, or not."""
        place = self.random.randrange(len(self.published))
        pk, words = self.published[place]
        practice = self.practice(pk)
        word = self.word(secret=True)
        self.save("change", lambda: services.update_practice(practice=practice, by=self.writer, result=f"Meer {word}."))
        yield [word]
        if self.random.random() < 0.6:
            gone = [it for it in words[1:] if not self.secret[it]]
            self.submit(self.practice(pk))
            yield [word]
            self.decide(self.practice(pk), [word], gone)
            self.published[place] = (pk, [words[0], word])
            yield [word, *gone]

    def withdraw(self):
        pk, words = self.published.pop(self.random.randrange(len(self.published)))
        practice = self.practice(pk)
        self.save("withdraw", lambda: services.withdraw_practice(practice=practice, by=self.writer))
        self.hide(words)
        yield words

    def restrict(self):
        if self.random.random() < 0.5:
            network = Network.objects.get(pk=self.random.choice(self.networks).pk)
            network.hidden = not network.hidden
            self.save("network", network.save)
            self.secret[network.slug] = network.hidden
            yield [network.slug]
        else:
            page = self.random.choice(self.pages)
            closed = PageViewRestriction.objects.filter(page=page)
            if closed:
                self.save("open a page", closed.get().delete)
            else:
                self.save("close a page", lambda: self.close(page))
            yield [self.judge(page)]

    @transaction.atomic
    def close(self, page):
        """For a group to which no outsider belongs."""
        restriction = PageViewRestriction(page=page, restriction_type=PageViewRestriction.GROUPS)
        restriction.save()
        restriction.groups.add(self.insiders)

    def move(self):
        page = StandardPage.objects.get(pk=self.random.choice(self.pages).pk)
        above = page.get_parent()
        to = self.closed if above.pk == self.open.pk else self.open
        self.save("move", lambda: page.move(Page.objects.get(pk=to.pk), pos="last-child"))
        yield [self.judge(page)]

    def judge(self, page):
        page = Page.objects.get(pk=page.pk)
        self.secret[page.slug] = page.get_view_restrictions().exists()
        return page.slug

    def submit(self, practice):
        self.save("submit", lambda: services.submit_practice(practice=practice, by=self.writer))

    def decide(self, practice, words, gone=()):
        practice = self.practice(practice.pk)
        self.save("publish", lambda: services.review_practice(practice=practice, by=self.editor, decision="publish"))
        for word in words:
            self.secret[word] = False
        self.hide(gone)

    def hide(self, words):
        for word in words:
            self.secret[word] = True

    def practice(self, pk):
        return Practice.objects.with_facts().get(pk=pk)

    def secrets(self):
        return [word for word, secret in self.secret.items() if secret]


class Outsider:
    """Looks for a word through every door; whatever is told of a secret is kept in `told`."""

    ASKED = (
        (f"{LIBRARY}?q=", "page"),
        ("/zoeken/?q=", "page"),
        ("/zoeken/suggesties/?q=", "suggestions"),
        ("/api/v1/practices?q=", "api"),
        (f"{LIBRARY}feed/?q=", "feed"),
    )
    LISTS = (
        ("/sitemap.xml", "sitemap"),
        ("/oai/?verb=ListRecords&metadataPrefix=oai_dc&from={day}", "oai"),
        ("/oai/?verb=ListRecords&metadataPrefix=nl_lom&from={day}", "oai"),
        (f"{LIBRARY}feed/", "feed"),
        (LIBRARY, "page"),
        ("/", "page"),
        ("/api/v1/practices?sort=newest&limit=100", "api"),
    )

    def __init__(self, library, day):
        self.library, self.day = library, day
        self.visitor, self.guest = Client(), Client()
        self.guest.force_login(EmploymentFactory().person)
        self.failed, self.told, self.missed, self.asked = [], [], [], collections.Counter()
        self.engines, self.slowest = collections.Counter(), 0.0

    def look_for(self, word, door):
        """By the word, or by its beginning."""
        address, name = door
        asked = self.library.random.choice([word, word[:-2]])
        answer = self.ask(f"{address}{asked}", name, echo=asked)
        if name == "api" and answer is not None:
            self.engines[answer.json()["engine"]] += 1

    def expect(self, word):
        """What is public is found, whatever happens to the engine."""
        answer = self.ask(f"/zoeken/?q={word}", "page", echo=word)
        if answer is not None and self.links(answer, word) == 0:
            self.missed.append(word)

    @staticmethod
    def links(answer, word):
        return answer.content.decode().count(f"<mark>{word}")

    def look_at_lists(self):
        for address, door in self.LISTS:
            while address:
                answer = self.ask(address.format(day=self.day), door)
                token = re.search(r"<resumptionToken[^>]*>([^<]+)<", answer.content.decode()) if answer else None
                address = f"/oai/?verb=ListRecords&resumptionToken={token[1]}" if token else ""

    def ask(self, address, door, echo=""):
        """The answer; None when the page failed. The word that was asked may be repeated in it."""
        client = self.library.random.choice([self.visitor, self.guest])
        began = time.monotonic()
        try:
            answer = client.get(address)
        except Exception as error:
            self.failed.append((address, repr(error)))
            return None
        self.slowest = max(self.slowest, time.monotonic() - began)
        self.asked[door] += 1
        if answer.status_code != 200:
            self.failed.append((address, answer.status_code))
            return None
        text = (b"".join(answer) if answer.streaming else answer.content).decode().lower()
        words = set(A_WORD.findall(text)) - {echo}
        self.told += [(address, word) for word in words if self.library.secret.get(word, True)]
        return answer

    def looks(self, words):
        """One door for each word that something happened to, and now and then for a secret of before."""
        for word in words:
            self.look_for(word, self.library.random.choice(self.ASKED))
            if not self.library.secret[word]:
                self.expect(word)
        if self.library.random.random() < 0.3 and (secrets := self.library.secrets()):
            self.look_for(self.library.random.choice(secrets), self.library.random.choice(self.ASKED))
