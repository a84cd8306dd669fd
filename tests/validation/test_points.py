"""The own register points: of certificates that hold and of what was noted, and nobody else's."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from core.errors import NotAllowed
from tests.validation.conftest import signed_in
from tests.validation.talks import found_sufficient, fresh
from validation import personal, services
from validation.models import CaseTheme, FormalLearning, Registration
from validation.services import erasing
from validation.wallet import wallet_of

pytestmark = pytest.mark.django_db


def certify(theme, people, points):
    found_sufficient(theme, people)
    CaseTheme.objects.filter(pk=theme.pk).update(state="talk_passed")
    return services.grant_certificate(theme=fresh(theme), points=points)


def learn(person, points=20, **facts):
    given = {"title": "Opleiding schoolleider", "on": timezone.localdate()} | facts
    return services.note_learning(by=person, points=points, **given)


def test_points_of_certificates_and_of_formal_learning_add_up(theme, noor, nadia, sanne, kees):
    certify(theme, [noor, nadia], 40)
    learn(sanne)
    learn(kees, 7)

    wallet = wallet_of(sanne)

    assert (wallet.awarded, wallet.noted, wallet.total) == (40, 20, 60)


def test_a_revoked_certificate_yields_nothing(theme, noor, nadia, carla, sanne):
    certificate = certify(theme, [noor, nadia], 40)

    services.revoke_certificate(certificate=certificate, by=carla, reason="Niet echt.")

    assert wallet_of(sanne).total == 0


def test_a_form_sent_twice_notes_once(sanne):
    key = uuid.uuid4()

    assert learn(sanne, key=key) == learn(sanne, key=key)


def test_the_days_that_are_left(sanne):
    assert wallet_of(sanne).days_left is None

    services.set_registration(by=sanne, until=timezone.localdate() + timedelta(days=100))
    services.set_registration(by=sanne, until=timezone.localdate() + timedelta(days=90))

    assert wallet_of(sanne).days_left == 90
    assert Registration.objects.count() == 1


def test_nobody_reaches_what_another_noted(sanne, kees, carla):
    noted = learn(sanne)
    for person in (kees, carla):
        browser = signed_in(person)
        assert browser.post(f"/mijn/punten/{noted.pk}/verwijderen/").status_code == 404
        assert noted.title not in browser.get("/mijn/punten/").content.decode()
        with pytest.raises(NotAllowed):
            services.remove_learning(learning=noted, by=person)
    assert Client().get("/mijn/punten/").status_code == 302


def test_the_pages(sanne):
    browser = signed_in(sanne)
    assert browser.get("/mijn/punten/").status_code == 200
    typed = {"title": "Leergang", "on": "2026-05-01", "points": "-1"}
    answer = browser.post("/mijn/punten/toevoegen/", typed)
    assert (answer.status_code, "Leergang" in answer.content.decode()) == (422, True)
    assert browser.post("/mijn/punten/toevoegen/", typed | {"points": 30}).status_code == 302
    assert browser.post("/mijn/punten/registratie/", {"until": "2030-01-01"}).status_code == 302
    page = browser.get("/mijn/punten/").content.decode()
    assert "Leergang" in page
    assert "1 januari 2030" in page
    noted = FormalLearning.objects.get()
    assert browser.get(f"/mijn/punten/{noted.pk}/verwijderen/").status_code == 200
    assert browser.post(f"/mijn/punten/{noted.pk}/verwijderen/").status_code == 302
    assert not FormalLearning.objects.exists()


def test_what_was_noted_is_in_the_export_and_goes_with_the_account(sanne):
    learn(sanne, title="Opleiding in de export")
    services.set_registration(by=sanne, until=timezone.localdate())
    assert "Opleiding in de export" in str(personal.exported_points(sanne))

    erasing.forget(sanne)

    assert not FormalLearning.objects.exists()
    assert not Registration.objects.exists()
