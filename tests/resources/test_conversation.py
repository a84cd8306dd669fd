"""The review as a conversation, authors together, keywords, and the notice at an old address."""

import json
import re
from importlib import import_module
from uuid import uuid4

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import translation
from taggit.models import Tag
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from accounts.erasure import erase_account
from core.errors import InvalidInput, NotAllowed, NotFound
from networks.obligations import ledger
from notifications.models import Notification
from resources import services
from resources.coauthors.services import answer_invitation, invite_coauthor, remove_coauthor
from resources.conversation.history import changes_since_review, history_of
from resources.conversation.remarks import add_remark, answer_remark, settle_remark
from resources.errors import OwnPractice
from resources.models import (
    CheckItem,
    CoAuthor,
    Practice,
    PracticeEvent,
    Remark,
    RemarkAnswer,
    Review,
    TagFacts,
    Unsaved,
)
from resources.taxonomy.services import describe_tag, merge_tags
from resources.taxonomy.suggesting import often_used, suggestions_for
from tests.factories.networks import ThemeFactory
from tests.factories.resources import PracticeFactory
from tests.resources.conftest import Caller, browser_of
from tests.resources.test_services import titles_found, told

State = Practice.State


def anew(practice):
    return Practice.objects.with_facts().with_authors().get(pk=practice.pk)


def key_in(page):
    return re.search(r'name="key" value="([^"]+)"', page.content.decode())[1]


class TestReview:
    def test_remarks_go_back_and_forth_and_are_told_once(self, submitted, sanne, bram):
        first = add_remark(practice=submitted, by=bram, field="approach", text="Hoe lang duurde dit?")
        add_remark(practice=submitted, by=bram, field="result", text="Hoe weet u dat?")
        assert told(sanne) == ["practice.remarked"]

        answer_remark(remark=first, by=sanne, text="Zes weken.")
        settle_remark(remark=first, by=sanne)

        assert told(bram) == ["practice.remarked"]
        assert [it.field for it in Remark.objects.open()] == ["result"]
        page = browser_of(sanne).get(reverse("resources:step", args=[submitted.slug, "aanpak"])).content.decode()
        assert "Zes weken." in page

    def test_what_an_author_says_first_is_told_to_who_reviews(self, submitted, sanne, bram, noor, tom):
        CoAuthor.objects.create(practice=submitted, person=noor, state="agreed")
        for text in ("Is dit duidelijk?", "En dit?"):
            add_remark(practice=submitted, by=sanne, field="approach", text=text)

        assert told(bram) == ["practice.remarked"]
        assert told(sanne) == told(noor) == told(tom) == []
        assert browser_of(bram).get(Notification.objects.get().url).status_code == 200

    def test_sent_twice_it_is_said_once(self, submitted, bram, sanne):
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

    def test_one_key_for_two_practices_breaks_nothing(self, submitted, draft, bram):
        key = uuid4()
        first = add_remark(practice=submitted, by=bram, text="Hoe lang?", key=key)

        assert add_remark(practice=draft, by=bram, text="Hoe lang?", key=key) == first

    def test_only_authors_and_reviewers_talk(self, submitted, published, tom, client_as):
        for practice in (submitted, published):
            with pytest.raises(NotAllowed):
                add_remark(practice=practice, by=tom, text="Mag ik ook?")
            assert client_as("participant").get(f"{practice.get_absolute_url()}geschiedenis/").status_code == 404

    def test_a_part_that_is_none_is_refused(self, submitted, bram):
        with pytest.raises(InvalidInput):
            add_remark(practice=submitted, by=bram, field="state", text="Hoezo?")

    def test_open_remarks_are_reasons_to_return(self, submitted, sanne, bram):
        add_remark(practice=submitted, by=bram, field="approach", text="Hoe lang duurde dit?")
        services.review_practice(practice=submitted, by=bram, decision="return")

        assert anew(submitted).state == State.RETURNED

    def test_a_resubmission_shows_what_was_changed(self, submitted, sanne, bram):
        services.review_practice(practice=submitted, by=bram, decision="return", reasons="Vertel meer.")
        assert changes_since_review(anew(submitted)) == []
        services.update_practice(practice=submitted, by=sanne, result="Leerlingen vragen vaker om uitleg en feedback.")
        services.submit_practice(practice=submitted, by=sanne)

        (change,) = changes_since_review(anew(submitted))
        assert change.field == "result"
        assert [(it.how, it.words) for it in change.pieces if it.how] == [("added", " en feedback")]
        page = browser_of(bram).get(f"{submitted.get_absolute_url()}beoordelen/").content.decode()
        assert "<ins> en feedback</ins>" in page

    def test_changes_of_a_published_practice_are_shown_beside_what_readers_see(self, published, sanne, bram):
        services.update_practice(practice=published, by=sanne, title="Vernieuwd", tags=["rubrics"])

        changes = {it.field: (it.before, it.after) for it in changes_since_review(anew(published))}

        assert changes["tags"] == ("feedback", "rubrics")
        assert changes["title"][1] == "Vernieuwd"

    def test_what_was_ticked_is_kept_as_it_was(self, submitted, bram):
        item = CheckItem.objects.first()
        address = f"{submitted.get_absolute_url()}beoordelen/"
        browser_of(bram).post(address, {"decision": "publish", "version": 1, "ticked": [item.pk]})
        CheckItem.objects.all().delete()

        checks = Review.objects.get().checks
        assert [it["ticked"] for it in checks] == [True, *[False] * (len(checks) - 1)]

    def test_an_editor_changes_nothing_silently(self, submitted, sanne, noor):
        services.update_practice(practice=submitted, by=noor, result="Leerlingen vragen om uitleg.")
        services.update_practice(practice=submitted, by=noor, title="Feedback zonder cijfers")

        event = PracticeEvent.objects.get(kind="changed")
        assert [field for field, _before, _after in event.changes] == ["result", "title"]
        assert told(sanne) == ["practice.changed"]
        page = browser_of(sanne).get(f"{submitted.get_absolute_url()}geschiedenis/").content.decode()
        assert re.search("<del>[^<]*vaker", page)
        assert noor.name in page

    def test_each_reads_in_the_own_language_what_was_changed(self, submitted, sanne, noor):
        with translation.override("en"):
            services.update_practice(practice=submitted, by=noor, approach="Wij begonnen klein.", tags=["feedback"])

        news = Notification.objects.get(recipient=sanne)
        with translation.override("nl"):
            assert "aanpak, trefwoorden" in news.text
        with translation.override("en"):
            assert "approach, tags" in news.text
        news.params["parts"] = "de aanpak"
        assert "de aanpak" in news.text

    def test_the_history_says_who_did_what(self, draft, sanne, bram):
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


