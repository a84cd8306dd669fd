"""The API answers as its description says, also to nonsense; and never with a 500."""

from itertools import chain, cycle

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
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
from tests.api.conftest import build_network

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


@pytest.fixture(scope="module")
def headers(django_db_setup, django_db_blocker):
    """The headers of a visitor and of people with a role in the network that the nonsense is thrown at."""
    with django_db_blocker.unblock(), transaction.atomic():
        network = build_network()
        tokens = [create_api_token(person=network[role], label="test") for role in ("sanne", "beheer")]
        yield [{"Authorization": f"Bearer {token}"} for token in reversed(tokens)] + [{}]
        transaction.set_rollback(True)


@pytest.fixture
def callers(headers, db):
    return chain([headers], ([it] for it in cycle(headers)))


@schema.parametrize()
@quick
def test_everybody_gets_what_the_description_says(case, callers):
    """An administrator, a member and a visitor all ask the first case, and the dozens after it in turn."""
    for headers in next(callers):
        case.call_and_validate(checks=CHECKS, headers=headers)
