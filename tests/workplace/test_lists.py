"""Lists and reports: what they hold, what they export, and odd input."""

import pytest

from networks.models import Enrolment
from schools.models import Employment
from tests.factories.networks import EnrolmentFactory
from tests.workplace.test_access import TABLE, filled

ODD = ("?p=0", "?p=x&q=%00&ordering=x", f"?p={'9' * 30}&state=x&network=x&themes=x", "?export=csv", "?export=xlsx")
BULK = "/admin/bulk/networks/enrolment/"


def test_nothing_breaks_on_odd_input_or_an_export(browser_as, something):
    something["networks/network"].title = "=1+1 \x07"
    something["networks/network"].save()
    browser = browser_as("administrator")
    browser.raise_request_exception = False
    addresses = [filled(address, something) for address in TABLE]

    broken = [at + odd for at in addresses for odd in ODD if browser.get(at + odd).status_code >= 500]
    broken += [at for at in addresses if browser.post(at, {"x": "\x00"}).status_code >= 500]
    broken += [
        at for at in (f"{BULK}accept/?id=x", f"{BULK}decline/?id={'9' * 30}") if browser.get(at).status_code >= 500
    ]

    assert broken == []


def test_an_export_holds_no_formula(browser_as, network):
    network.title = '=HYPERLINK("https://elsewhere.example")'
    network.save()

    answer = browser_as("administrator").get("/admin/reports/deelname/?export=csv")

    assert "\n\"'=HYPERLINK" in b"".join(answer).decode()


@pytest.mark.parametrize("role", ["facilitator", "administrator"])
def test_sign_ups_are_accepted_through_the_service(role, browser_as, people, request_to_join):
    answer = browser_as(role).post(f"{BULK}accept/?id={request_to_join.pk}")

    request_to_join.refresh_from_db()
    assert answer.status_code == 302
    assert (request_to_join.state, request_to_join.decided_by) == (Enrolment.State.ACCEPTED, people[role])


def test_declining_asks_for_a_reason(browser_as, request_to_join):
    browser, address = browser_as("administrator"), f"{BULK}decline/?id={request_to_join.pk}"

    assert browser.post(address, {"reason": ""}).status_code == 200
    browser.post(address, {"reason": "Voor mbo-scholen."})

    request_to_join.refresh_from_db()
    assert (request_to_join.state, request_to_join.decline_reason) == (Enrolment.State.DECLINED, "Voor mbo-scholen.")


def test_an_editor_decides_on_no_sign_up(browser_as, request_to_join):
    browser_as("editor").post(f"{BULK}accept/?id={request_to_join.pk}")

    request_to_join.refresh_from_db()
    assert request_to_join.state == Enrolment.State.REQUESTED


def test_what_is_in_use_stays(browser_as, network, request_to_join):
    browser_as("administrator").post(f"/admin/bulk/networks/network/delete/?id={network.pk}")
    browser_as("administrator").post(f"/admin/snippets/networks/network/delete/{network.pk}/")

    network.refresh_from_db()


def test_an_employment_begins_and_ends_by_the_services(browser_as, people, something):
    browser, school = browser_as("administrator"), something["schools/school"]
    address = "/admin/snippets/schools/employment/"

    browser.post(f"{address}add/", {"person": people["editor"].pk, "school": school.pk, "job": "Rector"})
    made = Employment.objects.get(person=people["editor"])
    browser.post(f"{address}delete/{something['schools/employment'].pk}/")

    assert made.started_on is not None
    assert Employment.objects.filter(pk=something["schools/employment"].pk, ended_on__isnull=False).exists()


def test_the_first_page_asks_as_much_for_many_as_for_few(browser_as, network, something, django_assert_max_num_queries):
    browser = browser_as("administrator")
    browser.get("/admin/")
    EnrolmentFactory.create_batch(5, network=network, state=Enrolment.State.REQUESTED)

    with django_assert_max_num_queries(40):
        text = browser.get("/admin/").content.decode()

    assert "Aanmeldingen om over te beslissen" in text
    assert "Netwerken die bijna vol zijn" in text
