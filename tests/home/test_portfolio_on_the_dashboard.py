"""What a portfolio asks of its participant stands among what is asked on /mijn/."""

import pytest

from tests.factories.people import EmploymentFactory
from tests.factories.validation import case_of
from validation.models import CaseTheme

pytestmark = pytest.mark.usefixtures("home_page")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("writing", "is in de maak"),
        ("judged_done", "kan ingeleverd worden"),
        ("insufficient", "kwam terug met feedback"),
    ],
)
def test_a_theme_that_waits_for_its_participant(state, sentence, client):
    person = EmploymentFactory().person
    theme = case_of(person).themes.get()
    CaseTheme.objects.filter(pk=theme.pk).update(state=state)
    client.force_login(person)

    page = client.get("/mijn/").content.decode()

    assert sentence in page
    assert theme.url in page


def test_what_is_handed_in_waits_for_others(client):
    person = EmploymentFactory().person
    theme = case_of(person).themes.get()
    CaseTheme.objects.filter(pk=theme.pk).update(state="submitted")
    client.force_login(person)

    assert theme.url not in client.get("/mijn/").content.decode()
