"""Programmes, versions, roles and cases in the workplace."""

import pytest
from django.contrib.auth.models import Group

from tests.factories.people import UserFactory
from tests.factories.validation import ProgrammeRoleFactory, version_of
from tests.validation.conftest import signed_in
from validation.models import ProgrammeRole
from validation.services import draft_version

pytestmark = pytest.mark.django_db
LISTS = "/admin/snippets/validation/"


@pytest.fixture
def coordinator(programme):
    """In the group, and coordinating the portfolio's programme."""
    person = ProgrammeRoleFactory(programme=programme, person__first_name="Carla").person
    person.groups.add(Group.objects.get(name="Coördinatie"))
    return signed_in(person)


@pytest.mark.parametrize("page", ["case/", "programme/", "programmeversion/", "programmerole/", "programmerole/add/"])
def test_a_coordinator_opens_every_list(page, coordinator, case):
    assert coordinator.get(LISTS + page).status_code == 200


def test_a_coordinator_sees_the_cases_of_the_own_programme_without_their_texts(coordinator, case):
    page = coordinator.get(f"{LISTS}case/").content.decode()

    assert case.person.last_name in page
    assert coordinator.get(f"{LISTS}case/inspect/{case.pk}/").status_code == 200
    stranger = UserFactory()
    stranger.groups.add(Group.objects.get(name="Redactie"))
    assert signed_in(stranger).get(f"{LISTS}case/inspect/{case.pk}/").status_code != 200


def test_the_next_version_begins_as_a_copy(coordinator, programme):
    address = f"/admin/validering/{programme.pk}/nieuwe-versie/"
    assert coordinator.get(address).status_code == 200
    assert programme.versions.count() == 1

    answer = coordinator.post(address)

    draft = programme.versions.get(published_at=None)
    assert answer.url == f"{LISTS}programmeversion/edit/{draft.pk}/"
    assert coordinator.get(answer.url).status_code == 200
    assert coordinator.post(address).url == answer.url


def test_only_who_keeps_rules_makes_a_version(programme):
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name="Redactie"))

    assert signed_in(editor).post(f"/admin/validering/{programme.pk}/nieuwe-versie/").status_code == 403
    assert programme.versions.count() == 1


def test_a_published_version_is_only_looked_at(coordinator):
    version = version_of()

    answer = coordinator.get(f"{LISTS}programmeversion/edit/{version.pk}/")

    assert answer.url == f"{LISTS}programmeversion/inspect/{version.pk}/"
    assert coordinator.post(f"{LISTS}programmeversion/edit/{version.pk}/", {"summary": "Anders"}).url == answer.url
    version.refresh_from_db()
    assert version.summary != "Anders"


def fields_of(page):
    """What a browser would send of the form that it got."""
    form = page.context["form"]
    data = {}
    for one in [form, *every_form(form)]:
        for field in one:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = value
    for formset in every_formset(form):
        for field in formset.management_form:
            data[field.html_name] = field.value()
    return data


def every_formset(form):
    for formset in form.formsets.values():
        yield formset
        for one in formset.forms:
            if hasattr(one, "formsets"):
                yield from every_formset(one)


def every_form(form):
    for formset in every_formset(form):
        yield from formset.forms


def test_a_draft_is_changed_and_published(coordinator, programme):
    draft = draft_version(programme=programme)
    address = f"{LISTS}programmeversion/edit/{draft.pk}/"
    data = fields_of(coordinator.get(address))
    changed = next(name for name, value in data.items() if name.endswith("-number") and value == 3000)

    answer = coordinator.post(address, data | {changed: 2800, "publish": "on"})

    assert answer.status_code == 302, answer.context["form"].errors
    draft.refresh_from_db()
    assert not draft.is_draft
    assert draft.requirements.get(kind="words_max").number == 2800
    assert draft.competencies.count() == version_of().competencies.count()


def test_the_statements_of_the_scan_are_changed_with_their_competency(db):
    version = version_of("intake")
    browser = signed_in(UserFactory(is_superuser=True, is_staff=True))
    draft = draft_version(programme=version.programme)
    address = f"{LISTS}programmeversion/edit/{draft.pk}/"
    data = fields_of(browser.get(address))
    changed = next(name for name, value in data.items() if value == "Doet wat is toegezegd.")

    answer = browser.post(address, data | {changed: "Komt afspraken na."})

    assert answer.status_code == 302, answer.context["form"].errors
    assert draft.scan_questions.filter(title="Komt afspraken na.").count() == 1
    assert draft.scan_questions.count() == version.scan_questions.count()
    assert len(data) > 700


def test_somebody_is_given_a_task(coordinator, programme, kees):
    facts = {"programme": programme.pk, "person": kees.pk, "role": "assessor", "since": "2026-01-01"}

    assert coordinator.post(f"{LISTS}programmerole/add/", facts).status_code == 302

    assert ProgrammeRole.objects.running().get(person=kees).role == "assessor"
