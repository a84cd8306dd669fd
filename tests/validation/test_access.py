"""Who gets what answer from every route of validation: nobody but the participant, and whoever holds a link."""

import pytest
from django.test import Client
from django.urls import URLPattern

from tests.validation.conftest import signed_in
from tests.validation.portfolios import fill
from validation import services
from validation.urls import urlpatterns

pytestmark = pytest.mark.django_db
PUBLIC = {"programmes", "programme"}
FOR_ALL_SIGNED_IN = {"start", "portfolio"}
BY_LINK = {"give_feedback", "decline_feedback", "looking_along"}
MODULES = ("programmes", "cases", "themes", "sections", "competencies", "sources", "evidence", "feedback", "by_link")
ROUTES = {
    pattern.name: str(pattern.pattern)
    for pattern in urlpatterns
    if isinstance(pattern, URLPattern) and pattern.callback.__module__.rpartition(".")[2] in MODULES
}
OF_PARTICIPANT = sorted(name for name, path in ROUTES.items() if path.startswith("mijn/portfolio/<int:case>/"))


@pytest.fixture
def addresses(theme, sanne):
    """Every route of the participant's part with what is there."""
    fill(theme)
    asked = services.ask_feedback(theme=theme, by=sanne, name="Bert", email="bert@school.example")
    appendix = services.add_appendix(theme=theme, by=sanne, link="https://school.example/bijlage")
    section = theme.case.version.sections.get(key="vertrekpunt")
    along = services.let_look_along(theme=theme, by=sanne, name="Ada", email="ada@school.example", sections=[section])
    pk = {
        "source": theme.sources.first().pk,
        "evidence": theme.evidence.first().pk,
        "appendi": appendix.pk,
        "feedback": asked.pk,
        "request": asked.pk,
        "reply": asked.pk,
        "look_along": along.pk,
        "unlink": theme.links.first().pk,
    }
    found = {"case": theme.case_id, "theme": theme.pk, "key": "vertrekpunt", "number": 1, "step": "pause"}

    def address(name):
        own = next((value for key, value in pk.items() if key in name), pk["evidence"])
        path = ROUTES[name]
        for word, value in (found | {"pk": own}).items():
            for kind in ("int", "slug", "str"):
                path = path.replace(f"<{kind}:{word}>", str(value))
        return f"/{path}"

    return address


def test_every_route_is_of_one_kind():
    assert {*OF_PARTICIPANT} | PUBLIC | FOR_ALL_SIGNED_IN | BY_LINK == {*ROUTES}


@pytest.mark.parametrize("who", ["kees", "carla", "noor", "koen"])
def test_no_route_of_a_participant_opens_for_anybody_else(who, addresses, assigned, request):
    browser = signed_in(request.getfixturevalue(who))
    answers = {
        name: {browser.get(addresses(name)).status_code, browser.post(addresses(name)).status_code}
        for name in OF_PARTICIPANT
    }

    assert {name: found for name, found in answers.items() if not found <= {404, 405}} == {}


def test_a_visitor_signs_in_first(addresses):
    answers = {
        name: {Client().get(addresses(name)).status_code, Client().post(addresses(name)).status_code}
        for name in OF_PARTICIPANT
    }

    assert {name: found for name, found in answers.items() if not found <= {302, 405}} == {}


def test_the_participant_gets_no_error_anywhere(addresses, sanne):
    browser = signed_in(sanne)

    answers = {name: browser.get(addresses(name)).status_code for name in OF_PARTICIPANT}

    assert {name: status for name, status in answers.items() if status not in {200, 404, 405, 409}} == {}


def test_a_manager_reads_no_portfolio_that_is_being_written(addresses):
    from tests.factories.people import UserFactory

    browser = signed_in(UserFactory(is_superuser=True, is_staff=True))

    assert {browser.get(addresses(name)).status_code for name in OF_PARTICIPANT} <= {404, 405}
