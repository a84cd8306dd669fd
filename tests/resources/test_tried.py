"""Tried at our school: reported by leaders, read by reviewers, then by everybody."""

import pytest

from accounts.erasure import erase_account
from core.errors import InvalidInput, NotAllowed, NotFound, VersionConflict
from notifications.models import Notification
from resources import services as services_of_practices
from resources.models import CoAuthor, Objection, Trial
from resources.tried import personal, services
from schools.models import School
from search.services import search
from tests.factories.people import EmploymentFactory, SchoolFactory
from tests.factories.resources import PracticeFactory, TrialFactory
from tests.resources.conftest import Caller, browser_of

pytestmark = pytest.mark.django_db
WORDS = "Leerlingen vroegen zelf om feedback."


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def school_of(person):
    return School.objects.of(person).first()


def report(practice, by, **changes):
    told_of_it = {"school": school_of(by), "result": WORDS, "again": "yes"} | changes
    return services.report_trial(practice=practice, by=by, **told_of_it)


def publish(trial, by):
    return services.judge_trial(trial=trial, by=by, decision="publish")


def address(practice):
    return f"/praktijkvoorbeelden/{practice.slug}/uitgeprobeerd/"


def test_from_a_form_to_the_page(published, kees, noor, sanne):
    form = {"school": school_of(kees).pk, "result": WORDS, "again": "otherwise", "context": "Twee klassen."}
    answer = browser_of(kees).post(address(published), form)

    assert answer.status_code == 302
    assert WORDS not in browser_of().get(published.get_absolute_url()).text
    assert told(noor) == ["trial.waiting"]
    trial = Trial.objects.get()
    assert WORDS in browser_of(noor).get(trial.judge_url).text
    assert published.title in browser_of(noor).get("/praktijkvoorbeelden/uitgeprobeerd/").text

    browser_of(noor).post(trial.judge_url, {"decision": "publish", "version": trial.version})
    page = browser_of().get(published.get_absolute_url()).text
    assert WORDS in page
    assert "Uitgeprobeerd op 1 school" in page
    assert (told(kees), told(sanne)) == (["trial.published"], ["trial.tried"])


def test_declined_with_a_reason_and_better_the_second_time(published, kees, noor, sanne):
    trial = report(published, kees)
    with pytest.raises(InvalidInput) as refused:
        services.judge_trial(trial=trial, by=noor, decision="decline")
    assert list(refused.value.errors) == ["reason"]

    services.judge_trial(trial=trial, by=noor, decision="decline", reason="Noem geen namen.")
    assert told(kees) == ["trial.declined"]
    assert told(sanne) == []
    assert "Noem geen namen." in browser_of(kees).get(address(published)).text

    again = report(published, kees, result="Zonder namen.")
    assert (again.pk, again.state, again.version) == (trial.pk, "waiting", 2)
    with pytest.raises(VersionConflict):
        services.judge_trial(trial=again, by=noor, decision="publish", version=1)


def test_a_report_that_was_taken_back_meanwhile_is_not_there(published, kees, noor):
    trial = report(published, kees)
    services.take_back(practice=published, by=kees)

    with pytest.raises(NotFound):
        services.judge_trial(trial=trial, by=noor, decision="publish")


@pytest.mark.parametrize("became", ["withdrawn", "written along"])
def test_a_report_is_taken_back_whatever_became_of_the_practice(published, kees, noor, sanne, became):
    publish(report(published, kees), noor)
    if became == "withdrawn":
        services_of_practices.withdraw_practice(practice=published, by=sanne)
        services_of_practices.update_practice(practice=published, by=sanne, title="Nog geheim")
    else:
        CoAuthor.objects.create(practice=published, person=kees, state="agreed")
    browser, place = browser_of(kees), f"{address(published)}terugnemen/"
    assert place in browser.get(published.get_absolute_url()).text

    question = browser.get(place)
    assert question.status_code == 200
    assert "Nog geheim" not in question.text
    assert browser.post(place, follow=True).status_code == 200
    assert not Trial.objects.exists()
    assert place not in browser.get(published.get_absolute_url()).text
    assert browser.post(place).status_code == (404 if became == "withdrawn" else 302)


def test_by_programs_too(published, kees, tom, sanne):
    report(published, kees)
    services_of_practices.withdraw_practice(practice=published, by=sanne)
    path = f"practices/{published.pk}/trials/mine"

    assert Caller(tom)("delete", path).status_code == 404
    assert Caller(kees)("delete", path).status_code == 204
    assert not Trial.objects.exists()


