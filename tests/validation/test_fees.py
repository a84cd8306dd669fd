"""What is owed when, who may see and change it, and the file for the administration (DOMAIN.md 3)."""

import csv
from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.utils import timezone

from core.errors import InvalidInput, NotAllowed
from tests.factories.validation import case_of
from tests.validation.assessing import assess, handed_in, propose
from tests.validation.conftest import signed_in
from tests.validation.portfolios import fill
from tests.validation.talks import decided, fresh, made_sufficient, planned
from validation import services
from validation.errors import DueChanged, NotPaidYet
from validation.models import Case, Due, ProgrammeVersion
from validation.states import ThemeState

pytestmark = pytest.mark.django_db
LIST = "/mijn/coordineren/kosten/"


def owed():
    return [(it.kind, it.turn, int(it.amount)) for it in Due.objects.order_by("pk")]


@pytest.fixture
def due(case):
    return case.dues.select_related("case").get()


def note(due, carla, **facts):
    return services.keep_due(due=due, by=carla, serial=due.serial, **facts)


def assessed(submission, carla, people, outcome="sufficient"):
    """Given to these two, who find the same."""
    services.assign_assessors(theme=submission.theme, by=carla, people=people, reason="Voor de proef.")
    for person in people:
        assess(submission, person, outcome)
    first, second = people
    serial = propose(submission, first, outcome).serial
    services.agree_with_decision(submission=submission, by=second, serial=serial)


@pytest.mark.parametrize(
    ("route", "amounts"),
    [("portfolio", [("use", 40)]), ("dialogue", [("whole", 950)]), ("intake", [("whole", 2195)])],
)
def test_what_beginning_costs(route, amounts, sanne):
    case = case_of(sanne, route)

    assert [(it.kind, int(it.amount)) for it in case.dues.all()] == amounts


def test_a_theme_costs_assessing_and_a_talk(theme, carla, noor, nadia):
    planned(made_sufficient(theme, carla, [noor, nadia]), carla)

    assert owed() == [("use", 1, 40), ("assessing", 1, 450), ("talk", 1, 500)]


def test_handing_in_again_and_a_repeated_talk_cost_each_time(theme, carla, noor, nadia):
    assessed(handed_in(fill(theme)), carla, [noor, nadia], "insufficient")
    services.move_theme(theme=fresh(theme), step="revise", by=theme.case.person)
    assessed(handed_in(fresh(theme)), carla, [noor, nadia])
    decided(planned(fresh(theme), carla), [noor, nadia], "insufficient")
    planned(fresh(theme), carla, days=30)

    assert owed()[1:] == [("assessing", 1, 450), ("resubmission", 2, 200), ("talk", 1, 500), ("repeated_talk", 2, 500)]


def test_what_was_taken_back_or_called_off_is_not_owed(theme, carla, noor, nadia):
    own, person = handed_in(fill(theme)).theme, theme.case.person
    services.take_back(theme=own, by=person)
    assert owed() == [("use", 1, 40)]
    assessed(services.submit_theme(theme=fresh(theme), by=person), carla, [noor, nadia])
    talk = planned(fresh(theme), carla)
    assert ("talk", 1, 500) in owed()
    services.cancel_talk(talk=talk, by=carla, reason="Ziek.")

    assert owed() == [("use", 1, 40), ("assessing", 1, 450)]


def test_who_withdraws_while_it_is_assessed_still_owes_it(theme, carla, noor, nadia):
    submission = handed_in(fill(theme))
    services.assign_assessors(theme=submission.theme, by=carla, people=[noor, nadia], reason="Voor de proef.")
    services.move_theme(theme=fresh(theme), step="withdraw", by=theme.case.person)

    assert ("assessing", 1, 450) in owed()


def test_who_withdraws_before_anybody_began_owes_nothing_for_it(theme):
    handed_in(fill(theme))
    services.move_theme(theme=fresh(theme), step="withdraw", by=theme.case.person)

    assert owed() == [("use", 1, 40)]


def test_what_was_invoiced_stays_whatever_happens(theme, carla):
    submission = handed_in(fill(theme))
    note(Due.objects.select_related("case").get(kind="assessing"), carla, invoice_number="F-1")
    services.take_back(theme=submission.theme, by=theme.case.person)

    assert ("assessing", 1, 450) in owed()