class TestForgotten:
    """Sanne's account ends; the practice stays."""

    @pytest.fixture
    def decided(self, submitted, sanne, noor):
        Practice.objects.filter(pk=submitted.pk).update(contact=f"{sanne.name}, {sanne.email}")
        services.update_practice(
            practice=submitted, by=noor, contact=f"{sanne.name} ({sanne.email})", approach=f"{sanne.name} gaf feedback."
        )
        return services.review_practice(practice=anew(submitted), by=noor, decision="publish")

    @staticmethod
    def kept():
        return json.dumps([Review.objects.get().content, PracticeEvent.objects.get(kind="changed").changes])

    def test_no_name_or_address_stays_in_what_was_decided_and_changed(self, decided, sanne):
        name, address = sanne.name, sanne.email
        assert name in self.kept()
        assert address in self.kept()

        erase_account(person=sanne)

        assert name not in self.kept()
        assert address not in self.kept()
        assert "gaf feedback" in self.kept()

    def test_nor_when_a_co_author_takes_it_over(self, decided, sanne, tom):
        CoAuthor.objects.create(practice=decided, person=tom, state="agreed", asked_by=sanne)
        address = sanne.email

        erase_account(person=sanne)

        assert address not in self.kept()

    def test_of_who_wrote_along_only_what_is_theirs_goes(self, decided, sanne, tom):
        CoAuthor.objects.create(practice=decided, person=tom, state="agreed", asked_by=sanne)
        review, address = Review.objects.get(), tom.email
        review.content["contact"] = f"{sanne.email} of {tom.email.upper()}"
        review.save()

        erase_account(person=tom)

        assert address not in self.kept().lower()
        assert sanne.email in self.kept()

    def test_nor_in_what_somebody_else_types(self, decided, sanne, tom):
        CoAuthor.objects.create(practice=decided, person=tom, state="agreed", asked_by=sanne)
        address = reverse("resources:keep_step", args=[decided.slug, "delen"])
        typed = {"contact": anew(decided).contact, "permission_by": "A. Bakker, rector", "version": decided.version}
        assert browser_of(tom).post(address, typed).status_code == 200
        mail = sanne.email
        assert mail in json.dumps(Unsaved.objects.get().content)

        erase_account(person=sanne)

        kept = Unsaved.objects.get()
        assert mail not in json.dumps([kept.content, kept.base])
        assert kept.content["permission_by"] == ["A. Bakker, rector"]

    def test_accounts_that_ended_before_are_cleaned_too(self, decided, sanne):
        Practice.objects.update(contact="")

        import_module("resources.migrations.0018_contact_out_of_history").clean(apps, None)

        assert sanne.email not in self.kept()
        assert "gaf feedback" in self.kept()


