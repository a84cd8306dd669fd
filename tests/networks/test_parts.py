"""Forms that htmx sends: the answer is the part of the page that changed, and a sentence beside it."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from networks import services
from networks.errors import PollClosed
from networks.models import Attendance, Outcome
from tests.factories.networks import MeetingFactory
from tests.networks.conftest import signed_in
from tests.networks.polls.conftest import open_poll

HTMX = {"HX-Request": "true"}


def said(answer):
    return json.loads(answer["HX-Trigger"])["toast"]


@pytest.fixture
def poll(network, bram):
    return open_poll(network, bram)


@pytest.fixture
def action(network, sanne):
    meeting = MeetingFactory(series__network=network, number=1)
    return Outcome.objects.create(meeting=meeting, kind="action", text="PTA delen", person=sanne)


@pytest.fixture
def now(network):
    return MeetingFactory(series__network=network, number=2, starts_at=timezone.now() - timedelta(minutes=15))


def test_answering_a_poll_brings_the_poll_anew(poll, sanne):
    answers = {f"answer_{option.pk}": "yes" for option in poll.options.all()}

    answer = signed_in(sanne).post(poll.url, answers, headers=HTMX)
    page = answer.content.decode()

    assert (answer.status_code, said(answer)["kind"]) == (200, "ok")
    assert page.lstrip().startswith('<article class="stack" aria-labelledby="poll" id="answering">')
    assert "U hebt geantwoord" in page
    assert page.count(" checked") == len(answers)
    assert 'id="rooms" data-part="rooms" hx-swap-oob="true"' in page, "how much waits is less by one"
    assert signed_in(sanne).get(poll.url).content.decode().count("<html") == 1


def test_what_is_wrong_with_the_answers_stands_in_the_part(poll, sanne):
    answer = signed_in(sanne).post(poll.url, {}, headers=HTMX)

    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_refusal_leaves_the_page_as_it_was(poll, sanne, bram):
    services.close_poll(poll=poll, by=bram)

    answer = signed_in(sanne).post(poll.url, {}, headers=HTMX)

    assert (answer.status_code, answer["HX-Reswap"], answer.content) == (409, "none", b"")
    assert said(answer) == {"text": str(PollClosed.message), "kind": "bad"}


@pytest.mark.parametrize("came_from", ["", "actions", "series", "elsewhere"])
def test_an_action_is_done_in_its_place(came_from, action, network, sanne):
    browser, address = signed_in(sanne), reverse("networks:finish_action", args=[network.slug, action.pk])

    answer = browser.post(address, {"from": came_from}, headers=HTMX)
    page = answer.content.decode()

    assert page.lstrip().startswith('<li class="outcome outcome--done"')
    assert "PTA delen" in said(answer)["text"]
    in_lists = came_from in {"actions", "series"}
    assert ('id="open-actions" hx-swap-oob="true">0<' in page) == in_lists
    assert page.count(reverse("networks:reopen_action", args=[network.slug, action.pk])) == (4 if in_lists else 2)


def test_the_copy_of_an_action_in_the_other_list_follows(action, network, sanne):
    browser, address = signed_in(sanne), reverse("networks:finish_action", args=[network.slug, action.pk])
    before = browser.get(network.meetings_url).text

    page = browser.post(address, {"from": "actions"}, headers=HTMX).text

    copy = f'id="series-outcome-{action.pk}"'
    assert copy in before
    assert f'{copy} hx-swap-oob="true"' in page
    assert f'id="actions-outcome-{action.pk}">' in page
    assert reverse("networks:reopen_action", args=[network.slug, action.pk]) in page


def test_attendance_is_stored_and_the_list_stays(now, network, sanne, bram):
    own, browser = network.enrolments.get(person=sanne), signed_in(bram)
    address = reverse("networks:attendance", args=[network.slug, now.pk])

    for state in ("absent", "present"):
        answer = browser.post(address, {f"enrolment-{own.pk}": state}, headers=HTMX)
    page = answer.content.decode()

    assert Attendance.objects.get().state == "present"
    assert page.lstrip().startswith('<div class="stack" id="sheet">')
    assert "afwezig → aanwezig" in page.lower()
    assert said(answer)["text"] == "De aanwezigheid is opgeslagen."


def test_who_was_signed_out_meanwhile_keeps_what_was_typed(poll, client):
    answer = client.post(poll.url, {}, headers=HTMX)

    assert (answer.status_code, answer["HX-Reswap"]) == (403, "none")