def test_a_change_of_what_is_published_waits_anew(published, kees, noor):
    publish(report(published, kees), noor)
    report(published, kees, result="Bij nader inzien ging het minder goed.")

    assert "nader inzien" not in browser_of().get(published.get_absolute_url()).text
    assert tried(published) == 0
    publish(Trial.objects.get(), noor)
    assert tried(published) == 1
    report(published, kees, result="Bij nader inzien ging het minder goed.")
    assert tried(published) == 1, "the same again changes nothing"


def test_taken_back_it_is_gone(published, kees, noor):
    publish(report(published, kees), noor)
    client = browser_of(kees)

    assert client.get(f"{address(published)}terugnemen/").status_code == 200
    for _press in range(2):
        assert client.post(f"{address(published)}terugnemen/").status_code == 302
    assert not Trial.objects.exists()
    assert tried(published) == 0


def test_who_may_not(published, draft, sanne, kees, tom, bram, stranger):
    own = EmploymentFactory(person=sanne).school
    with pytest.raises(NotAllowed):
        report(published, sanne, school=own)
    with pytest.raises(NotAllowed):
        report(draft, kees)
    with pytest.raises(InvalidInput):
        report(published, kees, school=SchoolFactory())
    trial = report(published, tom)
    for person in (sanne, tom, kees, stranger):
        with pytest.raises(NotAllowed):
            services.judge_trial(trial=trial, by=person, decision="publish")
        assert browser_of(person).get(trial.judge_url).status_code == 404
    assert publish(trial, bram).is_published


def test_a_visitor_signs_in_and_comes_back(published):
    answer = browser_of().get(address(published))

    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?next={address(published)}")


@pytest.mark.parametrize("missing", ["result", "again"])
def test_a_gap_in_the_form_is_named_and_the_rest_kept(published, kees, missing):
    form = {"school": school_of(kees).pk, "result": WORDS, "again": "yes", "context": "Twee klassen."}
    answer = browser_of(kees).post(address(published), form | {missing: ""})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [missing]
    assert "Twee klassen." in answer.text


def test_without_a_school_it_is_said_first(published, noor):
    assert "Vertel eerst waar u werkt" in browser_of(noor).get(address(published)).text


def test_somebody_complains_and_it_is_looked_at_once(published, kees, tom, noor, bram):
    trial = publish(report(published, kees), noor)
    client = browser_of(tom)
    for _press in range(2):
        client.post(f"/praktijkvoorbeelden/uitgeprobeerd/{trial.pk}/melden/", {"text": "Hier staat een naam."})

    assert Objection.objects.count() == 1
    assert told(bram).count("trial.objected") == 1
    assert "Hier staat een naam." in browser_of(bram).get(trial.judge_url).text
    services.judge_trial(trial=trial, by=bram, decision="decline", reason="Er staat een naam in.")
    assert not Trial.objects.to_judge(noor).exists()
    assert WORDS not in browser_of().get(published.get_absolute_url()).text


def test_practices_are_ranked_by_who_tried_them(published, kees, noor):
    PracticeFactory(state="published")
    publish(report(published, kees), noor)

    answer = Caller()("get", "practices?sort=tried").json()
    assert [item["tried"] for item in answer["items"]] == [1, 0]
    assert "uitgeprobeerd op 1 school" in browser_of().get("/praktijkvoorbeelden/?sort=tried").text


def test_through_the_api(published, kees, noor):
    call, path = Caller(kees), f"practices/{published.slug}/trials"
    body = {"school": school_of(kees).brin, "result": WORDS, "again": "yes"}

    def put(body):
        return call.client.put(f"/api/v1/{path}/mine", data=body, content_type="application/json", headers=call.headers)

    assert put(body).json()["state"] == "waiting"
    assert put(body | {"school": "99ZZ99"}).status_code == 422
    assert Caller()("get", path).json()["total"] == 0
    waiting = Caller(noor)("get", "trials").json()["items"]
    decided = Caller(noor)("post", f"trials/{waiting[0]['id']}/decision", {"decision": "publish"})
    assert decided.json()["state"] == "published"
    assert Caller()("get", path).json()["items"][0]["result"] == WORDS
    assert call("get", "trials").json()["total"] == 0
    assert call("delete", f"{path}/mine").status_code == 204


def test_the_account_ends_and_the_school_remains(published, kees, noor):
    publish(report(published, kees), noor)
    other = TrialFactory(person=kees)
    assert personal.exported(kees)["reports"][0]["result"] == WORDS
    erase_account(person=kees)

    assert not Trial.objects.filter(pk=other.pk).exists()
    page = browser_of().get(published.get_absolute_url()).text
    assert WORDS in page
    assert "Kees" not in page


def tried(practice):
    hits = search(user=None, kinds=["practice"], sort="tried", limit=100).items
    return next(hit.data["tried"] for hit in hits if hit.object_id == str(practice.pk))
