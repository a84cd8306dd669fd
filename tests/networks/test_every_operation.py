"""Every operation of networks in the API × role: what each answers. One without a row fails; pages: test_every_route.

A guest has no account, only the link of the pass: through the API a guest is a visitor.
"""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test.client import encode_multipart
from django.utils import timezone

from networks import services
from networks.agreements import KINDS
from networks.api import FEATURES, import_module
from networks.models import (
    AssignmentMaterial,
    Enrolment,
    EvaluationQuestion,
    GuestPass,
    HandInFile,
    MeetingMaterial,
    Network,
    Outcome,
    PollExpert,
    SignUpQuestion,
    Source,
)
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.factories.networks import MeetingFactory
from tests.networks.conftest import Caller
from tests.networks.polls.conftest import make_poll, open_poll
from tests.networks.polls.test_api import new_poll
from tests.networks.test_every_route import ROLES

BOUNDARY = "grens"
IN_TWO_WEEKS = (timezone.now() + timedelta(days=14)).isoformat()
LINK = {"link": "https://leernetwerk.example/blad", "title": "Blad"}
# Bodies that fit, so that what refuses is who asks, or the state that things are in.
BODIES = {
    "post networks/{slug}/assignments": {"title": "Opdracht", "text": "Kijk terug.", "due_at": IN_TWO_WEEKS},
    "put assignments/{assignment}": {"title": "Opdracht", "text": "Kijk terug.", "due_at": IN_TWO_WEEKS},
    "post assignments/{assignment}/links": LINK,
    "put meetings/{past}/attendance/{member}": {"state": "present"},
    "put meetings/{soon}/absence": {"reason": "Ouderavond"},
    "put meetings/{soon}/check-in": {"code": "000000"},
    "post networks/{slug}/meetings": {"title": "Extra"},
    "post networks/{slug}/series": {"title": "Reeks", "first": "2031-03-03", "starts": "09:30", "ends": "12:30"},
    "patch meetings/{soon}": {"place": "Waterdam"},
    "post meetings/{soon}/cancel": {"reason": "Ziekte"},
    "put meetings/{soon}/agenda": {"preparation": "Lees de nota.", "items": [{"title": "Begin", "starts": "09:30"}]},
    "put meetings/{soon}/report": {
        "report": "Wij spraken af.",
        "outcomes": [{"kind": "action", "text": "PTA delen", "person": "{sanne}"}],
    },
    "post meetings/{soon}/links": LINK,
    "put meetings/{soon}/materials/{shared}": {"title": "Blad", "timing": "after", "for_guests": True},
    "put meetings/{soon}/guest": {"name": "Gijs", "email": "gijs@scholen.example"},
    "put meetings/{soon}/experts": {"name": "Jan Smit", "email": "jan@hogeschool.example"},
    "post networks/{slug}/enrolments/me/messages": {"text": "Kan mijn collega mee?"},
    "post networks/{slug}/sign-up-questions": {"text": "Waarom nu?"},
    "put sign-up-questions/{question}": {"text": "Waarom nu?"},
    "post sign-up-questions/{question}/move": {"direction": "up"},
    "post enrolments/{request}/messages": {"text": "Werkt u in het vo?"},
    "post enrolments/{request}/decline": {"reason": "Het is vol."},
    "post networks/{slug}/obligations/me/{kind}": {"text": "Elke vrijdag."},
    "post enrolments/{member}/arrangements": {"kind": "sharing", "text": "Een lezing."},
    "post enrolments/{member}/certificate": {"reason": "Ziek geweest."},
    "post networks/{slug}/evaluation/answers": {"answers": [{"question": "{asked}", "answer": "Veel."}]},
    "post networks/{slug}/copy": {
        "name": "Vervolg",
        "series": "Reeks",
        "days": ["2030-01-14"],
        "starts": "09:30",
        "ends": "12:30",
    },
    "post networks/{slug}/messages": {"members": ["{member}"], "subject": "Maandag", "text": "Neem uw PTA mee."},
    "put polls/{poll}/places/{place}": {"name": "Waterdam", "capacity": 20},
    "put assignments/{open}/hand-in": {"text": "Ons stuk."},
    "post assignments/{open}/hand-in/links": LINK,
    "post hand-ins/{work}/comments": {"text": "Helder."},
    "post networks/{slug}/learning-questions": {"text": "Hoe nu?", "what_changed": "Korter."},
    "post networks/{slug}/sources": {"title": "Toetsen", "gave": "Dat het kan."},
    "put sources/{source}": {"title": "Toetsen", "gave": "Dat het kan."},
    "post networks/{slug}/polls": new_poll(),
    "patch polls/{poll}": {"title": "Wanneer dan?"},
    "post polls/{poll}/reopen": {"deadline": IN_TWO_WEEKS},
    "put polls/{poll}/votes": {"votes": [{"option": "{option}", "answer": "yes"}]},
    "put polls/{poll}/experts/{expert}/votes": {"votes": [{"option": "{option}", "answer": "yes"}]},
    "put polls/{poll}/offer": {"options": ["{option}"], "capacity": 20},
    "post polls/{poll}/decide": {"option": "{option}", "anyway": True},
    "post networks/{slug}/support": {"subject": "Hulp", "text": "Wij lopen vast."},
    "put support/{support}": {"owner": None, "state": "in_hand"},
    "post support/{support}/evaluation": {"helped": "yes", "evaluation": "Het hielp."},
    "post support/{support}/messages": {"text": "Kan het morgen?"},
}
# Per row of answers, in the order of ROLES, the operations that answer so.
EXPECTED = {
    (200, 200, 200, 200, 200, 200, 200, 200, 200, 200): (
        "get networks, get networks/{slug}, get networks/{slug}/meetings, get meetings/{soon}"
    ),
    (401, 201, 409, 409, 409, 401, 422, 422, 422, 422): ("post networks/{slug}/enrolments"),
    (401, 404, 404, 404, 403, 401, 404, 200, 404, 200): (
        "put sign-up-questions/{question}, post sign-up-questions/{question}/move, "
        "get networks/{slug}/obligations, get networks/{slug}/evaluation, post networks/{slug}/evaluation/open, "
        "get networks/{slug}/closing, post networks/{slug}/close, post networks/{slug}/reopen, "
        "get networks/{slug}/certificates, get networks/{slug}/signals, get networks/{slug}/log, "
        "get networks/{slug}/exports, get networks/{slug}/messages, put polls/{poll}/places/{place}, "
        "get networks/{slug}/enrolments, patch polls/{poll}, post polls/{poll}/close, "
        "post polls/{poll}/reopen, put polls/{poll}/experts/{expert}/votes, put assignments/{assignment}, "
        "post assignments/{assignment}/close, post assignments/{assignment}/reopen, "
        "patch meetings/{soon}, post meetings/{soon}/cancel, post meetings/{soon}/restore, "
        "put meetings/{soon}/agenda, put meetings/{soon}/report, "
        "put meetings/{soon}/materials/{shared}"
    ),
    (401, 404, 200, 200, 200, 401, 404, 404, 404, 404): ("get networks/{slug}/enrolments/me"),
    (401, 404, 204, 204, 204, 401, 404, 404, 404, 404): ("delete networks/{slug}/enrolments/me"),
    (401, 404, 200, 409, 200, 401, 404, 404, 404, 404): ("post networks/{slug}/enrolments/me/confirm"),
    (401, 200, 200, 200, 200, 401, 200, 200, 200, 200): (
        "get networks/{slug}/sign-up-questions, get networks/{slug}/agreements, get networks/{slug}/interest"
    ),
    (401, 404, 201, 201, 409, 401, 404, 404, 404, 404): ("post networks/{slug}/enrolments/me/messages"),
    (401, 404, 404, 404, 404, 401, 404, 201, 404, 201): (
        "post enrolments/{request}/messages, post enrolments/{member}/arrangements"
    ),
    (401, 404, 404, 404, 404, 401, 404, 204, 404, 204): (
        "delete arrangements/{arrangement}, delete meetings/{soon}/experts/{invited}"
    ),
    (401, 404, 404, 404, 404, 401, 404, 409, 404, 409): ("post enrolments/{member}/certificate"),
    (401, 404, 404, 404, 404, 401, 404, 404, 404, 404): ("get me/calendar"),
    (401, 201, 201, 201, 201, 401, 201, 201, 201, 201): ("post me/calendar"),
    (401, 403, 403, 403, 404, 401, 403, 404, 403, 404): ("get networks/{slug}/certificates/me"),
    (401, 404, 404, 404, 403, 401, 404, 403, 201, 201): ("post networks/{slug}/copy"),
    (401, 404, 404, 404, 404, 401, 404, 200, 404, 200): (
        "post enrolments/{request}/accept, post enrolments/{request}/decline, "
        "get enrolments/{member}/arrangements, post arrangements/{arrangement}/meet, "
        "get meetings/{past}/attendance, get meetings/{past}/attendance/changes, get meetings/{soon}/guests, "
        "put meetings/{past}/attendance/{member}, post polls/{draft}/open, put support/{support}, "
        "get meetings/{soon}/experts, put meetings/{soon}/experts"
    ),
    (401, 409, 409, 409, 409, 401, 409, 409, 409, 409): ("put networks/{slug}/interest"),
    (401, 204, 204, 204, 204, 401, 204, 204, 204, 204): ("delete networks/{slug}/interest, delete me/calendar"),
    (401, 403, 403, 403, 200, 401, 403, 409, 403, 409): (
        "put meetings/{soon}/guest, put meetings/{soon}/absence, put polls/{poll}/offer, "
        "get meetings/{soon}/guest, get meetings/{past}/attendance/me, "
        "get assignments/{open}/hand-in, put assignments/{open}/hand-in, delete assignments/{open}/hand-in"
    ),
    (401, 403, 403, 403, 204, 401, 403, 409, 403, 409): (
        "delete meetings/{soon}/guest, delete meetings/{soon}/absence, delete assignments/{open}/hand-in/files/{file}, "
        "post networks/{slug}/evaluation/answers, delete polls/{poll}/offer"
    ),
    (401, 403, 403, 403, 422, 401, 403, 409, 403, 409): ("put meetings/{soon}/check-in"),
    (401, 403, 403, 403, 200, 401, 403, 200, 403, 200): (
        "get networks/{slug}/obligations/me, get networks/{slug}/polls, get polls/{poll}, "
        "get networks/{slug}/evaluation/questions, "
        "get networks/{slug}/assignments, get assignments/{assignment}, "
        "get assignments/{assignment}/hand-ins, get hand-ins/{work}/comments, "
        "get networks/{slug}/learning-questions, get networks/{slug}/support, get networks/{slug}/sources, "
        "get meetings/{soon}/agenda, get meetings/{soon}/report, get networks/{slug}/actions, "
        "put actions/{action}/done, "
        "get meetings/{soon}/materials"
    ),
    (401, 404, 404, 404, 403, 401, 404, 201, 404, 201): (
        "post networks/{slug}/sign-up-questions, "
        "post networks/{slug}/messages, post networks/{slug}/polls, post polls/{poll}/decide, "
        "post networks/{slug}/assignments, "
        "post networks/{slug}/meetings, post networks/{slug}/series, "
        "post assignments/{assignment}/materials, post assignments/{assignment}/links, "
        "post meetings/{soon}/materials, post meetings/{soon}/links"
    ),
    (401, 403, 403, 403, 200, 401, 403, 200, 403, 409): ("put polls/{poll}/votes"),
    (401, 404, 404, 404, 403, 401, 404, 409, 404, 409): ("delete assignments/{assignment}, delete polls/{poll}"),
    (401, 404, 404, 404, 403, 401, 404, 204, 404, 204): (
        "delete assignments/{assignment}/materials/{material}, delete sign-up-questions/{question}, "
        "delete meetings/{soon}/materials/{shared}"
    ),
    (401, 403, 403, 403, 201, 401, 403, 409, 403, 409): (
        "post assignments/{open}/hand-in, post assignments/{open}/hand-in/files, "
        "post assignments/{open}/hand-in/links, post networks/{slug}/learning-questions, "
        "post networks/{slug}/sources, post networks/{slug}/sources/files, "
        "post networks/{slug}/obligations/me/{kind}"
    ),
    (401, 403, 403, 403, 200, 401, 403, 403, 403, 403): ("put sources/{source}"),
    (401, 403, 403, 403, 204, 401, 403, 403, 403, 403): ("delete sources/{source}"),
    (401, 403, 403, 403, 201, 401, 403, 201, 403, 201): ("post hand-ins/{work}/comments"),
    (401, 403, 403, 403, 409, 401, 403, 409, 403, 409): ("post networks/{slug}/support"),
    (401, 403, 403, 403, 204, 401, 403, 204, 403, 204): ("delete actions/{action}/done"),
    (401, 404, 404, 404, 200, 401, 404, 200, 404, 200): (
        "get support/{support}, post support/{support}/evaluation, get support/{support}/messages, "
        "get support/{support}/files"
    ),
    (401, 404, 404, 404, 201, 401, 404, 201, 404, 201): (
        "post support/{support}/messages, post support/{support}/files"
    ),
}


