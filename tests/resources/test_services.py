import uuid

import pytest

from core.errors import InvalidInput, NotAllowed, VersionConflict
from networks.obligations import ledger
from notifications.models import Notification
from resources import services
from resources.errors import (
    MayNotContribute,
    NothingToSubmit,
    NotWaiting,
    OwnPractice,
    PracticeIncomplete,
    ReasonsMissing,
)
from resources.models import Practice
from search.services import search
from tests.factories.networks import NetworkFactory
from tests.factories.people import SchoolFactory
from tests.factories.resources import PracticeFactory, pdf

State = Practice.State


def told(person):
    return list(Notification.objects.filter(recipient=person).values_list("kind", flat=True))


def titles_found(text):
    return [hit.title for hit in search(user=None, text=text, kinds=["practice"]).items]


def create(sanne, network, **more):
    return services.create_practice(contributor=sanne, title="Toetsen zonder cijfers", network=network, **more)


def test_a_draft_knows_where_it_comes_from(sanne, network, enrolment):
    practice = create(sanne, network)

    assert practice.state == State.DRAFT
    assert (practice.school, practice.sector) == (enrolment.school, enrolment.school.sector)
    assert practice.learning_question == enrolment.learning_question


def test_addresses_are_made_of_the_title_and_stay(sanne, network):
    first, second = create(sanne, network), create(sanne, network)
    services.update_practice(practice=first, by=sanne, title="Iets anders")

    assert (first.slug, second.slug) == ("toetsen-zonder-cijfers", "toetsen-zonder-cijfers-2")


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Bijdragen", "praktijkvoorbeeld-bijdragen"), ("2018", "praktijkvoorbeeld-2018"), ("!?", "praktijkvoorbeeld")],
)
def test_addresses_never_hide_our_own(sanne, network, title, slug):
    assert services.create_practice(contributor=sanne, network=network, title=title).slug == slug


def test_the_same_key_makes_one_practice(sanne, network):
    key = uuid.uuid4()

    assert create(sanne, network, key=key) == create(sanne, network, key=key)
    assert Practice.objects.count() == 1


def test_an_outsider_has_nothing_to_contribute_from(kees):
    with pytest.raises(MayNotContribute):
        services.create_practice(contributor=kees, title="Toetsen")


@pytest.mark.parametrize("field", ["network", "school"])
def test_network_and_school_are_ones_own(sanne, network, field):
    foreign = {"network": NetworkFactory, "school": SchoolFactory}[field]()

    with pytest.raises(InvalidInput) as refused:
        services.create_practice(contributor=sanne, title="Toetsen", **{field: foreign})

    assert list(refused.value.errors) == [field]


def test_an_editor_may_contribute_for_any_network(noor, network):
    assert services.create_practice(contributor=noor, title="Toetsen", network=network).network == network


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ({"title": " \x00"}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"approach": "x" * 20_001}, "approach"),
        ({"licence": "Proprietary"}, "licence"),
        ({"first_year": 2020, "last_year": 2018}, "last_year"),
        ({"tags": ["x" * 61]}, "tags"),
        ({"tags": [str(number) for number in range(16)]}, "tags"),
    ],
)
def test_what_does_not_fit_is_named(sanne, draft, content, field):
    with pytest.raises(InvalidInput) as refused:
        services.update_practice(practice=draft, by=sanne, **content)

    assert field in refused.value.errors


def test_only_the_contributor_and_editors_change_it(draft, tom, bram, noor, sanne):
    for person in (tom, bram):
        with pytest.raises(NotAllowed):
            services.update_practice(practice=draft, by=person, title="Gekaapt")
    services.update_practice(practice=draft, by=noor, title="Geredigeerd")

    assert told(sanne) == ["practice.changed"]


def test_a_stale_change_is_refused(draft, sanne):
    services.update_practice(practice=draft, by=sanne, version=1, title="Eerste")

    with pytest.raises(VersionConflict):
        services.update_practice(practice=draft, by=sanne, version=1, title="Tweede")


