"""The review as a conversation: remarks, what was changed, and the history of a practice."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from core.errors import InvalidInput, NotAllowed
from notifications.models import Notification
from resources import services
from resources.conversation.history import changes_since_review, history_of
from resources.conversation.remarks import add_remark, answer_remark, settle_remark
from resources.models import CheckItem, CoAuthor, Practice, PracticeEvent, Remark, RemarkAnswer, Review
from tests.resources.conftest import anew, browser_of
from tests.resources.test_pages import key_in
from tests.resources.test_services import told

State = Practice.State


def test_remarks_go_back_and_forth_and_are_told_once(submitted, sanne, bram):
    first = add_remark(practice=submitted, by=bram, field="approach", text="Hoe lang duurde dit?")
    add_remark(practice=submitted, by=bram, field="result", text="Hoe weet u dat?")
    assert told(sanne) == ["practice.remarked"]

    answer_remark(remark=first, by=sanne, text="Zes weken.")
    settle_remark(remark=first, by=sanne)

    assert told(bram) == ["practice.remarked"]
    assert [it.field for it in Remark.objects.open()] == ["result"]
    page = browser_of(sanne).get(reverse("resources:step", args=[submitted.slug, "aanpak"])).content.decode()
    assert "Zes weken." in page


def test_what_an_author_says_first_is_told_to_who_reviews(submitted, sanne, bram, noor, tom):
    CoAuthor.objects.create(practice=submitted, person=noor, state="agreed")
    for text in ("Is dit duidelijk?", "En dit?"):
        add_remark(practice=submitted, by=sanne, field="approach", text=text)

    assert told(bram) == ["practice.remarked"]
    assert told(sanne) == told(noor) == told(tom) == []
    assert browser_of(bram).get(Notification.objects.get().url).status_code == 200


def test_sent_twice_it_is_said_once(submitted, bram, sanne):
    address = f"{submitted.get_absolute_url()}opmerking/"
    reviewer, author = browser_of(bram), browser_of(sanne)
    remarked = {"text": "Hoe lang duurde dit?", "field": "approach", "key": key_in(reviewer.get(address))}
    places = {reviewer.post(address, remarked)["Location"] for _press in range(2)}
    assert len(places) == Remark.objects.count() == 1

    answering = reverse("resources:answer_remark", args=[Remark.objects.get().pk])
    answered = {"text": "Zes weken.", "key": key_in(author.get(answering))}
    for _press in range(2):
        assert author.post(answering, answered).status_code == 302
    assert RemarkAnswer.objects.count() == 1


def test_one_key_for_two_practices_breaks_nothing(submitted, draft, bram):
    key = uuid4()
    first = add_remark(practice=submitted, by=bram, text="Hoe lang?", key=key)

    assert add_remark(practice=draft, by=bram, text="Hoe lang?", key=key) == first


def test_only_authors_and_reviewers_talk(submitted, published, tom, client_as):
    for practice in (submitted, published):
        with pytest.raises(NotAllowed):
            add_remark(practice=practice, by=tom, text="Mag ik ook?")
        assert client_as("participant").get(f"{practice.get_absolute_url()}geschiedenis/").status_code == 404


def test_a_part_that_is_none_is_refused(submitted, bram):
    with pytest.raises(InvalidInput):
        add_remark(practice=submitted, by=bram, field="state", text="Hoezo?")


def test_open_remarks_are_reasons_to_return(submitted, sanne, bram):
    add_remark(practice=submitted, by=bram, field="approach", text="Hoe lang duurde dit?")
    services.review_practice(practice=submitted, by=bram, decision="return")

    assert anew(submitted).state == State.RETURNED


def test_a_resubmission_shows_what_was_changed(submitted, sanne, bram):
    services.review_practice(practice=submitted, by=bram, decision="return", reasons="Vertel meer.")
    assert changes_since_review(anew(submitted)) == []
    services.update_practice(practice=submitted, by=sanne, result="Leerlingen vragen vaker om uitleg en feedback.")
    services.submit_practice(practice=submitted, by=sanne)

    (change,) = changes_since_review(anew(submitted))
    assert change.field == "result"
    assert [(it.how, it.words) for it in change.pieces if it.how] == [("added", " en feedback")]
    page = browser_of(bram).get(f"{submitted.get_absolute_url()}beoordelen/").content.decode()
    assert "<ins> en feedback</ins>" in page


def test_changes_of_a_published_practice_are_shown_beside_what_readers_see(published, sanne, bram):
    services.update_practice(practice=published, by=sanne, title="Vernieuwd", tags=["rubrics"])

    changes = {it.field: (it.before, it.after) for it in changes_since_review(anew(published))}

    assert changes["tags"] == ("feedback", "rubrics")
    assert changes["title"][1] == "Vernieuwd"


def test_what_was_ticked_is_kept_as_it_was(submitted, bram):
    item = CheckItem.objects.first()
    address = f"{submitted.get_absolute_url()}beoordelen/"
    browser_of(bram).post(address, {"decision": "publish", "version": 1, "ticked": [item.pk]})
    CheckItem.objects.all().delete()

    checks = Review.objects.get().checks
    assert [it["ticked"] for it in checks] == [True, *[False] * (len(checks) - 1)]


def test_an_editor_changes_nothing_silently(submitted, sanne, noor):
    services.update_practice(practice=submitted, by=noor, result="Leerlingen vragen om uitleg.")
    services.update_practice(practice=submitted, by=noor, title="Feedback zonder cijfers")

    event = PracticeEvent.objects.get(kind="changed")
    assert [field for field, _before, _after in event.changes] == ["result", "title"]
    assert told(sanne) == ["practice.changed"]
    page = browser_of(sanne).get(f"{submitted.get_absolute_url()}geschiedenis/").content.decode()
    assert re.search("<del>[^<]*vaker", page)
    assert noor.name in page


def test_each_reads_in_the_own_language_what_was_changed(submitted, sanne, noor):
    with translation.override("en"):
        services.update_practice(practice=submitted, by=noor, approach="Wij begonnen klein.", tags=["feedback"])

    news = Notification.objects.get(recipient=sanne)
    with translation.override("nl"):
        assert "aanpak, trefwoorden" in news.text
    with translation.override("en"):
        assert "approach, tags" in news.text
    news.params["parts"] = "de aanpak"
    assert "de aanpak" in news.text


def test_the_history_says_who_did_what(draft, sanne, bram):
    services.submit_practice(practice=draft, by=sanne)
    services.review_practice(practice=draft, by=bram, decision="return", reasons="Vertel meer.")
    services.submit_practice(practice=draft, by=sanne)
    services.review_practice(practice=draft, by=bram, decision="publish")
    services.withdraw_practice(practice=draft, by=sanne)

    moments = [(it.kind, it.by) for it in history_of(anew(draft))]

    assert moments == [
        ("withdrawn", sanne),
        ("published", bram),
        ("submitted", sanne),
        ("returned", bram),
        ("submitted", sanne),
        ("begun", sanne),
    ]


def test_who_reviews_no_longer_hears_no_answers(submitted, sanne, bram):
    remark = add_remark(practice=submitted, by=bram, field="approach", text="Hoe lang duurde dit?")
    submitted.network.facilitators.remove(bram)

    answer_remark(remark=remark, by=sanne, text="Zes weken.")

    assert told(bram) == []