@pytest.fixture
def stage(everybody, network, bram, sanne, past):
    """What stands in the place of the variables of each operation."""
    own = network.enrolments.get(person=sanne)
    soon = MeetingFactory(series=past.series, number=2, starts_at=timezone.now() + timedelta(minutes=30))
    poll = open_poll(network, bram, experts=["Dr. Smit"])
    assignment = AssignmentFactory(network=network)
    work = HandInFactory(assignment=assignment, enrolment=own)
    draft = HandInFactory(assignment=AssignmentFactory(network=network), enrolment=own, state="draft")
    file = {"title": "Blad", "name": "blad.txt", "content_type": "text/plain", "file": ContentFile(b"x", name="b.txt")}
    arranged = services.arrange(enrolment=own, kind="time", by=bram, text="Een verslag.")
    Network.objects.filter(pk=network.pk).update(evaluation_opened_at=timezone.now())
    EvaluationQuestion.objects.update(asked=False)
    GuestPass.objects.create(meeting=soon, enrolment=own, name="Mo", email="mo@school.example")
    invited = GuestPass.objects.create(meeting=soon, invited_by=bram, name="Els", email="els@hogeschool.example")
    return {
        "invited": invited.pk,
        "slug": network.slug,
        "request": Enrolment.objects.requested().get(network=network).pk,
        "past": past.pk,
        "sanne": sanne.pk,
        "action": Outcome.objects.create(meeting=past, kind="action", text="PTA delen", person=sanne).pk,
        "soon": soon.pk,
        "member": own.pk,
        "kind": "time",
        "arrangement": arranged.pk,
        "asked": EvaluationQuestion.objects.create(network=network, text="Wat bracht het?").pk,
        "place": poll.places.first().pk,
        "assignment": assignment.pk,
        "material": AssignmentMaterial.objects.create(assignment=assignment, **file).pk,
        "shared": MeetingMaterial.objects.create(meeting=soon, **file).pk,
        "work": work.pk,
        "open": draft.assignment_id,
        "file": HandInFile.objects.create(hand_in=draft, **file).pk,
        "source": Source.objects.create(enrolment=own, gave="Dat het kan.", **file).pk,
        "poll": poll.pk,
        "draft": make_poll(network, bram).pk,
        "option": poll.options.first().pk,
        "question": SignUpQuestion.objects.create(network=network, text="Waarom nu?", required=False).pk,
        "expert": PollExpert.objects.get(poll=poll).pk,
        "support": services.ask_for_support(enrolment=own, subject="Hulp", text="Wij lopen vast.").pk,
    }