def test_submitting_an_incomplete_draft_says_what_is_missing(sanne, network):
    practice = create(sanne, network, question="Hoe?")

    with pytest.raises(PracticeIncomplete) as refused:
        services.submit_practice(practice=practice, by=sanne)

    assert list(refused.value.errors) == ["context", "approach", "result"]
    assert all(item["why"] for item in refused.value.extensions["missing"])


def test_submitting_tells_facilitators_and_editors_once(draft, sanne, bram, noor, tom, stranger):
    services.submit_practice(practice=draft, by=sanne)
    services.submit_practice(practice=draft, by=sanne)

    assert told(bram) == told(noor) == ["practice.submitted"]
    assert told(tom) == told(stranger) == told(sanne) == []


def test_a_submitted_practice_stays_complete(submitted, sanne):
    with pytest.raises(PracticeIncomplete):
        services.update_practice(practice=submitted, by=sanne, result="")


def test_publishing_makes_it_found_and_meets_the_obligation(submitted, sanne, bram, enrolment):
    assert titles_found("uitleg") == []

    services.review_practice(practice=submitted, by=bram, decision="publish")

    assert titles_found("uitleg") == [submitted.title]
    assert told(sanne) == ["practice.published"]
    assert {it.kind: it.state for it in ledger([enrolment])[enrolment.pk]}["sharing"] == "done"


@pytest.mark.parametrize(
    ("state", "expected"),
    [(None, "open"), ("draft", "open"), ("submitted", "attainable"), ("returned", "open"), ("withdrawn", "open")],
)
def test_the_obligation_to_share_says_how_it_stands(sanne, network, enrolment, state, expected):
    if state:
        PracticeFactory(contributor=sanne, network=network, state=state)

    sharing = {it.kind: it for it in ledger([enrolment])[enrolment.pk]}["sharing"]

    assert sharing.state == expected
    assert sharing.why
    assert sharing.url


def test_returning_needs_reasons_and_passes_them_on(submitted, sanne, bram):
    with pytest.raises(ReasonsMissing):
        services.review_practice(practice=submitted, by=bram, decision="return", reasons="  ")

    services.review_practice(practice=submitted, by=bram, decision="return", reasons="Noem de leerlingen niet.")

    notification = Notification.objects.get(recipient=sanne)
    assert "Noem de leerlingen niet." in notification.text
    assert Practice.objects.get(pk=submitted.pk).state == State.RETURNED


def test_nobody_reviews_the_own_practice(network, bram, noor):
    for person in (bram, noor):
        own = PracticeFactory(contributor=person, network=network, state=State.SUBMITTED)
        with pytest.raises(OwnPractice):
            services.review_practice(practice=own, by=person, decision="publish")


def test_not_even_a_superuser_reviews_the_own_practice(network, noor):
    noor.is_superuser = True
    noor.save()
    own = PracticeFactory(contributor=noor, network=network, state=State.SUBMITTED)

    with pytest.raises(OwnPractice):
        services.review_practice(practice=own, by=noor, decision="publish")


def test_others_do_not_review(submitted, tom, stranger):
    for person in (tom, stranger):
        with pytest.raises(NotAllowed):
            services.review_practice(practice=submitted, by=person, decision="publish")


def test_a_second_click_decides_nothing_new(submitted, bram, noor, sanne):
    for _click in range(2):
        services.review_practice(practice=submitted, by=bram, decision="publish")

    assert submitted.reviews.count() == 1
    assert told(sanne) == ["practice.published"]
    with pytest.raises(NotWaiting):
        services.review_practice(practice=submitted, by=noor, decision="return", reasons="Toch niet.")


def test_nothing_newer_is_published_unread(submitted, sanne, bram):
    services.update_practice(practice=submitted, by=sanne, result="Iets heel anders.")

    with pytest.raises(VersionConflict):
        services.review_practice(practice=submitted, by=bram, decision="publish", version=1)


