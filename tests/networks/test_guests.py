"""The one colleague whom a participant may bring to a meeting (DOMAIN.md 1)."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from networks import services
from networks.models import Attendance, GuestPass, Meeting
from tests.factories.networks import AgendaItemFactory, EnrolmentFactory, MeetingFactory
from tests.factories.people import EmploymentFactory, UserFactory
from tests.networks.conftest import Caller, signed_in

GUEST = {"name": "Petra Groen", "email": "petra@scholen.example", "role": "Docent"}


@pytest.fixture
def meeting(network):
    meeting = MeetingFactory(
        series__network=network, number=1, address="Kade 1, Waterdam", travel="Parkeren kan achter de school."
    )
    AgendaItemFactory(meeting=meeting, title="Wat is toetskwaliteit?", speaker="Prof. Els Berg")
    return meeting


@pytest.fixture
def invite(meeting, sanne, django_capture_on_commit_callbacks):
    """Sanne's invitations, with their mails sent."""

    def invite(**changes):
        with django_capture_on_commit_callbacks(execute=True):
            return services.invite_guest(meeting=meeting, enrolment=sanne.enrolments.get(), **(GUEST | changes))

    return invite


def test_a_guest_gets_a_mail_whose_link_opens_that_meeting_without_an_account(invite, meeting, network):
    guest = invite()

    [message] = mail.outbox
    assert message.to == ["petra@scholen.example"]
    assert any(mimetype == "text/calendar; method=REQUEST" for _content, mimetype in message.alternatives)
    link = f"/gast/{guest.token}/"
    assert link in message.body
    page = Client().get(link).content.decode()
    for text in ("Wat is toetskwaliteit?", "Prof. Els Berg", "Kade 1, Waterdam", "Parkeren kan achter de school."):
        assert text in page
    assert network.space_url not in page


def test_the_same_colleague_again_changes_nothing_and_mails_nothing(invite):
    first = invite()

    again = invite(email="PETRA@scholen.example", role="Teamleider")

    assert (again.token, again.role) == (first.token, "Teamleider")
    assert len(mail.outbox) == 1


def test_another_colleague_comes_in_the_place_of_the_first_and_both_hear(invite):
    first = invite()

    invite(name="Omar Vos", email="omar@scholen.example")

    assert Client().get(f"/gast/{first.token}/").status_code == 410
    assert [(message.to[0], message.subject) for message in mail.outbox[1:]] == [
        ("petra@scholen.example", "Uw bezoek aan Flexibel toetsen gaat niet door"),
        ("omar@scholen.example", "U bent welkom als gast bij Flexibel toetsen"),
    ]