class TestWithdrawn:
    @pytest.fixture
    def public(self, submitted, bram, theme):
        submitted.themes.add(theme)
        return services.review_practice(practice=submitted, by=bram, decision="publish")

    def test_a_notice_stays_at_the_address(self, public, sanne, theme, client):
        other = PracticeFactory(state=State.PUBLISHED, themes=[theme])
        services.withdraw_practice(practice=public, by=sanne)

        response = client.get(public.get_absolute_url())

        assert response.status_code == 410
        text = response.content.decode()
        assert public.title in text
        assert other.title in text
        assert public.approach not in text
        assert Caller()("get", f"practices/{public.slug}").status_code == 404

    def test_what_is_written_anew_is_not_told(self, public, sanne, theme, client):
        unpublished = ThemeFactory(name="Nog geheim", slug="nog-geheim")
        like_before = PracticeFactory(state=State.PUBLISHED, themes=[theme], title="Als vroeger")
        like_now = PracticeFactory(state=State.PUBLISHED, themes=[unpublished], title="Als straks")
        services.withdraw_practice(practice=public, by=sanne)
        services.update_practice(practice=public, by=sanne, title="Nieuwe titel, nog geheim", themes=[unpublished])

        response = client.get(public.get_absolute_url())

        assert response.status_code == 410
        text = response.content.decode()
        assert "Nieuwe titel" not in text
        assert public.title in text
        assert like_before.title in text
        assert like_now.title not in text

    def test_nothing_is_named_when_nobody_kept_what_was_public(self, published, sanne, client):
        services.withdraw_practice(practice=published, by=sanne)

        text = client.get(published.get_absolute_url()).content.decode()

        assert "Hier stond een praktijkvoorbeeld." in text
        assert published.title not in text

    def test_what_was_never_public_is_not_there(self, draft, sanne, client):
        services.withdraw_practice(practice=draft, by=sanne)

        assert client.get(draft.get_absolute_url()).status_code == 404


