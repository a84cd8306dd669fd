"""Forty hostile texts in every text field of every form of networks: stored, or refused at the field; and harmless."""

import os
import re

import pytest
from django import forms
from django.db import transaction
from django.test import Client, client

from networks import guest_mail
from networks.check_in import is_valid
from networks.exports import EXPORTS
from networks.models import GuestPass
from notifications.digests import MOST_IN_ONE, compose_digest
from notifications.mail import compose_notification, letters_of
from notifications.models import Notification
from tests.networks.hostile import harmless
from tests.networks.hostile.filling import HERE, LOOKS_LIKE, blank, declared, encoded, forms_on
from tests.networks.hostile.stage import Stage
from tests.networks.hostile.strings import STRINGS
from tests.quicker import keep_of_every_part

FORM = "application/x-www-form-urlencoded"
# Every fourth text by default; HOSTILE_TEXTS=all make test ARGS=tests/networks/hostile takes four times as long.
GROUPS = [
    dict(list(STRINGS.items())[start::4]) for start in range(4 if os.environ.get("HOSTILE_TEXTS") == "all" else 1)
]
NAMES_OF_EXPERTS = 150  # characters


@pytest.fixture(autouse=True)
def forms_of_parts(monkeypatch):
    """A form may be made for a part of the page."""
    monkeypatch.setattr(client, "store_rendered_templates", keep_of_every_part)


@pytest.fixture
def stage(network, sanne, bram, kees):
    return Stage(network, sanne, bram, kees)


@pytest.fixture
def client_of():
    """One browser per person; None is a visitor."""
    clients = {}

    def client(person):
        if person not in clients:
            clients[person] = Client()
            if person:
                clients[person].force_login(person)
        return clients[person]

    return client


def blanks(stage, client_of):
    """Each step with what would be sent, and all text fields that are filled."""
    found, filled = [], set()
    for step in stage.steps():
        page = client_of(step.person).get(step.shown_on or step.address)
        assert page.status_code == 200, (step.address, page.status_code)
        values, texts = blank(forms_on(page), step.only)
        assert texts, step.address
        values |= {name: "gast@school.example" for name in values if name == "email"}
        values |= {name: "https://bron.example/" for name in values if name in {"link", "online_url"}}
        found.append((step, {k: v for k, v in (values | step.more).items() if v is not None}))
        filled |= texts
    return found, filled


def refused_fields(answer, step, text):
    """The fields that said no, each with its sentence and what was typed; only for a reason that holds."""
    refused = {}
    for form in forms_on(answer):
        for name, sentences in form.errors.items():
            where = (step.address, type(form).__name__, name, list(sentences))
            assert name in form.fields, where
            assert all(sentences), where
            field = form.fields[name]
            assert _may_refuse(field, name, text), where
            refused[form[name].html_name] = _instead(field, text)
    assert refused, (step.address, answer.status_code)
    return refused


def _may_refuse(field, name, text):
    longest = NAMES_OF_EXPERTS if name == "experts" else field.max_length
    return "\x00" in text or not text.strip() or len(text) > (longest or len(text)) or isinstance(field, LOOKS_LIKE)


def _instead(field, text):
    if isinstance(field, forms.EmailField):
        return "gast@school.example"
    if isinstance(field, forms.URLField):  # an address may hold much
        return "https://bron.example/?q=" + "".join(it for it in text if it.isprintable() and it != " ")[:100]
    return "Veilig"


def send(client, step, values, text):
    """The form with the text in every field; what is refused gets something else, and then it is stored."""
    given = {name: text if value == HERE else value for name, value in values.items()}
    given |= {name: make() for name, make in step.refused.items()}
    answer = client.post(step.address, encoded(given), FORM)
    if answer.status_code == 422:
        harmless.page(answer.text, step.address)
        given |= refused_fields(answer, step, text)
        answer = client.post(step.address, encoded(given), FORM)
    problems = [form.errors for form in forms_on(answer) if form.errors] if answer.context else []
    assert answer.status_code in {200, 302}, (step.address, answer.status_code, problems)
    assert not problems, (step.address, problems)


def read(stage, client_of, name, typed):
    """Everything that shows it; returns what people read."""
    text = ""
    for person, address in stage.readers(typed):
        answer = client_of(person).get(address)
        assert answer.status_code == 200, (name, address, answer.status_code)
        text += harmless.page(answer.text, (name, address))
    for notification in {it.kind: it for it in Notification.objects.select_related("recipient")}.values():
        for message in (compose_notification(notification), *letters_of(notification)):
            harmless.mail(message, (name, notification.kind))
    for person in (stage.sanne, stage.bram):
        rows = list(Notification.objects.filter(recipient=person).select_related("recipient").to_read()[:MOST_IN_ONE])
        harmless.digest(compose_digest(person, rows), len(rows), (name, "digest"))
    for guest in GuestPass.objects.select_related("meeting__series__network", "enrolment__person", "invited_by"):
        harmless.mail(guest_mail.compose_for(guest), (name, "guest"))
    for address in (stage.at("meeting_calendar", pk=stage.coming.pk), f"/kalender/{stage.feed.token}.ics"):
        harmless.calendar(client_of(stage.sanne).get(address).content, (name, address))
    for table in EXPORTS:
        for kind in ("csv", "xlsx"):
            answer = client_of(stage.bram).post(stage.at("export"), {"table": table, "format": kind})
            harmless.table(answer.content, kind, (name, table))
    return text


@pytest.mark.parametrize("strings", GROUPS, ids=[next(iter(group)) for group in GROUPS])
def test_whatever_is_typed_is_stored_or_refused_at_the_field_and_shown_harmless(strings, stage, client_of):
    steps, _filled = blanks(stage, client_of)
    for name, text in strings.items():
        with transaction.atomic():
            for step, values in steps:
                try:
                    send(client_of(step.person), step, values, text)
                except Exception as error:
                    error.add_note(f"{name} at {step.address}")
                    raise
            stage.named(text)
            stage.told_of_elsewhere(text)
            shown = read(stage, client_of, name, text)
            stored = text.encode("utf-8", "replace").decode()
            if "\x00" not in text and len(text) < 1000 and name != "half a character":
                assert harmless.squeezed(stored) in shown, name
            transaction.set_rollback(True)


ADDRESSES = {name: field for field, name in declared().items() if isinstance(field, LOOKS_LIKE)}


@pytest.mark.parametrize("field", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_is_an_address_or_refused(field):
    for name, text in STRINGS.items():
        for given in (text, f"https://bron.example/?q={text}", f"https://bron.example/{text}", f"{text}@bron.example"):
            try:
                address = field.clean(given)
            except forms.ValidationError:
                continue
            assert not re.search(r"[\s\x00-\x1f]", address), (name, address)
            assert not address or re.match("https?://|[^<>@]+@bron.example$", address), (name, address)


def test_no_hostile_text_is_the_code_in_the_room(stage):
    assert not any(is_valid(stage.now, text.encode("utf-8", "replace").decode()) for text in STRINGS.values())


def test_no_text_field_is_left_out(stage, client_of):
    _steps, filled = blanks(stage, client_of)

    assert [name for field, name in declared().items() if field not in filled] == []
