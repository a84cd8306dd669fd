"""Choosing people, schools, boards, networks and assignments: found by words, by who may choose, of what is theirs."""

import pytest
from django.forms import ModelChoiceField
from wagtail.snippets.models import get_snippet_models

from networks.models import Network
from tests.factories.assignments import AssignmentFactory
from tests.factories.networks import NetworkFactory
from tests.factories.people import BoardFactory, UserFactory

SHORT = {"Programme", "Theme", "Site", "Locale"}  # lists that stay short enough to show whole
ODD = ("x", "9" * 30, "-1", "%00")


def shown(browser, address):
    return browser.get(address).content.decode()


def test_a_person_is_found_by_words_of_the_name_in_any_order(browser_as):
    UserFactory(first_name="Wilhelmina", last_name="Aardenburg", email="w.aardenburg@school.example")
    UserFactory(first_name="Wilhelmina", last_name="Zoetermeer")

    page = shown(browser_as("administrator"), "/admin/choose/people/results/?q=aarden+wilhel")

    assert "Wilhelmina Aardenburg" in page
    assert "w.aardenburg@school.example" in page
    assert "Zoetermeer" not in page


def test_an_editor_chooses_people_without_seeing_or_searching_their_mail_addresses(browser_as):
    UserFactory(first_name="Wil", last_name="Aardenburg", email="geheim@school.example")
    browser = browser_as("editor")

    assert "geheim@" not in shown(browser, "/admin/choose/people/results/?q=Aardenburg")
    assert "Aardenburg" not in shown(browser, "/admin/choose/people/results/?q=geheim")


def test_a_closed_account_is_not_offered(browser_as):
    person = UserFactory(last_name="Aardenburg", is_active=False)
    browser = browser_as("administrator")

    assert "Aardenburg" not in shown(browser, "/admin/choose/people/results/?q=Aarden")
    assert browser.get(f"/admin/choose/people/chosen/{person.pk}/").status_code == 404


def test_a_facilitator_chooses_of_the_own_networks(browser_as, network):
    other = NetworkFactory(title="Elders")
    browser = browser_as("facilitator")

    page = shown(browser, "/admin/choose/networks/results/")

    assert "Rijke taal" in page
    assert "Elders" not in page
    assert browser.get(f"/admin/choose/networks/chosen/{other.pk}/").status_code == 404


def test_assignments_of_the_chosen_network_are_offered(browser_as, network):
    own, other = AssignmentFactory(network=network, title="Eigen"), AssignmentFactory(title="Ander")
    browser = browser_as("editor")

    page = shown(browser, f"/admin/choose/assignments/results/?network={network.pk}")

    assert own.title in page
    assert other.title not in page
    assert other.title in shown(browser, "/admin/choose/assignments/results/?network=")


@pytest.mark.parametrize("what", ["people", "networks", "assignments", "schools", "boards"])
def test_odd_input_breaks_no_chooser(what, browser_as, something):
    browser = browser_as("administrator")
    browser.raise_request_exception = False
    paths = [f"chosen/{odd}/" for odd in ODD] + [f"chosen-multiple/?id={odd}" for odd in ODD]
    paths += [f"{part}?q={odd}&p={odd}&network={odd}" for odd in ODD for part in ("", "results/")]
    paths += [f"results/?q={'woord+' * 500}", "create/"]

    statuses = {path: browser.get(f"/admin/choose/{what}/{path}").status_code for path in paths}

    assert {path: status for path, status in statuses.items() if status >= 500} == {}


def test_the_facilitators_of_a_network_are_chosen(browser_as, people, network):
    browser, address = browser_as("editor"), f"/admin/snippets/networks/network/edit/{network.pk}/"
    data = {
        "title": network.title,
        "facilitators": [people["editor"].pk, "", people["coordinator"].pk, "x", "9" * 30],
        "last_places_threshold": 3,
        "offer_hours": 72,
        "sign_up_questions-TOTAL_FORMS": 0,
        "sign_up_questions-INITIAL_FORMS": 0,
    }

    assert "Facilitator" in shown(browser, address)
    answer = browser.post(address, data)

    assert answer.status_code == 302
    assert set(Network.objects.get(pk=network.pk).facilitators.all()) == {people["editor"], people["coordinator"]}


def test_whatever_may_grow_long_is_chosen_and_not_listed(browser_as, people, network):
    browser, listed = browser_as("administrator"), []
    forms = [f"/admin/snippets/{it._meta.app_label}/{it._meta.model_name}/add/" for it in get_snippet_models()]
    forms.append(f"/admin/pages/{network.pages.get().pk}/edit/")

    for address in forms:
        answer = browser.get(address)
        fields = answer.context["form"].fields.items() if answer.status_code == 200 else ()
        rows = {name: it.queryset.model.__name__ for name, it in fields if isinstance(it, ModelChoiceField)}
        listed += [(address, it) for it in rows if rows[it] not in SHORT and f'<select name="{it}"' in answer.text]

    assert listed == []


LISTS = [
    ("/admin/snippets/networks/enrolment/", "network"),
    ("/admin/snippets/networks/series/", "network"),
    ("/admin/snippets/resources/practice/", "network"),
    ("/admin/announcements/", "network"),
    ("/admin/reports/afspraken/", "network"),
    ("/admin/snippets/schools/school/", "board"),
]


@pytest.mark.parametrize(("address", "name"), LISTS)
def test_a_list_is_narrowed_by_one_of_many_that_is_searched(address, name, browser_as, network):
    rows = NetworkFactory.create_batch(20) if name == "network" else BoardFactory.create_batch(20)
    browser = browser_as("administrator")

    page = browser.get(address)
    narrowed = browser.get(f"{address}?{name}={rows[0].pk}")

    assert f'<select name="{name}"' not in page.text
    assert "modal-workflow" in page.text, "the script that opens the list"
    assert rows[0].__class__._meta.model_name in narrowed.text
    assert narrowed.context["filters"].form.cleaned_data[name] == rows[0]


def test_few_stand_in_a_select_and_only_what_is_ones_own(browser_as, network):
    other = NetworkFactory(title="Elders")

    page = browser_as("facilitator").get("/admin/snippets/networks/enrolment/").text

    assert '<select name="network"' in page
    assert "Rijke taal" in page
    assert other.title not in page
