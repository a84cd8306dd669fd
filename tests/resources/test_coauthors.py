"""Authors together: who is asked, who agrees, and what each may."""

import pytest
from django.urls import reverse

from accounts.erasure import erase_account
from core.errors import InvalidInput, NotAllowed, NotFound
from networks.obligations import ledger
from resources import services
from resources.coauthors.services import answer_invitation, invite_coauthor, remove_coauthor
from resources.errors import OwnPractice
from resources.models import CoAuthor, Practice, PracticeEvent
from tests.resources.conftest import anew, browser_of
from tests.resources.test_services import told


@pytest.fixture
def along(draft, sanne, tom):
    asked = invite_coauthor(practice=draft, person=tom, by=sanne)
    return answer_invitation(coauthor=asked, by=tom, agrees=True)


def test_nobody_is_named_before_agreeing(draft, sanne, tom):
    asked = invite_coauthor(practice=draft, person=tom, by=sanne)
    assert told(tom) == ["coauthor.asked"]
    assert anew(draft).author_names == sanne.name
    with pytest.raises(NotAllowed):
        services.update_practice(practice=draft, by=tom, title="Te vroeg")

    answer_invitation(coauthor=asked, by=tom, agrees=True)
    assert anew(draft).author_names == f"{sanne.name} en {tom.name}"
    assert told(sanne) == ["coauthor.agreed"]


def test_who_agreed_writes_along_and_never_reviews(draft, along, tom, sanne, network):
    services.update_practice(practice=draft, by=tom, title="Samen geschreven")
    assert not PracticeEvent.objects.filter(kind="changed").exists()
    assert Practice.objects.written_by(tom).get().title == "Samen geschreven"

    network.facilitators.add(tom)
    services.submit_practice(practice=draft, by=tom)
    with pytest.raises(OwnPractice):
        services.review_practice(practice=draft, by=tom, decision="publish")
    assert not Practice.objects.to_review(tom).exists()


def test_the_pages_lead_nobody_to_what_is_not_for_them(draft, along, sanne, tom):
    own, edit = reverse("resources:own"), reverse("resources:edit", args=[draft.slug])
    leads_to = {
        (person, name): reverse(f"resources:{name}", args=[draft.slug]) in browser_of(person).get(edit).text
        for person in (sanne, tom)
        for name in ("coauthors", "withdraw", "write_along")
    }

    assert {name for (person, name), leads in leads_to.items() if leads and person == sanne} == {
        "coauthors",
        "withdraw",
    }
    assert {name for (person, name), leads in leads_to.items() if leads and person == tom} == {"write_along"}
    assert reverse("resources:write_along", args=[draft.slug]) in browser_of(tom).get(own).text


def test_both_have_shared(draft, along, tom, bram, sanne):
    services.submit_practice(practice=draft, by=sanne)
    services.review_practice(practice=draft, by=bram, decision="publish")

    enrolment = tom.enrolments.get()
    assert {it.kind: it.state for it in ledger([enrolment])[enrolment.pk]}["sharing"] == "done"
    page = browser_of().get(draft.get_absolute_url()).content.decode()
    assert page.count(tom.name) >= 2  # above the text, and in the citation


def test_who_leaves_is_named_no_more(draft, along, tom, sanne):
    browser_of(tom).post(reverse("resources:write_along", args=[draft.slug]), {"answer": "no"})

    assert anew(draft).author_names == sanne.name
    assert browser_of(tom).get(f"{draft.get_absolute_url()}bewerken/").status_code == 404


def test_no_is_kept_however_often_it_is_said(draft, sanne, tom):
    asked = invite_coauthor(practice=draft, person=tom, by=sanne)
    browser, address = browser_of(tom), reverse("resources:write_along", args=[draft.slug])

    answers = [browser.post(address, {"answer": answer}).url for answer in ("no", "no", "yes")]

    assert answers == [reverse("resources:own")] * 3
    asked.refresh_from_db()
    assert asked.state == CoAuthor.State.DECLINED
    assert browser.get(address).status_code == 404


def test_a_question_that_was_taken_back_meanwhile_is_not_there(draft, sanne, tom):
    asked = invite_coauthor(practice=draft, person=tom, by=sanne)
    CoAuthor.objects.all().delete()

    with pytest.raises(NotFound):
        answer_invitation(coauthor=asked, by=tom, agrees=True)


def test_what_a_contributor_leaves_goes_to_who_wrote_along(draft, along, published, sanne, tom):
    erase_account(person=sanne)

    assert anew(draft).contributor == tom
    assert anew(draft).author_names == tom.name
    assert anew(published).contributor == sanne


def test_only_people_one_knows_are_asked(draft, sanne, kees, tom):
    with pytest.raises(InvalidInput):
        invite_coauthor(practice=draft, person=kees, by=sanne)
    with pytest.raises(NotAllowed):
        invite_coauthor(practice=draft, person=tom, by=tom)


def test_taking_somebody_off(draft, along, sanne):
    remove_coauthor(coauthor=along, by=sanne)

    assert not CoAuthor.objects.exists()


@pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("outsider", 404), ("participant", 404)])
def test_the_question_is_for_who_is_asked(draft, client_as, role, status):
    assert client_as(role).get(f"{draft.get_absolute_url()}meeschrijven/").status_code == status
