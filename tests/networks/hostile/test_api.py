"""The same texts through the API: every text of every body that networks takes, found in its description."""

import inspect
import json
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.db import transaction
from django.test import Client
from ninja import Schema

import networks.schemas
from networks.models import EvaluationQuestion
from tests.factories.networks import MeetingFactory
from tests.networks.hostile.stage import Stage
from tests.networks.hostile.strings import STRINGS
from tests.networks.polls.conftest import in_days

OWN = {"school", "host", "agreements"}  # a BRIN number or keys, not free text; sent as they should be


@pytest.fixture
def stage(network, sanne, bram, kees):
    return Stage(network, sanne, bram, kees)


def schemas_of_networks():
    modules = [import_module(f"networks.schemas.{it.name}") for it in iter_modules(networks.schemas.__path__)]
    classes = {cls for module in modules for _name, cls in inspect.getmembers(module, inspect.isclass)}
    return {cls.__name__ for cls in classes if issubclass(cls, Schema) and cls.__module__.startswith("networks.")}


class Description:
    """The API's own description of what it takes."""

    def __init__(self):
        self.all = Client().get("/api/v1/openapi.json").json()

    def bodies(self):
        """Method, path and schema of each operation of networks that takes texts in its body."""
        ours = schemas_of_networks()
        for path, operations in self.all["paths"].items():
            for method, operation in operations.items():
                content = operation.get("requestBody", {}).get("content", {}).get("application/json")
                if not content or content["schema"].get("$ref", "").rpartition("/")[2] not in ours:
                    continue
                if self.texts(content["schema"]):
                    yield method, path.removeprefix("/api/v1"), content["schema"]

    def whole(self, schema):
        """The schema itself, in the place of a reference to it or of a choice between it and nothing."""
        if "$ref" in schema:
            return self.whole(self.all["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
        some = [it for it in schema.get("anyOf", []) if it.get("type") != "null"]
        return self.whole(some[0]) if some else schema

    def texts(self, schema):
        schema = self.whole(schema)
        parts = [it for name, it in schema.get("properties", {}).items() if name not in OWN]
        parts += [schema["items"]] if "items" in schema else []
        return self.is_text(schema) or any(self.texts(it) for it in parts)

    def is_text(self, schema):
        return schema.get("type") == "string" and not {"format", "enum", "const", "pattern"} & schema.keys()

    def filled(self, schema, text, known, name=""):
        """A body with the text wherever text can be, and what is known by name elsewhere."""
        schema = self.whole(schema)
        if name in known:
            return known[name]
        if self.is_text(schema):
            return text
        if "properties" in schema:
            found = {key: self.filled(it, text, known, key) for key, it in schema["properties"].items()}
            return {key: value for key, value in found.items() if value is not None}
        if schema.get("type") == "array":
            return [self.filled(schema["items"], text, known)] if self.texts(schema["items"]) else None
        return schema.get("enum", [None])[0]


@pytest.fixture
def calls(stage):
    """Who sends what where: the ids in each path, and what is no text in the body."""
    of, poll = stage.of, stage.poll
    options = [it.pk for it in poll.options.all()]
    votes = {"option": options[0], "answer": "yes"}
    dates = {"starts_at": in_days(30).isoformat(), "ends_at": in_days(30, 12).isoformat(), "host": None}
    asked = dates | {"deadline": in_days(9).isoformat(), "meeting": None, "quorum": 0}
    asked |= {"online_url": "https://bron.example/"}
    school = stage.kees.employments.get().school.brin
    agreed = {"school": school, "question": stage.question.pk}
    agreed["agreements"] = ["attendance", "embedding", "time", "sharing"]
    coming, work = {"pk": stage.coming.pk}, {"pk": stage.assignment.pk}
    support, request = {"pk": stage.support.pk}, {"pk": stage.request.pk}
    online = {"online_url": "https://bron.example/"}
    other = MeetingFactory(series=stage.past.series, number=9)
    rule = online | {"first": "2031-03-03", "starts": "09:30", "ends": "12:30"}
    expert = {"pk": poll.pk, "expert": poll.experts.get().pk}
    place = {"pk": poll.pk, "place": poll.places.first().pk}
    EvaluationQuestion.objects.update(asked=False)
    evaluated = {"question": EvaluationQuestion.objects.create(text="Wat bracht het?", required=True).pk}
    series = online | {"days": [f"{in_days(90):%Y-%m-%d}"], "starts": "09:30", "ends": "12:30"}
    own, ended = {"pk": stage.own.pk}, {"pk": stage.ended.pk}
    return {
        "post /networks/{slug}/enrolments": (stage.kees, of, agreed),
        "post /networks/{slug}/enrolments/me/messages": (stage.request.person, of, {}),
        "post /enrolments/{pk}/messages": (stage.bram, request, {}),
        "post /enrolments/{pk}/decline": (stage.bram, request, {}),
        "post /networks/{slug}/sign-up-questions": (stage.bram, of, {}),
        "put /sign-up-questions/{pk}": (stage.bram, {"pk": stage.question.pk}, {}),
        "post /networks/{slug}/learning-questions": (stage.sanne, of, {}),
        "post /networks/{slug}/meetings": (stage.bram, of, online | {"series": None, "host": None}),
        "post /networks/{slug}/series": (stage.bram, of, rule),
        "patch /meetings/{pk}": (stage.bram, coming, online | {"host": None}),
        "post /meetings/{pk}/cancel": (stage.bram, {"pk": other.pk}, {}),
        "put /meetings/{pk}/agenda": (stage.bram, coming, {}),
        "put /meetings/{pk}/report": (stage.bram, {"pk": stage.past.pk}, {"kind": "action", "person": stage.sanne.pk}),
        "put /meetings/{pk}/guest": (stage.sanne, coming, {"email": "gast@school.example"}),
        "put /meetings/{pk}/experts": (stage.bram, coming, {"email": "expert@school.example"}),
        "put /meetings/{pk}/absence": (stage.sanne, coming, {}),
        "put /meetings/{pk}/check-in": (stage.sanne, {"pk": stage.now.pk}, {}),
        "post /networks/{slug}/polls": (stage.bram, of, asked),
        "patch /polls/{pk}": (stage.bram, {"pk": poll.pk}, asked),
        "put /polls/{pk}/votes": (stage.sanne, {"pk": poll.pk}, votes),
        "put /polls/{pk}/experts/{expert}/votes": (stage.bram, expert, votes),
        "put /polls/{pk}/places/{place}": (stage.bram, place, {"capacity": 20, "online_url": "https://bron.example/"}),
        "post /networks/{slug}/obligations/me/{kind}": (stage.sanne, of | {"kind": "time"}, {}),
        "post /enrolments/{pk}/arrangements": (stage.bram, own, {"kind": "time"}),
        "post /networks/{slug}/evaluation/answers": (stage.sanne, of, evaluated),
        "post /enrolments/{pk}/certificate": (stage.bram, ended, {}),
        "post /networks/{slug}/copy": (stage.manager, of, series),
        "post /networks/{slug}/messages": (stage.bram, of, {"members": [stage.own.pk]}),
        "put /polls/{pk}/offer": (stage.sanne, {"pk": poll.pk}, {"options": options, "capacity": 20}),
        "post /networks/{slug}/assignments": (stage.bram, of, {"meeting": None, "readers": "members"}),
        "put /assignments/{pk}": (stage.bram, work, {"meeting": None, "readers": "members"}),
        "post /assignments/{pk}/links": (stage.bram, work, {"link": "https://bron.example/"}),
        "put /assignments/{pk}/hand-in": (stage.sanne, work, {}),
        "post /assignments/{pk}/hand-in/links": (stage.sanne, work, {"link": "https://bron.example/"}),
        "post /meetings/{pk}/links": (stage.bram, coming, {"link": "https://bron.example/"}),
        "put /meetings/{pk}/materials/{material}": (
            stage.bram,
            coming | {"material": stage.material.pk},
            {"link": "https://bron.example/", "for_guests": True},
        ),
        "post /networks/{slug}/sources": (stage.sanne, of, {"link": "https://bron.example/"}),
        "put /sources/{pk}": (stage.sanne, {"pk": stage.source.pk}, {"link": "https://bron.example/"}),
        "post /hand-ins/{pk}/comments": (stage.sanne, {"pk": stage.hand_in.pk}, {}),
        "post /networks/{slug}/support": (stage.sanne, of, {}),
        "post /support/{pk}/messages": (stage.bram, support, {}),
        "post /support/{pk}/evaluation": (stage.bram, support, {"helped": "yes"}),
    }


def refused(answer, name, where):
    """A clear sentence at each field; a body with half a character cannot be read at all."""
    problem = answer.json()
    if answer.status_code == 400:
        assert name == "half a character", where
    elif where.endswith("/check-in"):
        assert problem["detail"], where
    else:
        assert answer.status_code == 422, (name, where, answer.status_code, problem)
        assert problem["errors"], (name, where, problem)
        assert all(all(it) for it in problem["errors"].values()), (name, where, problem)
        text = STRINGS[name]
        assert "\x00" in text or not text.strip() or len(text) > 150, (name, where, problem["errors"])


def test_whatever_is_sent_is_stored_or_refused_at_the_field(stage, calls):
    description = Description()
    bodies = sorted(description.bodies(), key=lambda it: it[0] == "patch")  # the poll as it was, first
    clients = {person: Client() for person, _variables, _known in calls.values()}
    for person, client in clients.items():
        client.force_login(person)
    for name, text in STRINGS.items():
        with transaction.atomic():
            for method, path, schema in bodies:
                person, variables, known = calls[f"{method} {path}"]
                body = json.dumps(description.filled(schema, text, known))
                answer = getattr(clients[person], method)(
                    f"/api/v1{path.format(**variables)}", body, content_type="application/json"
                )
                if answer.status_code not in {200, 201, 204}:
                    refused(answer, name, path)
                elif answer.status_code != 204:
                    json.loads(answer.content)
            transaction.set_rollback(True)