def test_nothing_waits_for_payment_unless_the_programme_says_so(theme, carla, noor, nadia):
    submission = handed_in(fill(theme))
    ProgrammeVersion.objects.update(pays_first=True)
    theme = fresh(theme)

    with pytest.raises(NotPaidYet):
        services.assign_assessors(theme=theme, by=carla, people=[noor, nadia], reason="Proef.")
    for due in Due.objects.select_related("case"):
        note(due, carla, paid_on=timezone.localdate())
    services.assign_assessors(theme=fresh(submission.theme), by=carla, people=[noor, nadia], reason="Proef.")

    assert fresh(theme).state == ThemeState.ASSESSING


def test_each_standing_is_found(case, carla, due):
    today = timezone.localdate()
    for facts, standing in [
        ({}, "open"),
        ({"invoice_number": "F-2026-1", "invoiced_on": today}, "invoiced"),
        ({"paid_on": today}, "paid"),
        ({"paid_on": None, "waived_reason": "Pilot"}, "waived"),
    ]:
        due = note(due, carla, **facts)
        assert due.standing == standing
        assert [it for it in ("open", "invoiced", "paid", "waived") if Due.objects.standing(it).exists()] == [standing]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"paid_on": timezone.localdate() + timedelta(days=2)}, "paid_on"),
        ({"invoiced_on": timezone.localdate() + timedelta(days=2)}, "invoiced_on"),
        ({"paid_on": timezone.localdate(), "waived_reason": "Pilot"}, "waived_reason"),
        ({"invoice_number": "9" * 51}, "invoice_number"),
        ({"purchase_number": "a\x00"}, "purchase_number"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(facts, field, due, carla):
    with pytest.raises(InvalidInput) as refused:
        note(due, carla, **facts)

    assert list(refused.value.errors) == [field]
    assert Due.objects.get().is_untouched


def test_two_coordinators_do_not_cover_each_other(due, carla):
    note(due, carla, invoice_number="F-1")

    with pytest.raises(DueChanged):
        note(due, carla, invoice_number="F-2")
    assert Due.objects.get().invoice_number == "F-1"


@pytest.mark.parametrize("who", ["sanne", "noor", "kees", "third"])
def test_only_who_coordinates_comes_here(who, due, request):
    person = request.getfixturevalue(who)
    browser = signed_in(person)

    assert browser.get(LIST).status_code == 404
    assert browser.get(f"{LIST}?format=csv").status_code == 404
    assert browser.post(f"{LIST}{due.pk}/", {"serial": 0, "paid_on": "2026-01-01"}).status_code == 404
    with pytest.raises(NotAllowed):
        note(due, person, invoice_number="F-1")


def test_nobody_settles_the_own_costs(carla, programme):
    own = case_of(carla).dues.select_related("case").get()

    assert signed_in(carla).get(f"{LIST}{own.pk}/").status_code == 404
    with pytest.raises(NotAllowed):
        note(own, carla, waived_reason="Ik mag dat.")


def test_the_coordinator_notes_the_invoice_and_the_payment(due, carla, sanne):
    browser, path = signed_in(carla), f"{LIST}{due.pk}/"
    typed = {"serial": 0, "purchase_number": "PO-7", "invoice_number": "F-9", "invoiced_on": "2026-02-01"}

    late = browser.post(path, typed | {"paid_on": "2999-01-01"})
    assert late.status_code == 422
    assert "PO-7" in late.text
    assert browser.post(path, typed | {"paid_on": "2026-02-20"}).status_code == 302
    clash = browser.post(path, typed | {"invoice_number": "F-10"})
    assert clash.status_code == 422
    assert 'value="F-10"' in clash.text
    assert 'name="serial" value="1"' in clash.text

    assert Case.objects.get().purchase_number == "PO-7"
    page = signed_in(sanne).get(f"/mijn/portfolio/{due.case_id}/").text
    assert "Betaald" in page
    assert "20 februari 2026" in page


def test_the_administration_gets_a_file(due, carla, case):
    note(due, carla, invoice_number="=1+1")

    answer = signed_in(carla).get(f"{LIST}?format=csv&standing=invoiced")
    heading, row = csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")

    assert len(heading) == len(row)
    assert row[0] == case.person.name
    assert Decimal(row[heading.index("Bedrag in euro")]) == 40
    assert row[heading.index("Factuurnummer")] == "'=1+1"


def test_the_list_asks_as_much_for_many_as_for_few(carla, sanne, kees, django_assert_max_num_queries):
    browser = signed_in(carla)
    case_of(sanne)
    browser.get(LIST)
    for person in (kees,):
        case_of(person, themes=2)
    with django_assert_max_num_queries(14):
        assert browser.get(LIST).text.count("<tr>") == 3
    assert "Niets gevonden" in browser.get(f"{LIST}?standing=paid").text
    assert browser.get(f"{LIST}?standing=x&programme=%00&page=x").status_code == 200
