"""Keywords: one word for one thing, merged and suggested."""

import pytest
from taggit.models import Tag
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from core.errors import InvalidInput
from resources import services
from resources.models import Practice, TagFacts
from resources.taxonomy.services import describe_tag, merge_tags
from resources.taxonomy.suggesting import often_used, suggestions_for
from tests.factories.networks import ThemeFactory
from tests.factories.resources import PracticeFactory
from tests.resources.test_services import titles_found

State = Practice.State


def test_another_word_gets_the_preferred_one(draft, sanne):
    describe_tag(tag=Tag.objects.create(name="formatief"), synonyms=["Formatieve toetsing"], broader=None)

    services.update_practice(practice=draft, by=sanne, tags=["formatieve  toetsing", "Formatief", "havo"])

    assert sorted(draft.tags.names()) == ["formatief", "havo"]


def test_merging_moves_practices_and_keeps_the_old_word(published, sanne):
    both = PracticeFactory(state=State.PUBLISHED, tags=["feedback", "terugkoppeling"])
    old, kept = Tag.objects.get(name="feedback"), Tag.objects.get(name="terugkoppeling")

    merge_tags(tag=old, into=kept)

    assert list(published.tags.names()) == list(both.tags.names()) == ["terugkoppeling"]
    assert not Tag.objects.filter(name="feedback").exists()
    assert suggestions_for("feedb", sanne) == ["terugkoppeling"]
    assert published.title in titles_found("terugkoppeling")


def test_merging_keeps_pictures_and_documents_findable(published):
    picture = get_image_model().objects.create(title="Klas", file="klas.png", width=4, height=4)
    document = get_document_model().objects.create(title="Verslag", file="verslag.pdf")
    picture.tags.add("feedback", "terugkoppeling")
    document.tags.add("feedback")

    merge_tags(tag=Tag.objects.get(name="feedback"), into=Tag.objects.get(name="terugkoppeling"))

    assert list(picture.tags.names()) == list(document.tags.names()) == ["terugkoppeling"]


def test_a_word_means_one_keyword(db):
    describe_tag(tag=Tag.objects.create(name="toetsen"), synonyms=["examens"], broader=ThemeFactory())

    with pytest.raises(InvalidInput):
        describe_tag(tag=Tag.objects.create(name="examinering"), synonyms=["Examens"], broader=None)


def test_what_others_draft_is_not_suggested(draft, published, sanne, tom):
    draft.tags.add("fusie van onze school")
    Tag.objects.create(name="fusie op een foto")
    TagFacts.objects.create(tag=Tag.objects.create(name="fusies"))
    describe_tag(tag=Tag.objects.create(name="fusietraject"), synonyms=["fuseren"], broader=None)

    assert suggestions_for("fus", tom) == ["fusies", "fusietraject"]
    assert suggestions_for("fus", sanne) == ["fusie van onze school", "fusies", "fusietraject"]
    assert suggestions_for("fuse", tom) == ["fusietraject"]


def test_an_own_change_of_what_is_published_is_suggested(published, sanne, tom):
    services.update_practice(practice=published, by=sanne, tags=["rubrics"])

    assert suggestions_for("rub", sanne) == ["rubrics"]
    assert suggestions_for("rub", tom) == []


def test_often_used_is_by_what_is_published(published, draft):
    theme = ThemeFactory()
    TagFacts.objects.create(tag=Tag.objects.create(name="toetsplan"), broader=theme)
    for _number in range(2):
        PracticeFactory(tags=["nog een ontwerp"])
    PracticeFactory(state=State.PUBLISHED, tags=["a", "feedback"])

    assert often_used([theme], without=[]) == ["toetsplan", "feedback", "a"]


def test_suggestions_are_for_who_is_signed_in(client_as, published):
    assert client_as("participant").get("/praktijkvoorbeelden/trefwoorden/?q=fe").json() == {"tags": ["feedback"]}
    assert client_as("visitor").get("/praktijkvoorbeelden/trefwoorden/?q=fe").status_code == 302