def operations():
    """“get networks/{slug}”, and so on, with each id named for what it is."""
    for feature in FEATURES:
        for path, view in import_module(f"networks.api.{feature}").router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    yield f"{method.lower()} {_named(path.strip('/'))}"


def _named(path):
    """Own work is written on an assignment that waits for it."""
    room, *rest = path.split("/")
    pk = {
        "assignments": "open" if "hand-in" in rest else "assignment",
        "hand-ins": "work",
        "enrolments": "member" if {"arrangements", "certificate"} & set(rest) else "request",
        "arrangements": "arrangement",
        "sign-up-questions": "question",
        "polls": "poll",
        "actions": "action",
        "support": "support",
        "sources": "source",
        "meetings": "past" if "attendance" in rest else "soon",
    }.get(room, "")
    if path == "polls/{pk}/open":
        pk = "draft"
    if room == "meetings":
        path = path.replace("{expert}", "{invited}").replace("{material}", "{shared}")
    return path.replace("{pk}", f"{{{pk}}}")


def answer(caller, operation, stage):
    method, path = operation.split(" ")
    path = path.format(**stage)
    if method == "post" and path.endswith(("/materials", "/files")):
        about = {"title": "Blad", "gave": "Dat het kan.", "text": "Zie het blad."}
        sent = encode_multipart(BOUNDARY, about | {"file": ContentFile(b"tekst", name="blad.txt")})
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        return caller.client.generic("POST", f"/api/v1/{path}", sent, kind, headers=caller.headers)
    body = _filled(BODIES.get(operation, {}), stage)
    if operation == "post networks/{slug}/enrolments":
        body = {"school": stage["school"], "learning_question": "Hoe?", "agreements": list(KINDS)}
    if method == "patch":
        return caller.client.patch(f"/api/v1/{path}", body, "application/json", headers=caller.headers)
    return caller(method, path, body)