class TestCoAuthors:
    @pytest.fixture
    def along(self, draft, sanne, tom):
        asked = invite_coauthor(practice=draft, person=tom, by=sanne)
        return answer_invitation(coauthor=asked, by=tom, agrees=True)

    def test_nobody_is_named_before_agreeing(self, draft, sanne, tom):
        asked = invite_coauthor(practice=draft, person=tom, by=sanne)
        assert told(tom) == ["coauthor.asked"]
        assert anew(draft).author_names == sanne.name
        with pytest.raises(NotAllowed):
            services.update_practice(practice=draft, by=tom, title="Te vroeg")

        answer_invitation(coauthor=asked, by=tom, agrees=True)
        assert anew(draft).author_names == f"{sanne.name} en {tom.name}"
        assert told(sanne) == ["coauthor.agreed"]

    def test_who_agreed_writes_along_and_never_reviews(self, draft, along, tom, sanne, network):
        services.update_practice(practice=draft, by=tom, title="Samen geschreven")
        assert not PracticeEvent.objects.filter(kind="changed").exists()
        assert Practice.objects.written_by(tom).get().title == "Samen geschreven"

        network.facilitators.add(tom)
        services.submit_practice(practice=draft, by=tom)
        with pytest.raises(OwnPractice):
            services.review_practice(practice=draft, by=tom, decision="publish")
        assert not Practice.objects.to_review(tom).exists()

    def test_the_pages_lead_nobody_to_what_is_not_for_them(self, draft, along, sanne, tom):
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

    def test_both_have_shared(self, draft, along, tom, bram, sanne):
        services.submit_practice(practice=draft, by=sanne)
        services.review_practice(practice=draft, by=bram, decision="publish")

        enrolment = tom.enrolments.get()
        assert {it.kind: it.state for it in ledger([enrolment])[enrolment.pk]}["sharing"] == "done"
        page = browser_of().get(draft.get_absolute_url()).content.decode()
        assert page.count(tom.name) >= 2  # above the text, and in the citation

    def test_who_leaves_is_named_no_more(self, draft, along, tom, sanne):
        browser_of(tom).post(reverse("resources:write_along", args=[draft.slug]), {"answer": "no"})

        assert anew(draft).author_names == sanne.name
        assert browser_of(tom).get(f"{draft.get_absolute_url()}bewerken/").status_code == 404

    def test_no_is_kept_however_often_it_is_said(self, draft, sanne, tom):
        asked = invite_coauthor(practice=draft, person=tom, by=sanne)
        browser, address = browser_of(tom), reverse("resources:write_along", args=[draft.slug])

        answers = [browser.post(address, {"answer": answer}).url for answer in ("no", "no", "yes")]

        assert answers == [reverse("resources:own")] * 3
        asked.refresh_from_db()
        assert asked.state == CoAuthor.State.DECLINED
        assert browser.get(address).status_code == 404

    def test_a_question_that_was_taken_back_meanwhile_is_not_there(self, draft, sanne, tom):
        asked = invite_coauthor(practice=draft, person=tom, by=sanne)
        CoAuthor.objects.all().delete()

        with pytest.raises(NotFound):
            answer_invitation(coauthor=asked, by=tom, agrees=True)

    def test_what_a_contributor_leaves_goes_to_who_wrote_along(self, draft, along, published, sanne, tom):
        erase_account(person=sanne)

        assert anew(draft).contributor == tom
        assert anew(draft).author_names == tom.name
        assert anew(published).contributor == sanne

    def test_only_people_one_knows_are_asked(self, draft, sanne, kees, tom):
        with pytest.raises(InvalidInput):
            invite_coauthor(practice=draft, person=kees, by=sanne)
        with pytest.raises(NotAllowed):
            invite_coauthor(practice=draft, person=tom, by=tom)

    def test_taking_somebody_off(self, draft, along, sanne):
        remove_coauthor(coauthor=along, by=sanne)

        assert not CoAuthor.objects.exists()

    @pytest.mark.parametrize(("role", "status"), [("visitor", 302), ("outsider", 404), ("participant", 404)])
    def test_the_question_is_for_who_is_asked(self, draft, client_as, role, status):
        assert client_as(role).get(f"{draft.get_absolute_url()}meeschrijven/").status_code == status