def test_who_was_not_mailed_yet_does_not_hear_of_the_end(meeting, sanne, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        guest = services.invite_guest(meeting=meeting, enrolment=sanne.enrolments.get(), **GUEST)
        services.withdraw_guest(guest=guest)

    assert mail.outbox == []


@pytest.mark.parametrize(
    "wrong", [{"email": "petra\x00@scholen.example"}, {"name": "Pe\x00tra"}, {"role": "Do\x00cent"}, {"email": "petra"}]
)
def test_what_no_database_stores_is_refused_at_its_field(wrong, meeting, sanne, bram):
    for person, path in ((sanne, f"meetings/{meeting.pk}/guest"), (bram, f"meetings/{meeting.pk}/experts")):
        refused = Caller(person)("put", path, GUEST | wrong)
        assert (refused.status_code, list(refused.json()["errors"])) == (422, list(wrong))
    assert not GuestPass.objects.exists()


def test_after_the_meeting_the_link_says_kindly_that_it_is_over(invite, meeting):
    guest = invite()

    with time_machine.travel(meeting.ends_at + timedelta(minutes=1), tick=False):
        answer = Client().get(f"/gast/{guest.token}/")

    assert answer.status_code == 410
    assert "Bedankt voor uw komst" in answer.content.decode()


def test_a_guest_hears_of_a_cancelled_meeting(invite, meeting, bram, django_capture_on_commit_callbacks):
    invite()

    with django_capture_on_commit_callbacks(execute=True):
        services.cancel_meeting(meeting=meeting, by=bram, reason="Ziekte.")

    [message] = [it for it in mail.outbox[1:] if it.to == ["petra@scholen.example"]]
    assert message.subject == "Gaat niet door: de bijeenkomst van Flexibel toetsen"
    assert any(mimetype.endswith("method=CANCEL") for _content, mimetype in message.alternatives)


def test_who_leaves_the_network_brings_nobody(invite, sanne):
    guest = invite()

    services.withdraw(enrolment=sanne.enrolments.get())

    guest.refresh_from_db()
    assert guest.withdrawn_at


def test_a_guest_is_not_the_participants_attendance(invite):
    invite()

    assert not Attendance.objects.exists()


def test_bringing_a_guest_through_the_api(meeting, sanne):
    call, path = Caller(sanne), f"meetings/{meeting.pk}/guest"

    answer = call("put", path, GUEST)

    assert (answer.status_code, answer.json()) == (200, GUEST | {"meeting": meeting.pk})
    assert call("put", path, GUEST).status_code == 200
    assert GuestPass.objects.count() == 1
    assert [call("delete", path).status_code for _twice in range(2)] == [204, 404]


def problem_of(answer):
    return answer.status_code, answer.json()["code"]


def test_who_cannot_be_brought(network, meeting, sanne, bram):
    fatima = EnrolmentFactory(network=network, person__email="fatima@scholen.example")
    elsewhere = EmploymentFactory(person=UserFactory(email="anders@scholen.example")).person
    services.invite_guest(meeting=meeting, enrolment=fatima, name="Al mee", email="al@scholen.example")
    call, path = Caller(sanne), f"meetings/{meeting.pk}/guest"

    codes = {
        email: problem_of(call("put", path, GUEST | {"email": email}))
        for email in (sanne.email, fatima.person.email, bram.email, elsewhere.email, "al@scholen.example", "geen-adres")
    }

    assert list(codes.values()) == [
        *[(409, "takes_part_already")] * 3, (409, "not_colleague"), (409, "already_guest"), (422, "invalid"),
    ]  # fmt: skip


@pytest.mark.parametrize("state", [Meeting.State.CANCELLED, "past"])
def test_nobody_comes_to_a_meeting_that_has_been_or_is_cancelled(state, meeting, sanne):
    changes = {"state": state} if state != "past" else {
        "starts_at": meeting.starts_at - timedelta(days=30), "ends_at": meeting.ends_at - timedelta(days=30)
    }  # fmt: skip
    Meeting.objects.filter(pk=meeting.pk).update(**changes)

    assert problem_of(Caller(sanne)("put", f"meetings/{meeting.pk}/guest", GUEST)) == (409, "meeting_over")


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 401), ("outsider", 403), ("waiting", 403), ("other facilitator", 403), ("facilitator", 409),
     ("participant", 200), ("manager", 409)],
)  # fmt: skip
def test_only_participants_bring_a_guest(role, status, people, meeting):
    assert Caller(people[role])("put", f"meetings/{meeting.pk}/guest", GUEST).status_code == status


def test_bringing_replacing_and_withdrawing_on_the_page(meeting, network, sanne, bram):
    browser, path = signed_in(sanne), f"/netwerken/{network.slug}/bijeenkomsten/{meeting.pk}/"

    assert browser.post(f"{path}gast/", GUEST).status_code == 302
    assert "Petra Groen komt mee." in browser.get(path).content.decode()
    assert "meegenomen door Sanne de Vries" in signed_in(bram).get(path).content.decode()
    assert browser.post(f"{path}gast/", GUEST | {"email": bram.email}).status_code == 422
    browser.post(f"{path}gast/intrekken/")
    assert not GuestPass.objects.filter(withdrawn_at=None).exists()


@pytest.mark.parametrize(
    "name",
    ["=HYPERLINK(1)", "Petra\r\nBcc: boef@kwaad.example", "<script>x</script>", "\u202ePetra", "😀" * 40, "a" * 10_000],
)
def test_hostile_names_are_refused_or_shown_harmless(name, meeting, sanne, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = Caller(sanne)("put", f"meetings/{meeting.pk}/guest", GUEST | {"name": name})

    assert answer.status_code == (422 if len(name) > 150 else 200)
    for message in mail.outbox:
        assert "Bcc" not in message.message()
        assert "<script>" not in message.alternatives[0][0]
        message.message().as_bytes()
    for guest in GuestPass.objects.all():
        assert "<script>x" not in Client().get(f"/gast/{guest.token}/").content.decode()
