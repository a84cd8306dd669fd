"""Every route of networks × method × role: what each gets. A route without a row fails."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from networks import services, urls
from networks.models import (
    AssignmentMaterial,
    CalendarFeed,
    Enrolment,
    GuestPass,
    HandInFile,
    MeetingMaterial,
    Outcome,
    PollExpert,
    SignUpQuestion,
    Source,
    SupportFile,
)
from networks.services.certificates import issue
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.factories.networks import MeetingFactory
from tests.networks.polls.conftest import make_poll, open_poll

ROLES = (
    "visitor",
    "outsider",
    "requested",
    "waiting",
    "participant",
    "guest",
    "other facilitator",
    "facilitator",
    "editor",
    "manager",
)


# Per row of answers, in the order of ROLES, the routes that answer so. Posts are empty: who may post is refused with
# 422 for what is missing or 409 for what cannot be, and led on with 302 where nothing needs to be filled in.
EXPECTED = {
    (302, 404, 404, 404, 403, 302, 404, 200, 404, 200): (
        "post member_ledger, post grant_certificate, get sign_up_questions, get add_sign_up_question, "
        "post add_sign_up_question, get change_sign_up_question, post change_sign_up_question, "
        "get ledgers, get member_ledger, get closing, get close_network, get evaluation, get grant_certificate, "
        "get cockpit, get log, get export, post export, get write_to_members, post write_to_members, "
        "get request, post request, get check_in_screen, get attendance_list, get name_badges, "
        "get plan_series, post plan_series, get plan_meeting, post plan_meeting, get edit_meeting, "
        "post edit_meeting, get cancel_meeting, post cancel_meeting, get agenda, post agenda, "
        "get meeting_report, post meeting_report, get make_poll, get change_poll, get reopen_poll, "
        "post reopen_poll, get decide_poll, get expert_votes, get change_place, post change_place, "
        "get set_assignment, post set_assignment, get edit_assignment, post edit_assignment, "
        "get remove_assignment, get experts, post experts, "
        "get add_meeting_material, post add_meeting_material, get change_meeting_material, "
        "post change_meeting_material, get remove_meeting_material"
    ),
    (405, 405, 405, 405, 405, 405, 405, 405, 405, 405): (
        "post sign_up_questions, get move_sign_up_question, get remove_sign_up_question, "
        "post agreed, post ledgers, get meet_arrangement, get remove_arrangement, post closing, get reopen_network, "
        "post certificate_file, post certificate, post source_file, "
        "get write_about_sign_up, get confirm, get follow, post space, post learning_questions, post cockpit, "
        "post log, "
        "get ask, get accept, post meetings, post meeting, post meeting_calendar, get withdraw_guest, "
        "get take_back_absence, post check_in_screen, post attendance_list, post name_badges, "
        "get restore_meeting, post polls, get take_back_offer, get open_poll, get close_poll, "
        "get discard_poll, post assignments, post assignment, get close_assignment, get reopen_assignment, "
        "get finish_action, get reopen_action, "
        "get take_back, post assignment_material, post hand_in_file, post support, get handle_support, "
        "post support_file, post guest_page, post feed, get withdraw_expert, "
        "post meeting_material, post guest_material"
    ),
    (302, 403, 403, 403, 200, 302, 403, 409, 403, 409): (
        "get agreed, get learning_question, post learning_question, get add_source, post add_source, "
        "get report, post report, get guest, post guest, "
        "get absence, post absence, get check_in, post check_in, get offer_school, post offer_school, "
        "get ask_for_support, post ask_for_support"
    ),
    (302, 403, 403, 403, 200, 302, 403, 200, 403, 200): (
        "get evaluate, post evaluate, get certificate_file, get source_file, "
        "get space, get learning_questions, get meetings, get meeting, get polls, get poll, get assignments, "
        "get assignment, get assignment_material, get meeting_material, get hand_in, post hand_in, "
        "get hand_in_file, get support"
    ),
    (302, 404, 404, 404, 403, 302, 404, 302, 404, 302): (
        "post move_sign_up_question, post remove_sign_up_question, "
        "post meet_arrangement, post remove_arrangement, post close_network, post reopen_network, post evaluation, "
        "post accept, post restore_meeting, post open_poll, post close_poll, post discard_poll, "
        "post close_assignment, post reopen_assignment, post withdraw_expert, "
        "post remove_meeting_material"
    ),
    (302, 403, 403, 403, 302, 302, 403, 409, 403, 409): (
        "post withdraw_guest, post take_back_absence, post take_back_offer, get write_hand_in, "
        "post write_hand_in, post take_back"
    ),
    (302, 404, 404, 404, 200, 302, 404, 200, 404, 200): (
        "get support_request, post support_request, get evaluate_support, post evaluate_support, get support_file"
    ),
    (302, 404, 404, 404, 403, 302, 404, 422, 404, 422): (
        "post ask, post make_poll, post change_poll, post expert_votes"
    ),
    (302, 404, 404, 404, 403, 302, 404, 409, 404, 409): (
        "get attendance, post attendance, post decide_poll, post remove_assignment"
    ),
    (302, 302, 302, 302, 302, 302, 302, 302, 302, 302): ("post confirm, post withdraw, post follow, post own_calendar"),
    (200, 200, 200, 200, 200, 200, 200, 200, 200, 200): (
        "get meeting_calendar, get guest_page, get guest_material, get feed, get certificate"
    ),
    (302, 200, 200, 200, 200, 302, 200, 200, 200, 200): ("get enrol, get own_calendar"),
    (302, 200, 302, 302, 302, 302, 200, 200, 200, 200): ("post enrol"),
    (302, 404, 422, 422, 422, 302, 404, 404, 404, 404): ("post write_about_sign_up"),
    (302, 302, 200, 200, 200, 302, 302, 302, 302, 302): ("get withdraw"),
    (302, 403, 403, 403, 200, 302, 403, 403, 403, 403): ("get change_source, post change_source, get remove_source"),
    (302, 403, 403, 403, 302, 302, 403, 403, 403, 403): ("post remove_source"),
    (302, 403, 403, 403, 302, 302, 403, 302, 403, 302): ("post finish_action, post reopen_action"),
    (302, 403, 403, 403, 422, 302, 403, 422, 403, 409): ("post poll"),
    (302, 404, 404, 404, 404, 302, 404, 422, 404, 422): ("post handle_support"),
    (302, 404, 404, 404, 403, 302, 404, 403, 200, 200): ("get copy_network, post copy_network"),
}


@pytest.fixture
def addresses(everybody, network, bram, sanne):
    """What stands in the place of the variables of each route."""
    own = network.enrolments.get(person=sanne)
    meeting = MeetingFactory(series__network=network, number=1, starts_at=timezone.now() + timedelta(minutes=30))
    poll = open_poll(network, bram, experts=["Dr. Smit"])
    draft = make_poll(network, bram)
    assignment = AssignmentFactory(network=network)
    handed_in = HandInFactory(assignment=assignment, enrolment=own)
    support = services.ask_for_support(enrolment=own, subject="Hulp", text="Wij lopen vast.")
    file = {"title": "Blad", "name": "blad.txt", "content_type": "text/plain"}
    material = AssignmentMaterial.objects.create(assignment=assignment, file=_file(), **file)
    work = HandInFile.objects.create(hand_in=handed_in, file=_file(), **file)
    shown = SupportFile.objects.create(message=support.messages.get(), file=_file(), **file)
    shared = MeetingMaterial.objects.create(meeting=meeting, file=_file(), for_guests=True, **file)
    of_meeting = {"slug": network.slug, "pk": meeting.pk, "material": shared.pk}
    pass_ = GuestPass.objects.create(meeting=meeting, enrolment=own, name="Mo", email="mo@school.example")
    expert = GuestPass.objects.create(meeting=meeting, invited_by=bram, name="Els", email="els@hogeschool.example")
    source = Source.objects.create(enrolment=own, gave="Dat het kan.", file=_file(), **file)
    feed = CalendarFeed.objects.create(person=sanne)
    arranged = services.arrange(enrolment=own, kind="time", by=bram, text="Vertel het ons.")
    certificate = issue(own)
    of = {"slug": network.slug}
    question = SignUpQuestion.objects.create(network=network, text="Waarom nu?", required=False)
    request = Enrolment.objects.requested().get(network=network)
    given = {"meeting": meeting, "kind": "action", "person": sanne}
    action = Outcome.objects.create(text="PTA delen", **given)
    done = Outcome.objects.create(text="Zaal regelen", done_at=timezone.now(), **given)
    return {
        "own_calendar": {},
        "feed": {"token": f"{feed.token}.ics"},
        "guest_page": {"token": pass_.token},
        "withdraw_expert": of | {"pk": meeting.pk, "expert": expert.pk},
        "guest_material": {"token": pass_.token, "material": shared.pk},
        "meeting_material": of_meeting,
        "change_meeting_material": of_meeting,
        "remove_meeting_material": of_meeting,
        "certificate": {"number": certificate.number},
        "certificate_file": of | {"pk": certificate.pk},
        "grant_certificate": of | {"pk": own.pk},
        "member_ledger": of | {"pk": own.pk},
        "meet_arrangement": of | {"pk": arranged.pk},
        "remove_arrangement": of | {"pk": arranged.pk},
        "change_sign_up_question": of | {"pk": question.pk},
        "move_sign_up_question": of | {"pk": question.pk},
        "remove_sign_up_question": of | {"pk": question.pk},
        "report": of | {"kind": "embedding"},
        "request": of | {"pk": request.pk},
        "ask": of | {"pk": request.pk},
        "accept": of | {"pk": request.pk},
        "assignment_material": of | {"pk": material.pk},
        "hand_in": of | {"pk": handed_in.pk},
        "hand_in_file": of | {"pk": handed_in.pk, "file": work.pk},
        "support_file": of | {"pk": shown.pk},
        "change_source": of | {"pk": source.pk},
        "remove_source": of | {"pk": source.pk},
        "source_file": of | {"pk": source.pk},
        "discard_poll": of | {"pk": draft.pk},
        "finish_action": of | {"pk": action.pk},
        "reopen_action": of | {"pk": done.pk},
        "decide_poll": of | {"pk": poll.pk, "option": poll.options.first().pk},
        "expert_votes": of | {"pk": poll.pk, "expert": PollExpert.objects.get(poll=poll).pk},
        "change_place": of | {"pk": poll.pk, "place": poll.places.first().pk},
        "bijeenkomsten": of | {"pk": meeting.pk},
        "peilingen": of | {"pk": poll.pk},
        "opdrachten": of | {"pk": assignment.pk},
        "ondersteuning": of | {"pk": support.pk},
        "": of,
    }


def _file():
    return ContentFile(b"tekst", name="blad.txt")


def variables(pattern, addresses):
    """Of the route itself, or of the room that it is in."""
    if pattern.name in addresses:
        return addresses[pattern.name]
    if "<int:pk>" not in str(pattern.pattern):
        return addresses[""]
    room = next(
        it
        for it in str(pattern.pattern).split("/")
        if it in {"bijeenkomsten", "peilingen", "opdrachten", "ondersteuning"}
    )
    return addresses[room]


def answers(pattern, addresses, person):
    """What GET and POST of this route answer to the person; nothing that is written stays."""
    client = Client()
    if person:
        client.force_login(person)
    address = reverse(f"networks:{pattern.name}", kwargs=variables(pattern, addresses))
    for method in ("get", "post"):
        with transaction.atomic():
            yield f"{method} {pattern.name}", getattr(client, method)(address).status_code
            transaction.set_rollback(True)


@pytest.mark.parametrize("role", ROLES)
def test_what_each_route_answers(role, everybody, addresses):
    expected = {route: row[ROLES.index(role)] for row, routes in EXPECTED.items() for route in routes.split(", ")}

    found = dict(it for pattern in urls.urlpatterns for it in answers(pattern, addresses, everybody[role]))

    assert found == expected


# What does not change the network, and what says so on the page that it leads on to.
OTHERWISE = {
    "close_network",
    "reopen_network",
    "export",
    "own_calendar",
    "follow",
    "confirm",
    "enrol",
    "withdraw",
    "accept",
}


@pytest.mark.parametrize("role", ["participant", "facilitator"])
def test_a_closed_network_refuses_every_change(role, everybody, addresses, network):
    at = ROLES.index(role)
    led_on = {it for row, routes in EXPECTED.items() if row[at] == 302 for it in routes.split(", ")}
    changes = {it for it in led_on if it.startswith("post ")} - {f"post {name}" for name in OTHERWISE}
    network.closed_at = timezone.now()
    network.save()

    found = dict(it for pattern in urls.urlpatterns for it in answers(pattern, addresses, everybody[role]))

    assert changes
    assert {it: found[it] for it in changes} == dict.fromkeys(changes, 409)
