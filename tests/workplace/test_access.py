"""Who gets which page of the workplace: role × address × status."""

import pytest

from tests.factories.networks import EnrolmentFactory, NetworkFactory
from tests.factories.resources import PracticeFactory

SNIPPETS = "/admin/snippets/"
ROLES = ("visitor", "school leader", "facilitator", "editor", "coordinator", "administrator")
ABSENT = 404
IN, NO = 200, 302  # Wagtail sends who may not come here back to its first page, or to sign in

# address: status for each role, in the order of ROLES
TABLE = {
    "/admin/": (NO, NO, IN, IN, IN, IN),
    "/admin/pages/": (NO, NO, IN, IN, NO, IN),
    "/admin/images/": (NO, NO, IN, IN, NO, IN),
    "/admin/announcements/": (NO, NO, IN, IN, NO, IN),
    f"{SNIPPETS}networks/network/": (NO, NO, NO, IN, IN, IN),
    f"{SNIPPETS}networks/network/edit/networks/network/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}networks/series/": (NO, NO, NO, IN, IN, IN),
    f"{SNIPPETS}networks/series/edit/networks/series/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}networks/enrolment/": (NO, NO, IN, NO, NO, IN),
    f"{SNIPPETS}networks/enrolment/inspect/networks/enrolment/": (NO, NO, IN, ABSENT, ABSENT, IN),
    f"{SNIPPETS}networks/enrolment/edit/networks/enrolment/": (NO, NO, NO, NO, NO, NO),
    f"{SNIPPETS}networks/enrolment/add/": (NO, NO, NO, NO, NO, NO),
    f"{SNIPPETS}networks/enrolment/delete/networks/enrolment/": (NO, NO, NO, NO, NO, NO),
    f"{SNIPPETS}networks/schoolholiday/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}networks/theme/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}networks/theme/edit/networks/theme/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}resources/practice/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}resources/practice/edit/resources/practice/": (NO, NO, NO, NO, NO, NO),
    f"{SNIPPETS}resources/collection/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}resources/collection/edit/resources/collection/": (NO, NO, NO, IN, NO, IN),
    "/admin/choose/practices/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}taggit/tag/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}taggit/tag/edit/taggit/tag/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}search/synonymgroup/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}search/synonymgroup/edit/search/synonymgroup/": (NO, NO, NO, IN, NO, IN),
    f"{SNIPPETS}schools/school/": (NO, NO, NO, NO, IN, IN),
    f"{SNIPPETS}schools/school/edit/schools/school/": (NO, NO, NO, NO, NO, IN),
    f"{SNIPPETS}schools/board/": (NO, NO, NO, NO, IN, IN),
    f"{SNIPPETS}schools/employment/": (NO, NO, NO, NO, NO, IN),
    f"{SNIPPETS}schools/employment/add/": (NO, NO, NO, NO, NO, IN),
    f"{SNIPPETS}schools/employment/edit/schools/employment/": (NO, NO, NO, NO, NO, NO),
    "/admin/users/": (NO, NO, NO, NO, NO, IN),
    "/admin/users/new/": (NO, NO, NO, NO, NO, IN),
    "/admin/groups/": (NO, NO, NO, NO, NO, NO),
    "/admin/choose/people/": (NO, NO, NO, IN, IN, IN),
    "/admin/choose/networks/": (NO, NO, IN, IN, IN, IN),
    "/admin/choose/assignments/": (NO, NO, NO, IN, NO, IN),
    "/admin/choose/schools/": (NO, NO, NO, NO, NO, IN),
    "/admin/choose/boards/": (NO, NO, NO, NO, IN, IN),
    "/admin/snippets/choose/networks/enrolment/": (NO, NO, ABSENT, ABSENT, ABSENT, ABSENT),
    "/admin/reports/deelname/": (NO, NO, IN, IN, IN, IN),
    "/admin/reports/afspraken/": (NO, NO, IN, NO, NO, IN),
    "/admin/reports/praktijkvoorbeelden/": (NO, NO, IN, IN, NO, IN),
    "/admin/reports/zonder-resultaat/": (NO, NO, NO, IN, NO, IN),
}


def filled(address, something):
    """The address with the key of the thing that its end names."""
    for model, thing in something.items():
        if address.endswith(f"/{model}/") and address.count(model) == 2:
            return address.removesuffix(f"{model}/") + f"{thing.pk}/"
    return address


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_its_own_part(role, browser_as, something):
    browser = browser_as(role)

    answered = {address: browser.get(filled(address, something)).status_code for address in TABLE}

    assert answered == {address: statuses[ROLES.index(role)] for address, statuses in TABLE.items()}


def test_a_facilitator_sees_only_the_own_sign_ups(browser_as, something):
    elsewhere = EnrolmentFactory(person__last_name="Elders")
    browser = browser_as("facilitator")

    assert "Elders" not in browser.get(f"{SNIPPETS}networks/enrolment/").content.decode()
    assert browser.get(f"{SNIPPETS}networks/enrolment/inspect/{elsewhere.pk}/").status_code == 404


def test_a_facilitator_writes_only_the_own_announcements(browser_as, network):
    other = NetworkFactory()
    browser = browser_as("facilitator")

    assert browser.get(f"/admin/pages/{network.pages.get().pk}/edit/").status_code == 200
    assert browser.get(f"/admin/pages/{other.pages.get().pk}/edit/").status_code == 302
    assert browser.get(f"/admin/pages/{network.pages.get().get_parent().pk}/edit/").status_code == 302


def test_an_editor_submits_and_an_administrator_publishes(browser_as, network):
    address = f"/admin/pages/{network.pages.get().pk}/edit/"
    buttons = {role: browser_as(role).get(address).content.decode() for role in ("editor", "administrator")}

    assert 'name="action-submit"' in buttons["editor"]
    assert 'name="action-publish"' not in buttons["editor"]
    assert 'name="action-publish"' in buttons["administrator"]


def test_an_administrator_opens_each_practice_of_the_list(browser_as, people):
    practice = PracticeFactory(network=None, state="submitted")

    assert browser_as("administrator").get(practice.get_absolute_url()).status_code == 200


def test_only_who_oversees_sign_ups_is_led_to_them(browser_as, network):
    led = {role: "enrolment/?network=" in browser_as(role).get(f"{SNIPPETS}networks/network/").content.decode()
           for role in ("editor", "coordinator", "administrator")}  # fmt: skip

    assert led == {"editor": False, "coordinator": False, "administrator": True}
