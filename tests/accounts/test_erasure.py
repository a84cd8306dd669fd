"""Ending an account: what goes, what stays readable, and what keeps somebody from leaving."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from accounts.erasure import erase_account
from accounts.errors import StillNeeded
from accounts.models import User
from accounts.services import create_api_token, person_for_token
from community import services
from community.hub.standing import standing_of, still_good
from networks.models import Enrolment
from networks.news import enrolments
from notifications.models import Notification
from resources.models import Practice
from tests.factories.networks import EnrolmentFactory, NetworkFactory
from tests.factories.people import EmploymentFactory
from tests.factories.resources import PracticeFactory

PASSWORD = "een-lang-wachtwoord"
ADDRESS = "/mijn/instellingen/gegevens/verwijderen/"
pytestmark = pytest.mark.django_db


def proven(person) -> Client:
    client = Client()
    client.force_login(person)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def test_an_account_ends_after_a_confirmation_only(sanne):
    client = proven(sanne)

    refused = client.post(ADDRESS, {})
    done = client.post(ADDRESS, {"sure": "on"})

    assert refused.status_code == 422
    assert (done.status_code, done["Location"]) == (302, "/")
    assert client.get("/mijn/").status_code == 302
    assert "sure" not in client.get(ADDRESS).text


def test_who_signed_in_long_ago_proves_it_anew(sanne):
    client = Client()
    client.force_login(sanne)

    response = client.post(ADDRESS, {"sure": "on"})

    assert "reauthenticate" in response["Location"]
    assert User.objects.get(pk=sanne.pk).erased_at is None


def test_who_leaves_gets_a_last_mail_and_sockets_close(sanne, django_capture_on_commit_callbacks):
    enrolment = EnrolmentFactory(person=sanne)
    standing = standing_of(person=sanne, network=enrolment.network, session=None, token=None)
    address = sanne.email
    assert still_good([standing])

    with django_capture_on_commit_callbacks(execute=True):
        erase_account(person=sanne)

    assert not still_good([standing]), "the hub asks this each second, and closes what is not good any more"
    assert mail.outbox[-1].to == [address]
    assert mail.outbox[-1].subject == "Uw account is weg"


def test_nothing_personal_is_left(sanne):
    enrolment = EnrolmentFactory(person=sanne)
    EmploymentFactory(person=sanne)
    token = create_api_token(person=sanne, label="Rooster")
    draft = PracticeFactory(contributor=sanne)

    erase_account(person=sanne)

    person = User.objects.get(pk=sanne.pk)
    assert (person.first_name, person.last_name, person.is_active) == ("", "", False)
    assert "sanne" not in person.email
    assert not EmailAddress.objects.filter(user=person).exists()
    assert not person.employments.exists()
    assert not enrolment.learning_questions.exists()
    assert not Notification.objects.filter(recipient=person).exists()
    assert not Practice.objects.filter(pk=draft.pk).exists()
    assert person_for_token(token) is None


def test_the_address_can_be_used_for_a_new_account(sanne):
    erase_account(person=sanne)

    assert User.objects.create_user("sanne@school.example", PASSWORD).pk != sanne.pk


def test_conversations_and_published_practices_stay_without_a_name(sanne, kees):
    network = EnrolmentFactory(person=sanne).network
    EnrolmentFactory(person=kees, network=network)
    thread = services.start_thread(network=network, author=sanne, title="Welke toets kan weg?", body="<p>Deze.</p>")
    practice = PracticeFactory(contributor=sanne, network=network, state="published", contact="sanne@school.example")
    reader = Client()
    reader.force_login(kees)

    erase_account(person=sanne)

    conversation, published = reader.get(thread.get_absolute_url()), reader.get(practice.get_absolute_url())
    assert "Deze." in conversation.text
    assert "Oud-deelnemer" in conversation.text
    for page in (conversation, published):
        assert "Sanne" not in page.text
        assert "sanne@" not in page.text


def test_a_place_goes_to_the_next_one(sanne, kees):
    network = NetworkFactory(places=1, approval=False)
    EnrolmentFactory(person=sanne, network=network)
    waiting = EnrolmentFactory(person=kees, network=network, state=Enrolment.State.WAITING)

    erase_account(person=sanne)

    waiting.refresh_from_db()
    assert waiting.state == Enrolment.State.ACCEPTED


def test_the_only_facilitator_hands_over_first(sanne, kees):
    network = NetworkFactory(facilitators=[sanne])

    with pytest.raises(StillNeeded):
        erase_account(person=sanne)

    network.facilitators.add(kees)
    erase_account(person=sanne)
    assert list(network.facilitators.all()) == [kees]


def test_what_others_were_told_of_a_person_names_nobody_any_more(sanne, kees):
    enrolment = EnrolmentFactory(person=sanne, network__facilitators=[kees], state=Enrolment.State.REQUESTED)
    enrolments.enrolled(enrolment)
    told = kees.notifications.get()
    assert "Sanne" in told.title

    erase_account(person=sanne)

    for told in kees.notifications.all():
        assert "Oud-deelnemer" in told.title
        assert "Sanne" not in f"{told.title} {told.text} {told.params}"
