"""From a change by an editor to a page that everybody reads: submitted, returned with a reason, submitted, approved."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import HomePage, StandardPage
from tests.factories.pages import publish


@pytest.fixture
def page(people):
    home = HomePage.objects.get(locale__language_code="nl")
    return publish(home, StandardPage(title="Over ons", slug="over-ons", lead="Kort.", locale=home.locale))


def save(browser, page, action, **changes):
    """Send the editor's form as the browser would, with one of its buttons."""
    data = {"title": page.title, "slug": page.slug, "lead": page.lead, "comments": {**COMMENTS}} | changes
    data |= {"body": streamfield([("text", rich_text("<p>Wij leren samen.</p>"))]), action: "1"}
    return browser.post(f"/admin/pages/{page.pk}/edit/", nested_form_data(data))


COMMENTS = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""}


def decide(browser, page, action, comment=""):
    task = Page.objects.get(pk=page.pk).current_workflow_task_state
    return browser.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task.pk]), {"comment": comment}
    )


def mails_to(person):
    return [it.subject for it in mail.outbox if person.email in it.to]


def test_a_change_goes_to_administrators_back_to_its_editor_and_at_last_to_everybody(
    client, browser_as, people, page, django_capture_on_commit_callbacks
):
    editor, administrator = browser_as("editor"), browser_as("administrator")

    with django_capture_on_commit_callbacks(execute=True):
        save(editor, page, "action-submit", lead="Nieuw.")
        decide(administrator, page, "reject", "Noem ook de scholen.")
    assert "Nieuw." not in client.get("/over-ons/").content.decode()
    assert len(mails_to(people["administrator"])) >= 1
    assert "Noem ook de scholen." in "".join(it.body for it in mail.outbox if people["editor"].email in it.to)

    with django_capture_on_commit_callbacks(execute=True):
        save(editor, page, "action-submit", lead="Met de scholen.")
        decide(administrator, page, "approve")
    assert "Met de scholen." in client.get("/over-ons/").content.decode()
    assert len(mails_to(people["editor"])) == 2


def test_an_editor_cannot_approve_the_own_change(browser_as, page):
    editor = browser_as("editor")
    save(editor, page, "action-submit", lead="Nieuw.")

    decide(editor, page, "approve")

    page.refresh_from_db()
    assert page.lead == "Kort."