def test_withdrawing_takes_it_out_of_the_library(published, sanne, bram):
    services.withdraw_practice(practice=published, by=bram)
    services.withdraw_practice(practice=published, by=bram)

    assert titles_found("uitleg") == []
    assert told(sanne) == ["practice.withdrawn"]


def test_a_withdrawn_practice_becomes_a_draft_when_changed(published, sanne):
    services.withdraw_practice(practice=published, by=sanne)
    services.update_practice(practice=published, by=sanne, title="Nieuwe poging")

    assert Practice.objects.get().state == State.DRAFT


def test_a_published_practice_without_changes_is_not_submitted(published, sanne):
    with pytest.raises(NothingToSubmit):
        services.submit_practice(practice=published, by=sanne)


class TestChangesOfAPublishedPractice:
    """They wait in a revision; readers keep what was reviewed."""

    @pytest.fixture
    def changed(self, published, sanne, network):
        services.update_practice(practice=published, by=sanne, title="Vernieuwd", tags=["rubrics"], themes=[])
        services.add_material(practice=published, file=pdf("Nieuw.pdf"), by=sanne)
        return published

    def test_readers_see_the_old_text_until_the_review(self, changed, client):
        text = client.get(changed.get_absolute_url()).content.decode()

        assert "Vernieuwd" not in text
        assert "Nieuw" not in text
        assert titles_found("Vernieuwd") == titles_found("rubrics") == []
        assert Practice.objects.published().get().materials.count() == 1

    def test_publishing_brings_them_in_at_the_same_address(self, changed, sanne, bram):
        kept = changed.materials.get()
        services.submit_practice(practice=changed, by=sanne)
        services.review_practice(practice=changed, by=bram, decision="publish")

        practice = Practice.objects.get()
        assert (practice.pk, practice.slug, practice.title) == (changed.pk, changed.slug, "Vernieuwd")
        assert [tag.name for tag in practice.tags.all()] == ["rubrics"]
        assert not practice.themes.exists()
        assert [it.name for it in practice.materials.all()] == ["Toetswijzer.pdf", "Nieuw.pdf"]
        assert practice.materials.first() == kept
        assert titles_found("rubrics") == ["Vernieuwd"]
        assert practice.published_at == changed.published_at

    def test_returned_changes_leave_the_practice_published(self, changed, sanne, bram):
        services.submit_practice(practice=changed, by=sanne)
        services.review_practice(practice=changed, by=bram, decision="return", reasons="Nog even.")

        practice = Practice.objects.originals().get()
        assert (practice.state, practice.latest.state) == (State.PUBLISHED, State.RETURNED)

    def test_a_removed_material_stays_until_the_review(
        self, published, sanne, bram, django_capture_on_commit_callbacks
    ):
        material = published.materials.get()
        services.remove_material(material=material, by=sanne)
        assert published.materials.exists()
        assert material.file.storage.exists(material.file.name)

        services.submit_practice(practice=published, by=sanne)
        with django_capture_on_commit_callbacks(execute=True):
            services.review_practice(practice=published, by=bram, decision="publish")

        assert not published.materials.exists()
        assert not material.file.storage.exists(material.file.name)

    def test_discarded_changes_are_gone_with_their_files(self, changed, sanne, django_capture_on_commit_callbacks):
        new = Practice.objects.get(pk=changed.pk).latest.materials.get(name="Nieuw.pdf")
        with django_capture_on_commit_callbacks(execute=True):
            services.discard_changes(practice=changed, by=sanne)

        assert Practice.objects.get() == changed
        assert not new.file.storage.exists(new.file.name)
        assert changed.materials.get().file.storage.exists(changed.materials.get().file.name)

    def test_withdrawing_takes_waiting_changes_back_too(self, changed, sanne, bram):
        services.submit_practice(practice=changed, by=sanne)
        services.withdraw_practice(practice=changed, by=sanne)

        with pytest.raises(NotWaiting):
            services.review_practice(practice=changed, by=bram, decision="publish")
