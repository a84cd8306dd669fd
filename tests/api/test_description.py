"""The API answers as its description says, also to nonsense; and never with a 500."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from accounts.services import create_api_token
from config.api import api
from config.wsgi import application

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

schema = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1/"))
schema.app = application
quick = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def one_connection():
    """Keep the test's transaction open from one call to the next, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def callers(db, demo_network):
    """The headers of a visitor and of people with a role in the network that the nonsense is thrown at."""
    people = [demo_network[role] for role in ("sanne", "beheer")]
    tokens = [create_api_token(person=person, label="test") for person in people]
    return [{}] + [{"Authorization": f"Bearer {token}"} for token in tokens]


@schema.parametrize()
@quick
def test_everybody_gets_what_the_description_says(case, callers):
    """A visitor, a member and an administrator ask the same: making up a question costs more than asking it."""
    for headers in callers:
        case.call_and_validate(checks=CHECKS, headers=headers)
