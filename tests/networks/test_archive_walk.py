"""Walks every page of a closed network, as its links lead: no page shows a form or a link that is then refused."""

from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

import pytest
from django.contrib.messages import ERROR
from django.db import transaction
from django.utils import timezone

from community.services import start_thread
from networks import services
from networks.models import Network
from tests.networks.conftest import signed_in
from tests.networks.hostile.stage import Stage

TYPED = {"input": "", "textarea": "", "select": ""}


class Main(HTMLParser):
    """The links and the forms in the main part of a page."""

    def __init__(self, html):
        super().__init__()
        self.inside, self.templates, self.links, self.forms, self.form = False, 0, [], [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.inside = self.inside or tag == "main"
        self.templates += tag == "template"
        if not self.inside or self.templates:
            return
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "form":
            self.form = (given.get("method", "get"), given.get("action", ""), {}, [])
            self.forms.append(self.form)
        elif self.form and tag == "button" and "disabled" not in given:
            self.form[3].append((given.get("name"), given.get("value", "")))
        elif self.form and tag in TYPED and given.get("name"):
            self.form[2][given["name"]] = given.get("value") or "x"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "main"
        self.templates -= tag == "template"
        self.form = None if tag == "form" else self.form


@pytest.fixture
def stage(network, sanne, bram, kees):
    """One in which everything was done, open and half done, as it was when its facilitator closed it."""
    stage = Stage(network, sanne, bram, kees)
    services.save_draft(assignment=stage.assignment, enrolment=stage.own, text="Een begin.")
    services.arrange(enrolment=stage.own, kind="time", by=bram, text="Vertel het ons.")
    start_thread(network=network, author=sanne, title="Welke toets kan weg?", body="<p>Deze.</p>")
    start_thread(network=network, author=bram, title="Wie leest mee?", body="<p>Graag.</p>", kind="question")
    Network.objects.filter(pk=network.pk).update(closed_at=timezone.now())
    return stage


def walk(client, network):
    """Every page of the network that can be reached by links, with its address."""
    room, waiting, seen = f"/netwerken/{network.slug}/", [network.space_url], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        if answer["Content-Type"].startswith("text/html"):
            main = Main(answer.text)
            links = (urldefrag(urljoin(address, link)).url for link in main.links)
            waiting += [link for link in links if link.startswith(room) and "?" not in link]
            yield address, main


@pytest.mark.parametrize("who", ["sanne", "bram"])
def test_no_page_of_an_archive_shows_what_it_refuses(who, stage, network):
    client, number = signed_in(getattr(stage, who)), 0
    for address, main in walk(client, network):
        number += 1
        for method, action, values, buttons in main.forms:
            for name, value in buttons if method == "post" else []:
                sent = values | ({name: value} if name else {})
                with transaction.atomic():
                    answer = client.post(urljoin(address, action), sent, follow=True)
                    problems = [str(it) for it in (answer.context or {}).get("messages", []) if it.level == ERROR]
                    transaction.set_rollback(True)
                assert answer.status_code != 409, (address, action, sent)
                assert not problems, (address, action, problems)

    assert number > (25 if who == "bram" else 12)
