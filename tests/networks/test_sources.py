"""Sources at learning questions: who notes them, who sees them, and what else is listed there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.errors import InvalidInput
from networks import personal, services
from networks.errors import NetworkArchived, TooManySources
from networks.models import Assignment, Network, Source
from networks.services import erasing
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.factories.networks import EnrolmentFactory
from tests.factories.resources import PracticeFactory
from tests.networks.conftest import Caller, signed_in

BOOK = {"title": "Toetsen om te leren", "authors": "M. Veldman", "year": "2019", "gave": "Vragen voor de secties."}


@pytest.fixture
def own(sanne, network):
    return network.enrolments.get(person=sanne)


def address(name, network, *args):
    return reverse(f"networks:{name}", args=[network.slug, *args])


def a_file(name="blad.txt", content=b"tekst"):
    return SimpleUploadedFile(name, content, "text/plain")


def test_a_participant_notes_a_book_and_everybody_in_the_network_reads_of_it(own, network, sanne, bram):
    page = signed_in(sanne).post(address("add_source", network), BOOK, follow=True)

    assert "De bron staat erbij" in page.text
    for person in (sanne, bram, EnrolmentFactory(network=network).person):
        seen = signed_in(person).get(address("learning_questions", network)).text
        assert "Toetsen om te leren" in seen
        assert "M. Veldman, 2019" in seen
        assert "Vragen voor de secties." in seen


def test_a_form_that_is_sent_twice_notes_one_source(own, network, sanne):
    client = signed_in(sanne)
    key = client.get(address("add_source", network)).context["form"]["key"].value()

    for _ in range(2):
        client.post(address("add_source", network), BOOK | {"key": key})

    assert str(Source.objects.get().key) == key


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://bron.example/", "data:text/html,x"])
def test_only_web_addresses(own, network, sanne, link):
    answer = signed_in(sanne).post(address("add_source", network), BOOK | {"link": link})

    assert answer.status_code == 422
    assert "Toetsen om te leren" in answer.text, "what was typed is kept"
    with pytest.raises(InvalidInput):
        services.add_source(enrolment=own, title="Bron", gave="Iets.", link=link)


def test_a_link_and_a_file_at_once_are_refused_at_the_field(own, network, sanne):
    sent = BOOK | {"link": "https://bron.example/", "file": a_file()}

    answer = signed_in(sanne).post(address("add_source", network), sent)

    assert list(answer.context["form"].errors) == ["link"]


def test_a_file_that_we_do_not_take_is_refused_at_the_field(own, network, sanne):
    answer = signed_in(sanne).post(address("add_source", network), BOOK | {"file": a_file("blad.html", b"<p>")})

    assert list(answer.context["form"].errors) == ["file"]


def test_members_download_the_file_and_it_goes_with_the_source(
    own, network, sanne, bram, kees, django_capture_on_commit_callbacks
):
    signed_in(sanne).post(address("add_source", network), BOOK | {"file": a_file()})
    source = Source.objects.get()
    storage, name = source.file.storage, source.file.name

    answer = signed_in(bram).get(source.url)

    assert b"".join(answer.streaming_content) == b"tekst"
    assert "attachment" in answer["Content-Disposition"]
    assert signed_in(kees).get(source.url).status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(sanne).post(address("remove_source", network, source.pk))
    assert not Source.objects.exists()
    assert not storage.exists(name)


@pytest.mark.parametrize(
    "change", [{"link": "https://bron.example/"}, {"without_file": "on"}, {"file": a_file("nieuw.txt", b"nieuw")}]
)
def test_what_takes_the_place_of_a_file_removes_it(own, network, sanne, django_capture_on_commit_callbacks, change):
    source = services.add_source(enrolment=own, title="Blad", gave="Iets.", file=a_file())
    storage, old = source.file.storage, source.file.name

    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in(sanne).post(address("change_source", network, source.pk), BOOK | change)

    source.refresh_from_db()
    assert answer.status_code == 302
    assert (source.title, source.name) == (BOOK["title"], "nieuw.txt" if "file" in change else "")
    assert not storage.exists(old)


def test_removing_asks_first(own, network, sanne):
    source = services.add_source(enrolment=own, title="Blad", gave="Iets.")

    page = signed_in(sanne).get(address("remove_source", network, source.pk))

    assert "“Blad” verwijderen?" in page.text
    assert Source.objects.exists()


def test_there_is_an_end_to_the_number(own, monkeypatch):
    monkeypatch.setattr("networks.services.sources.MOST", 1)
    services.add_source(enrolment=own, title="Een", gave="Iets.")

    with pytest.raises(TooManySources):
        services.add_source(enrolment=own, title="Twee", gave="Iets.")


def test_the_version_that_it_was_noted_with_is_told(own, network, sanne):
    services.add_source(enrolment=own, title="Blad", gave="Iets.")
    services.revise_learning_question(enrolment=own, text="Wat laten wij weg?", what_changed="Geteld.")

    assert "Genoteerd bij versie 1." in signed_in(sanne).get(address("learning_question", network)).text


def test_an_archive_shows_sources_and_takes_none(own, network, sanne):
    source = services.add_source(enrolment=own, title="Blad", gave="Iets.")
    Network.objects.filter(pk=network.pk).update(closed_at=timezone.now())

    page = signed_in(sanne).get(address("learning_question", network)).text

    assert "Blad" in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    assert address("change_source", network, source.pk) not in page
    for name, args in (("add_source", ()), ("change_source", (source.pk,)), ("remove_source", (source.pk,))):
        assert signed_in(sanne).get(address(name, network, *args)).status_code == 409
    with pytest.raises(NetworkArchived):
        services.remove_source(source=source)


def test_who_leaves_takes_sources_along_and_the_account_takes_them_away(own, network, sanne, bram):
    source = services.add_source(enrolment=own, title="Blad", gave="Iets.", file=a_file())
    assert personal.exported(sanne)[0]["sources"][0]["file"] == "blad.txt"

    services.withdraw(enrolment=own)
    assert "Blad" not in signed_in(bram).get(address("learning_questions", network)).text
    assert signed_in(bram).get(source.url).status_code == 404

    erasing.forget(sanne)
    assert not Source.objects.exists()


def test_through_the_api(own, network, sanne, bram):
    call, path = Caller(sanne), f"networks/{network.slug}/sources"
    made = call("post", path, {"title": "Toetsen", "gave": "Iets.", "link": "https://bron.example/"})
    changed = call("put", f"sources/{made.json()['id']}", {"title": "Toetsen", "gave": "Meer.", "year": 2019})

    listed = Caller(bram)("get", path).json()["items"]

    assert (made.status_code, made.json()["url"], made.json()["version"]) == (201, "https://bron.example/", 1)
    assert listed == [changed.json()]
    assert (changed.json()["gave"], changed.json()["year"], changed.json()["url"]) == ("Meer.", 2019, "")
    assert call("delete", f"sources/{made.json()['id']}").status_code == 204
    assert not Source.objects.exists()


def test_what_else_hangs_on_the_question_as_far_as_the_reader_may_see_it(own, network, sanne, bram):
    question = own.learning_question
    shown, hidden = (
        AssignmentFactory(network=network, title=title, readers=readers)
        for title, readers in (("Open werk", "members"), ("Alleen Bram", Assignment.Readers.FACILITATOR))
    )
    for assignment in (shown, hidden):
        HandInFactory(assignment=assignment, enrolment=own, learning_question=question)
    PracticeFactory(contributor=sanne, network=network, learning_question=question, title="Minder toetsen")
    services.ask_for_support(enrolment=own, subject="Vertrouwelijk", text="Wij lopen vast.")
    peer = EnrolmentFactory(network=network).person

    pages = {who: signed_in(who).get(address("learning_questions", network)).text for who in (peer, bram)}
    mine = signed_in(sanne).get(address("learning_question", network)).text

    assert "Open werk" in pages[peer]
    assert "Alleen Bram" not in pages[peer]
    assert "Minder toetsen" not in pages[peer], "a draft"
    assert "Alleen Bram" in pages[bram]
    assert "Vertrouwelijk" not in "".join(pages.values()), "this page may stand on a screen in the room"
    for title in ("Open werk", "Alleen Bram", "Minder toetsen", "Vertrouwelijk"):
        assert title in mine