class TestKeywords:
    def test_another_word_gets_the_preferred_one(self, draft, sanne):
        describe_tag(tag=Tag.objects.create(name="formatief"), synonyms=["Formatieve toetsing"], broader=None)

        services.update_practice(practice=draft, by=sanne, tags=["formatieve  toetsing", "Formatief", "havo"])

        assert sorted(draft.tags.names()) == ["formatief", "havo"]

    def test_merging_moves_practices_and_keeps_the_old_word(self, published, sanne):
        both = PracticeFactory(state=State.PUBLISHED, tags=["feedback", "terugkoppeling"])
        old, kept = Tag.objects.get(name="feedback"), Tag.objects.get(name="terugkoppeling")

        merge_tags(tag=old, into=kept)

        assert list(published.tags.names()) == list(both.tags.names()) == ["terugkoppeling"]
        assert not Tag.objects.filter(name="feedback").exists()
        assert suggestions_for("feedb", sanne) == ["terugkoppeling"]
        assert published.title in titles_found("terugkoppeling")

    def test_merging_keeps_pictures_and_documents_findable(self, published):
        picture = get_image_model().objects.create(title="Klas", file="klas.png", width=4, height=4)
        document = get_document_model().objects.create(title="Verslag", file="verslag.pdf")
        picture.tags.add("feedback", "terugkoppeling")
        document.tags.add("feedback")

        merge_tags(tag=Tag.objects.get(name="feedback"), into=Tag.objects.get(name="terugkoppeling"))

        assert list(picture.tags.names()) == list(document.tags.names()) == ["terugkoppeling"]

    def test_a_word_means_one_keyword(self, db):
        describe_tag(tag=Tag.objects.create(name="toetsen"), synonyms=["examens"], broader=ThemeFactory())

        with pytest.raises(InvalidInput):
            describe_tag(tag=Tag.objects.create(name="examinering"), synonyms=["Examens"], broader=None)

    def test_what_others_draft_is_not_suggested(self, draft, published, sanne, tom):
        draft.tags.add("fusie van onze school")
        Tag.objects.create(name="fusie op een foto")
        TagFacts.objects.create(tag=Tag.objects.create(name="fusies"))
        describe_tag(tag=Tag.objects.create(name="fusietraject"), synonyms=["fuseren"], broader=None)

        assert suggestions_for("fus", tom) == ["fusies", "fusietraject"]
        assert suggestions_for("fus", sanne) == ["fusie van onze school", "fusies", "fusietraject"]
        assert suggestions_for("fuse", tom) == ["fusietraject"]

    def test_an_own_change_of_what_is_published_is_suggested(self, published, sanne, tom):
        services.update_practice(practice=published, by=sanne, tags=["rubrics"])

        assert suggestions_for("rub", sanne) == ["rubrics"]
        assert suggestions_for("rub", tom) == []

    def test_often_used_is_by_what_is_published(self, published, draft):
        theme = ThemeFactory()
        TagFacts.objects.create(tag=Tag.objects.create(name="toetsplan"), broader=theme)
        for _number in range(2):
            PracticeFactory(tags=["nog een ontwerp"])
        PracticeFactory(state=State.PUBLISHED, tags=["a", "feedback"])

        assert often_used([theme], without=[]) == ["toetsplan", "feedback", "a"]

    def test_suggestions_are_for_who_is_signed_in(self, client_as, published):
        assert client_as("participant").get("/praktijkvoorbeelden/trefwoorden/?q=fe").json() == {"tags": ["feedback"]}
        assert client_as("visitor").get("/praktijkvoorbeelden/trefwoorden/?q=fe").status_code == 302


class TestProgram:
    def test_the_conversation_by_api(self, submitted, sanne, bram, tom):
        reviewer, author, other = Caller(bram), Caller(sanne), Caller(tom)
        made = reviewer("post", f"practices/{submitted.pk}/comments", {"field": "approach", "text": "Hoe lang?"})
        assert made.status_code == 201
        pk = made.json()["id"]
        assert author("post", f"comments/{pk}/answers", {"text": "Zes weken."}).status_code == 201
        assert author("patch", f"comments/{pk}", {"resolved": True}).json()["resolved"]
        listed = reviewer("get", f"practices/{submitted.pk}/comments").json()
        assert listed["items"][0]["answers"][0]["text"] == "Zes weken."
        assert other("get", f"practices/{submitted.pk}/comments").status_code == 404
        assert author("get", f"practices/{submitted.pk}/history").status_code == 200

    def test_permission_and_readiness_by_api(self, draft, sanne):
        author = Caller(sanne)
        before = author("get", f"practices/{draft.pk}/readiness").json()
        assert (before["missing"], before["permission"]) == ([], None)
        assert "permission_by" in {it["field"] for it in before["advised"]}

        body = {"permission_by": "A. Bakker, rector"}
        assert author("post", f"practices/{draft.pk}/submit", body).json()["state"] == "submitted"
        assert author("get", f"practices/{draft.pk}/readiness").json()["permission"]["holds"]

    def test_a_submission_without_a_body_is_taken(self, draft, sanne):
        author = Caller(sanne)
        address = f"/api/v1/practices/{draft.pk}/submit"
        response = author.client.generic("POST", address, b"", content_type="", headers=author.headers)

        assert response.json()["state"] == "submitted"

    def test_coauthors_by_api(self, draft, sanne, tom):
        asked = Caller(sanne)("post", f"practices/{draft.pk}/coauthors", {"email": tom.email})
        assert asked.json()["state"] == "asked"
        answered = Caller(tom).client.put(
            f"/api/v1/practices/{draft.slug}/coauthors/me",
            {"agrees": True},
            content_type="application/json",
            headers=Caller(tom).headers,
        )
        assert answered.json()["state"] == "agreed"
        assert Caller(tom)("get", f"practices/{draft.pk}").json()["authors"] == [sanne.name, tom.name]
