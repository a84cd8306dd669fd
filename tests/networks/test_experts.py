"""Experts whom a facilitator invites to a meeting: by mail, without an account, and not for ever."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from core import periodic
from networks import services
from networks.errors import AlreadyGuest, MeetingOver, TakesPartAlready
from networks.forms.polls import PollForm
from networks.models import Attendance, Enrolment, GuestPass, LogEntry, PollExpert
from networks.services.erasing import forget
from tests.factories.networks import AgendaItemFactory, MeetingFactory
from tests.networks.conftest import Caller, signed_in
from tests.networks.polls.conftest import open_poll, say

ELS = {"name": "Els Berg", "email": "els@hogeschool.example", "role": "Lector toetsing"}


@pytest.fixture
def meeting(network):
    meeting = MeetingFactory(series__network=network, number=1, address="Kade 1, Waterdam")
    AgendaItemFactory(meeting=meeting, title="Wat is toetskwaliteit?")
    return meeting


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    """Calls a service, with its mails sent."""

    def run(service, **facts):
        with django_capture_on_commit_callbacks(execute=True):
            return service(**facts)

    return run


@pytest.fixture
def els(meeting, bram, run):
    return run(services.invite_expert, meeting=meeting, by=bram, **ELS)


def methods(address):
    """What the calendar of this address was told, in order, with the number that says which is newest."""
    found = []
    for message in mail.outbox:
        for content, mimetype in message.alternatives if message.to == [address] else []:
            if mimetype.startswith("text/calendar"):
                calendar = Calendar.from_ical(content)
                found.append((str(calendar["METHOD"]), int(calendar.walk("VEVENT")[0]["SEQUENCE"])))
    return found


def test_an_expert_gets_a_mail_whose_link_opens_that_meeting_without_an_account(els, network):
    [message] = mail.outbox
    assert (message.to, message.subject) == ([ELS["email"]], "U bent uitgenodigd als expert bij Flexibel toetsen")
    assert "Bram Jansen nodigt u uit als expert" in message.body
    assert methods(ELS["email"]) == [("REQUEST", 0)]
    shown = Client().get(f"/gast/{els.token}/").text
    for text in ("Wat is toetskwaliteit?", "Kade 1, Waterdam", "Bram Jansen heeft u uitgenodigd als expert"):
        assert text in shown
    assert network.space_url not in shown


def test_the_same_address_again_changes_the_name_and_mails_nothing(els, meeting, bram, run):
    again = run(
        services.invite_expert,
        meeting=meeting,
        by=bram,
        **ELS | {"name": "Prof. Berg", "email": "ELS@hogeschool.example"},
    )

    assert (again.pk, again.name) == (els.pk, "Prof. Berg")
    assert len(mail.outbox) == 1


def test_who_does_not_come_hears_it_and_the_calendar_too(els, bram, run):
    run(services.withdraw_expert, guest=els, by=bram)
    run(services.withdraw_expert, guest=els, by=bram)

    assert mail.outbox[-1].subject == "Uw bezoek aan Flexibel toetsen gaat niet door"
    assert methods(ELS["email"]) == [("REQUEST", 0), ("CANCEL", 1)]
    ended = Client().get(f"/gast/{els.token}/")
    assert ended.status_code == 410
    assert "procesbegeleider heeft de uitnodiging ingetrokken" in ended.text


def test_an_expert_follows_the_meeting(els, meeting, bram, run):
    run(services.change_meeting, meeting=meeting, by=bram, place="Oosterhaven")
    run(services.cancel_meeting, meeting=meeting, by=bram, reason="Ziekte.")

    assert methods(ELS["email"]) == [("REQUEST", 0), ("REQUEST", 1), ("CANCEL", 2)]


def test_after_the_meeting_the_link_ends(els, meeting, time_machine):
    time_machine.move_to(meeting.ends_at + timedelta(minutes=1))

    assert Client().get(f"/gast/{els.token}/").status_code == 410


def test_list_and_badges_name_the_expert_who_is_no_participant(els, meeting, network, bram, sanne):
    browser = signed_in(bram)
    for part in ("attendance_list", "name_badges", "meeting", "experts"):
        shown = browser.get(reverse(f"networks:{part}", args=[network.slug, meeting.pk])).text
        assert ELS["name"] in shown, part
        assert ELS["role"] in shown, part
    read = signed_in(sanne).get(meeting.url).text
    assert ELS["name"] in read
    assert ELS["email"] not in read
    assert not Attendance.objects.exists()
    assert Enrolment.objects.accepted().count() == 1


def test_who_is_there_already_is_not_invited(meeting, network, bram, sanne):
    services.invite_guest(meeting=meeting, enrolment=sanne.enrolments.get(), name="Al", email="al@scholen.example")
    for email, error in (
        (sanne.email, TakesPartAlready),
        (bram.email, TakesPartAlready),
        ("AL@scholen.example", AlreadyGuest),
    ):
        with pytest.raises(error):
            services.invite_expert(meeting=meeting, by=bram, name="Iemand", email=email)
    services.cancel_meeting(meeting=meeting, by=bram, reason="Ziekte.")
    with pytest.raises(MeetingOver):
        services.invite_expert(meeting=meeting, by=bram, **ELS)


def test_inviting_and_withdrawing_on_the_page(meeting, network, bram):
    browser, address = signed_in(bram), reverse("networks:experts", args=[network.slug, meeting.pk])

    assert browser.post(address, ELS | {"email": "geen adres"}).status_code == 422
    assert browser.post(address, ELS | {"email": bram.email}).status_code == 422
    assert "Els Berg is uitgenodigd" in browser.post(address, ELS, follow=True).text
    guest = GuestPass.objects.get()
    assert (guest.is_expert, guest.invited_by) == (True, bram)
    gone = reverse("networks:withdraw_expert", args=[network.slug, meeting.pk, guest.pk])
    assert browser.post(gone).status_code == 302
    assert browser.post(gone).status_code == 404
    assert sorted(LogEntry.objects.values_list("action", flat=True)) == ["expert_invited", "expert_withdrawn"]
    log = browser.get(reverse("networks:log", args=[network.slug])).text
    assert "Nodigde een expert uit voor Bijeenkomst 1" in log
    assert ELS["name"] not in log


def test_inviting_and_withdrawing_through_the_api(meeting, bram):
    call, path = Caller(bram), f"meetings/{meeting.pk}/experts"

    made = call("put", path, ELS).json()

    assert made == ELS | {"id": made["id"], "meeting": meeting.pk}
    assert call("put", path, ELS).json() == made
    assert call("get", path).json()["items"] == [made]
    assert call("put", path, ELS | {"email": "geen-adres"}).json()["code"] == "invalid"
    assert [call("delete", f"{path}/{made['id']}").status_code for _twice in range(2)] == [204, 404]


def test_a_guest_of_a_participant_is_no_expert_to_withdraw(meeting, bram, sanne):
    guest = services.invite_guest(
        meeting=meeting, enrolment=sanne.enrolments.get(), name="Mo", email="mo@scholen.example"
    )

    assert Caller(bram)("delete", f"meetings/{meeting.pk}/experts/{guest.pk}").status_code == 404


EXPERTS = [
    "Zonder Adres",
    services.NewExpert("Els Berg", ELS["email"]),
    services.NewExpert("Jan Smit", "jan@hogeschool.example"),
]


@pytest.fixture
def poll(network, bram, sanne):
    """Jan cannot come on the first date."""
    poll = open_poll(network, bram, experts=EXPERTS)
    for person in (sanne, bram):
        say(poll, person, "yes", "yes", "yes", "yes")
    first, second, *_rest = poll.options.all()
    for expert, answers in zip(
        poll.experts.order_by("pk"), (("yes", "yes"), ("yes", "yes"), ("no", "yes")), strict=True
    ):
        votes = [services.Vote(option.pk, it) for option, it in zip((first, second), answers, strict=True)]
        services.vote_for_expert(expert=expert, by=bram, votes=votes)
    return poll


def test_deciding_invites_the_experts_with_an_address_who_can_come(poll, bram, run):
    first = poll.options.first()
    meeting = run(services.decide_poll, poll=poll, option=first, by=bram, anyway=True)
    run(services.decide_poll, poll=poll, option=first, by=bram, anyway=True)

    assert [it.email for it in GuestPass.objects.filter(meeting=meeting)] == [ELS["email"]]
    [told] = [it for it in mail.outbox if it.to == [ELS["email"]]]
    assert told.subject.startswith("U bent uitgenodigd als expert")


def test_deciding_again_follows_who_can_come_then(poll, bram, run):
    first, second, *_rest = poll.options.all()
    meeting = run(services.decide_poll, poll=poll, option=second, by=bram)
    assert sorted(GuestPass.objects.values_list("name", flat=True)) == ["Els Berg", "Jan Smit"]
    run(services.cancel_meeting, meeting=meeting, by=bram, reason="Ziekte.")
    poll.refresh_from_db()
    run(services.reopen_poll, poll=poll, by=bram, deadline=poll.deadline)

    run(services.decide_poll, poll=poll, option=first, by=bram, anyway=True)

    assert [it.name for it in GuestPass.objects.filter(withdrawn_at=None)] == ["Els Berg"]
    assert [method for method, _number in methods("jan@hogeschool.example")] == ["REQUEST", "CANCEL", "CANCEL"]
    assert [method for method, _number in methods(ELS["email"])] == ["REQUEST", "CANCEL", "REQUEST"]


def test_deciding_again_keeps_what_the_facilitator_wrote_of_an_expert(poll, bram, run):
    first = poll.options.first()
    meeting = run(services.decide_poll, poll=poll, option=first, by=bram, anyway=True)
    run(services.invite_expert, meeting=meeting, by=bram, **ELS | {"name": "Prof. Berg"})
    run(services.cancel_meeting, meeting=meeting, by=bram, reason="Ziekte.")
    poll.refresh_from_db()
    run(services.reopen_poll, poll=poll, by=bram, deadline=poll.deadline)

    run(services.decide_poll, poll=poll, option=first, by=bram, anyway=True)

    guest = GuestPass.objects.get(withdrawn_at=None)
    assert (guest.name, guest.role) == ("Prof. Berg", ELS["role"])


def test_addresses_of_experts_in_a_poll_are_for_facilitators(poll, bram, sanne):
    emails = {
        person: [it["email"] for it in Caller(person)("get", f"polls/{poll.pk}").json()["experts"]]
        for person in (bram, sanne)
    }

    assert emails[bram] == [None, ELS["email"], "jan@hogeschool.example"]
    assert emails[sanne] == [None] * 3
    assert ELS["email"] not in signed_in(sanne).get(poll.url).text


def test_a_facilitator_types_addresses_behind_the_names(poll, network, bram):
    form = PollForm(network=network, poll=poll)
    assert form.initial["experts"] == f"Zonder Adres\nEls Berg, {ELS['email']}\nJan Smit, jan@hogeschool.example"
    typed = ["Els Berg <els@hogeschool.example>", "Berg, Els; els@hogeschool.example", "Els", "Els, els@", "<x@y>"]
    form = PollForm(_asked("\n".join(typed)), network=network, poll=poll)
    assert form.is_valid(), form.errors
    assert [(it.name, bool(it.email)) for it in form.facts["experts"]] == [
        ("Els Berg", True), ("Berg, Els", True), ("Els", False), ("Els, els@", False), ("<x@y>", False),
    ]  # fmt: skip


def _asked(experts):
    asked = {"title": "Wanneer?", "quorum": 60, "deadline": "2030-01-01", "deadline_time": "18:00", "meeting": ""}
    return asked | {"experts": experts}


def test_a_poll_through_the_api_takes_names_and_addresses(poll, bram):
    browser = Caller(bram)
    changes = {"experts": ["Els Berg", {"name": "Jan Smit", "email": "smit@hogeschool.example"}]}

    answer = browser.client.patch(f"/api/v1/polls/{poll.pk}", changes, "application/json", headers=browser.headers)

    assert [(it["name"], it["email"]) for it in answer.json()["experts"]] == [
        ("Els Berg", None),
        ("Jan Smit", "smit@hogeschool.example"),
    ]


def test_names_and_addresses_go_thirty_days_after_the_meeting(els, meeting, poll, sanne, bram, time_machine):
    services.invite_guest(meeting=meeting, enrolment=sanne.enrolments.get(), name="Mo", email="mo@scholen.example")
    clean = periodic.jobs["old_passes"].run
    time_machine.move_to(meeting.ends_at + timedelta(days=29))
    clean()
    assert GuestPass.objects.count() == 2

    time_machine.move_to(meeting.ends_at + timedelta(days=31))
    clean()
    assert not GuestPass.objects.exists()
    assert Client().get(f"/gast/{els.token}/").status_code == 404
    assert PollExpert.objects.exclude(email="").count() == 2
    time_machine.move_to(poll.options.last().ends_at + timedelta(days=31))
    clean()
    assert [it.named for it in PollExpert.objects.all()] == ["Zonder Adres", "Els Berg", "Jan Smit"]


def test_so_do_those_that_were_withdrawn_and_of_what_was_cancelled(els, meeting, bram, time_machine):
    undated = MeetingFactory(series=meeting.series, number=2, starts_at=None, ends_at=None)
    gone = services.invite_expert(meeting=undated, by=bram, **ELS)
    services.withdraw_expert(guest=gone, by=bram)
    time_machine.move_to(gone.created_at + timedelta(days=31))
    services.invite_expert(meeting=undated, by=bram, **ELS | {"email": "kort@hogeschool.example"})
    GuestPass.objects.filter(pk=els.pk).delete()

    periodic.jobs["old_passes"].run()

    assert [it.email for it in GuestPass.objects.all()] == ["kort@hogeschool.example"]


def test_a_facilitator_who_ends_the_account_leaves_no_name(els, bram):
    forget(bram)

    assert "Flexibel toetsen heeft u uitgenodigd als expert" in Client().get(f"/gast/{els.token}/").text
