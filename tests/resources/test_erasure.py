"""Sanne’s account ends; the practice stays, without her name."""

import json

import pytest
from django.urls import reverse

from accounts.erasure import erase_account
from resources import services
from resources.models import CoAuthor, Practice, PracticeEvent, Review, Unsaved
from tests.resources.conftest import anew, browser_of


@pytest.fixture
def decided(submitted, sanne, noor):
    Practice.objects.filter(pk=submitted.pk).update(contact=f"{sanne.name}, {sanne.email}")
    services.update_practice(
        practice=submitted, by=noor, contact=f"{sanne.name} ({sanne.email})", approach=f"{sanne.name} gaf feedback."
    )
    return services.review_practice(practice=anew(submitted), by=noor, decision="publish")


def kept():
    return json.dumps([Review.objects.get().content, PracticeEvent.objects.get(kind="changed").changes])


def test_no_name_or_address_stays_in_what_was_decided_and_changed(decided, sanne):
    name, address = sanne.name, sanne.email
    assert name in kept()
    assert address in kept()

    erase_account(person=sanne)

    assert name not in kept()
    assert address not in kept()
    assert "gaf feedback" in kept()


def test_nor_when_a_co_author_takes_it_over(decided, sanne, tom):
    CoAuthor.objects.create(practice=decided, person=tom, state="agreed", asked_by=sanne)
    address = sanne.email

    erase_account(person=sanne)

    assert address not in kept()


def test_of_who_wrote_along_only_what_is_theirs_goes(decided, sanne, tom):
    CoAuthor.objects.create(practice=decided, person=tom, state="agreed", asked_by=sanne)
    review, address = Review.objects.get(), tom.email
    review.content["contact"] = f"{sanne.email} of {tom.email.upper()}"
    review.save()

    erase_account(person=tom)

    assert address not in kept().lower()
    assert sanne.email in kept()


def test_nor_in_what_somebody_else_types(decided, sanne, tom):
    CoAuthor.objects.create(practice=decided, person=tom, state="agreed", asked_by=sanne)
    address = reverse("resources:keep_step", args=[decided.slug, "delen"])
    typed = {"contact": anew(decided).contact, "permission_by": "A. Bakker, rector", "version": decided.version}
    assert browser_of(tom).post(address, typed).status_code == 200
    mail = sanne.email
    assert mail in json.dumps(Unsaved.objects.get().content)

    erase_account(person=sanne)

    kept = Unsaved.objects.get()
    assert mail not in json.dumps([kept.content, kept.base])
    assert kept.content["permission_by"] == ["A. Bakker, rector"]