def _filled(body, stage):
    if isinstance(body, dict):
        return {name: _filled(value, stage) for name, value in body.items()}
    if isinstance(body, list):
        return [_filled(it, stage) for it in body]
    return stage[body[1:-1]] if isinstance(body, str) and body[:1] == "{" else body


@pytest.mark.parametrize("role", ROLES)
def test_what_each_operation_answers(role, everybody, stage):
    person = everybody[role]
    job = person.employments.first() if person else None
    stage["school"] = job.school.brin if job else "00AA"
    found, caller = {}, Caller(person)
    for operation in operations():
        with transaction.atomic():
            found[operation] = answer(caller, operation, stage).status_code
            transaction.set_rollback(True)
    expected = {it: row[ROLES.index(role)] for row, them in EXPECTED.items() for it in them.split(", ")}

    assert found == expected


# What somebody asks for the own account, what closes or opens the network itself, and what begins the next one.
STAYS_POSSIBLE = {
    "delete networks/{slug}/interest",
    "post me/calendar",
    "delete me/calendar",
    "post networks/{slug}/close",
    "post networks/{slug}/reopen",
}


@pytest.mark.parametrize("role", ["participant", "facilitator"])
def test_a_closed_network_refuses_every_change(role, everybody, stage):
    at = ROLES.index(role)
    possible = [it for row, them in EXPECTED.items() for it in them.split(", ") if row[at] in {200, 201, 204}]
    changes = {it for it in possible if not it.startswith("get ")} - STAYS_POSSIBLE
    Network.objects.filter(slug=stage["slug"]).update(closed_at=timezone.now())
    caller, answers = Caller(everybody[role]), {}
    for operation in changes:
        with transaction.atomic():
            refused = answer(caller, operation, stage)
            answers[operation] = (refused.status_code, refused.json().get("code") if refused.content else "")
            transaction.set_rollback(True)

    assert len(changes) > 10
    assert answers == dict.fromkeys(changes, (409, "network_archived"))
