"""The style guide: who sees it, and that no component is missing from it."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from django.test.signals import template_rendered

from tests.factories.people import UserFactory

COMPONENTS = Path(__file__).resolve().parents[2] / "core" / "templates" / "core" / "components"
GUIDE = "/stijlgids/"


@pytest.fixture
def staff(client, db):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.django_db
def test_a_visitor_may_sign_in_first(client):
    assert client.get(GUIDE)["Location"] == "/account/login/?next=/stijlgids/"


@pytest.mark.django_db
@pytest.mark.parametrize("path", [GUIDE, "/stijlgids/formulier/", "/stijlgids/vraag/"])
def test_for_somebody_without_work_in_the_admin_there_is_no_such_page(client, path):
    client.force_login(UserFactory())

    assert client.get(path).status_code == 404


@pytest.mark.parametrize(("path", "heading"), [("/stijlgids/", "Stijlgids"), ("/en/stijlgids/", "Style guide")])
def test_staff_reads_it_in_both_languages(staff, path, heading):
    assert f"<h1>{heading}</h1>" in staff.get(path).text


def test_every_component_stands_in_it(staff):
    drawn = set()

    def remember(template, **_kwargs):
        drawn.add(template.name)

    template_rendered.connect(remember)
    try:
        staff.get(GUIDE)
    finally:
        template_rendered.disconnect(remember)

    missing = {f"core/components/{path.name}" for path in COMPONENTS.glob("*.html")} - drawn
    assert missing == set(), "give each an example in core/templates/core/styleguide/"


def test_the_example_form_checks_and_keeps_what_was_typed(staff):
    page = staff.post("/stijlgids/formulier/", {"title": "Toetsen op maat", "people": "50"}).text

    assert 'class="error-summary"' in page
    assert 'value="Toetsen op maat"' in page


def test_a_script_that_sends_files_is_told_where_to_go_on(staff):
    given = {"title": "x", "question": "y", "sector": "VO", "day": "2026-09-10", "role": "leader", "agreed": "on"}
    file = SimpleUploadedFile("notes.txt", b"hello")

    answer = staff.post("/stijlgids/formulier/", given | {"file": file}, headers={"X-Requested-With": "upload"})

    assert (answer.status_code, answer["X-Go-To"]) == (204, GUIDE)


@pytest.mark.parametrize("kind", ["info", "ok", "warn", "bad", "success", "error", "unheard-of"])
def test_a_notice_knows_its_kinds_and_the_levels_of_messages(kind):
    source = "{% load core_tags %}{% notice kind %}<p>Hello</p>{% endnotice %}"

    page = engines["django"].from_string(source).render({"kind": kind})

    assert 'class="notice' in page
    assert "<p>Hello</p>" in page
