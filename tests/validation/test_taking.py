"""From the platform into the portfolio: frozen, with where it came from, and only one's own words."""

import hashlib
import json
import uuid

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.groups.services import found_group
from community.services import create_post, delete_post, edit_post, start_thread
from core.errors import InvalidInput, NotAllowed, NotFound
from networks.models import Agreement, Attendance, HandIn, HandInFile, ObligationNote
from resources.models import CoAuthor, Quote
from tests.factories.assignments import HandInFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.factories.people import SchoolFactory
from tests.factories.resources import PracticeFactory
from tests.factories.validation import case_of
from tests.validation.assessing import handed_in
from tests.validation.conftest import signed_in
from tests.validation.portfolios import fill
from validation import personal, services
from validation.errors import NotWriting
from validation.models import Evidence
from validation.portfolio.completeness import completeness_of
from validation.portfolio.content import portfolio_of
from validation.portfolio.exporting import as_pdf
from validation.portfolio.own_work import KINDS
from validation.portfolio.provenance import changed_since
from validation.portfolio.snapshots import content_of

pytestmark = pytest.mark.django_db
WORDS = "Wij toetsten altijd met een cijfer, en nu vaker met een gesprek."


@pytest.fixture
def network(db):
    return NetworkFactory(title="Toetsing")


@pytest.fixture
def enrolment(sanne, network):
    return EnrolmentFactory(network=network, person=sanne, question="Hoe toets ik minder?")


@pytest.fixture
def post(sanne, network, enrolment):
    thread = start_thread(network=network, author=sanne, title="Minder cijfers", body=f"<p>{WORDS}</p>")
    return thread.posts.get()


@pytest.fixture
def all_kinds(sanne, network, enrolment, post):
    """One of each kind, by its key."""
    meeting = MeetingFactory(series__network=network, title="Startbijeenkomst")
    attendance = Attendance.objects.create(meeting=meeting, enrolment=enrolment, state="present")
    note = ObligationNote.objects.create(enrolment=enrolment, kind=Agreement.Kind.EMBEDDING, text="Ons team praat nu.")
    return {
        "bericht": post,
        "opdracht": HandInFactory(assignment__network=network, enrolment=enrolment),
        "aanwezigheid": attendance,
        "praktijk": PracticeFactory(contributor=sanne, state="published"),
        "leervraag": enrolment.learning_questions.get(),
        "reflectie": note,
    }


def take(theme, kind, pk, **facts):
    return services.take_along(theme=theme, by=theme.case.person, kind=kind, pk=pk, **facts)


def at(theme, rest=""):
    return f"/mijn/portfolio/{theme.case_id}/{theme.pk}/bewijs/{rest}"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_frozen_with_where_it_came_from(kind, theme, all_kinds):
    piece = take(theme, kind, all_kinds[kind].pk)

    told = piece.provenance
    assert piece.frozen
    assert (told["kind"], told["id"], told["shortened"]) == (kind, all_kinds[kind].pk, False)
    assert told["sha256"] == hashlib.sha256(piece.frozen.encode()).hexdigest()
    assert told["url"].startswith("http")
    assert told["when"]


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_takes_what_is_of_somebody_else(kind, theme, all_kinds, kees):
    other = case_of(kees).themes.get()

    with pytest.raises(NotFound):
        services.take_along(theme=other, by=kees, kind=kind, pk=all_kinds[kind].pk)
    with pytest.raises(NotAllowed):
        services.take_along(theme=other, by=theme.case.person, kind=kind, pk=all_kinds[kind].pk)
    browser = signed_in(kees)
    assert browser.get(f"/mijn/in-portfolio/{kind}/{all_kinds[kind].pk}/").status_code == 404
    assert browser.get(at(other, f"van-het-platform/{kind}/{all_kinds[kind].pk}/")).status_code == 404
    assert browser.get(at(theme, "van-het-platform/")).status_code == 404


def test_what_was_taken_stays_when_the_message_is_changed_or_deleted(theme, sanne, post):
    piece = take(theme, "bericht", post.pk)
    assert changed_since([piece], sanne) == {}

    edit_post(post=post, by=sanne, body="<p>Anders.</p>", version=post.version)
    assert piece.pk in changed_since([piece], sanne)
    assert "It was changed there since" in signed_in(sanne).get(f"/en{at(theme)}").content.decode()

    delete_post(post=post, by=sanne)
    page = signed_in(sanne).get(f"/en{at(theme)}").content.decode()
    assert WORDS in page
    assert "It no longer stands there" in page
    assert "Message in a discussion, “Minder cijfers”, Toetsing" in page


def test_words_of_others_in_a_message_do_not_go_along(theme, sanne, network, post):
    body = f"<blockquote><p>Geheim van Kees</p></blockquote><p>{WORDS}</p>"
    reply = create_post(thread=post.thread, author=sanne, body=body, key=uuid.uuid4())

    piece = take(theme, "bericht", reply.pk)

    assert piece.frozen == WORDS
    page = signed_in(sanne).get(f"/en{at(theme, f'van-het-platform/bericht/{reply.pk}/')}").content.decode()
    assert "Geheim van Kees" not in page
    assert "What you quote of others is left out" in page


def test_quotes_and_names_of_co_authors_stay_in_the_practice(theme, sanne, kees, post):
    practice = PracticeFactory(contributor=kees, state="published", result="Minder toetsen.")
    CoAuthor.objects.create(practice=practice, person=sanne, state="agreed")
    Quote.objects.create(
        practice=practice,
        author=kees,
        text="Geheim van Kees",
        content_type=ContentType.objects.get_for_model(post),
        object_id=post.pk,
        url="/",
        state="named",
    )

    piece = take(theme, "praktijk", practice.pk)

    assert "Minder toetsen." in piece.frozen
    assert kees.name not in piece.frozen
    assert "Geheim van Kees" not in piece.frozen


def test_a_co_author_who_did_not_agree_takes_nothing(theme, sanne, kees):
    practice = PracticeFactory(contributor=kees, state="published")
    CoAuthor.objects.create(practice=practice, person=sanne, state="asked")

    with pytest.raises(NotFound):
        take(theme, "praktijk", practice.pk)


def test_files_of_a_hand_in_are_named_and_the_page_says_that_they_stay(theme, sanne, all_kinds):
    hand_in = all_kinds["opdracht"]
    HandInFile.objects.create(hand_in=hand_in, title="Toetsplan", link="https://school.example/plan", added_by=sanne)

    page = signed_in(sanne).get(f"/en{at(theme, f'van-het-platform/opdracht/{hand_in.pk}/')}").content.decode()

    assert "Handed in along with it: Toetsplan." in page
    assert "Its files are named and do not go along." in page


def test_what_a_school_hands_in_together_is_nobodys_own(theme, enrolment, network):
    assignment = HandInFactory(assignment__network=network, enrolment=enrolment).assignment
    shared = HandIn.objects.create(
        assignment=assignment, school=SchoolFactory(), text="Samen.", state="handed_in", handed_in_at=timezone.now()
    )

    with pytest.raises(NotFound):
        take(theme, "opdracht", shared.pk)


def test_a_practice_that_is_not_public_is_not_evidence(theme, sanne):
    with pytest.raises(NotFound):
        take(theme, "praktijk", PracticeFactory(contributor=sanne, state="draft").pk)


def test_part_of_it_may_go_along_and_nothing_is_added(theme, post):
    piece = take(theme, "bericht", post.pk, text="Wij toetsten … nu vaker met een gesprek.")
    assert piece.provenance["shortened"]

    with pytest.raises(InvalidInput) as refused:
        take(theme, "bericht", post.pk, text="Wij toetsten nooit meer.")
    assert "text" in refused.value.errors


def test_the_same_form_twice_is_one_piece(theme, post):
    key = uuid.uuid4()

    assert take(theme, "bericht", post.pk, key=key) == take(theme, "bericht", post.pk, key=key)


def test_nothing_is_taken_into_what_was_handed_in(submission, post):
    with pytest.raises(NotWriting):
        take(submission.theme, "bericht", post.pk)


def test_it_counts_as_evidence_and_is_in_snapshot_and_pdf(theme, post):
    piece = take(theme, "bericht", post.pk)
    services.change_evidence(
        evidence=piece, by=theme.case.person, title=piece.title, part="quote", quote="nu vaker", supports="Zo."
    )

    portfolio = portfolio_of(theme)
    content = content_of(portfolio)
    states = {it.requirement.kind: it.state for it in completeness_of(portfolio).standings}
    assert states["evidence_min"].startswith("1 ")
    assert content["evidence"][0]["frozen"] == WORDS
    assert json.loads(json.dumps(content))["evidence"][0]["provenance"]["sha256"]
    assert as_pdf(portfolio).startswith(b"%PDF")


@pytest.mark.parametrize("kind", KINDS)
def test_one_chooses_by_kind_and_by_word(kind, theme, sanne, all_kinds):
    browser = signed_in(sanne)

    page = browser.get(at(theme, f"van-het-platform/?kind={kind}")).content.decode()
    none = browser.get(at(theme, f"van-het-platform/?kind={kind}&q=zwembad")).content.decode()

    address = at(theme, f"van-het-platform/{kind}/{all_kinds[kind].pk}/")
    assert address in page
    assert address not in none


def test_an_unknown_kind_shows_the_first_and_has_no_page(theme, sanne, post):
    browser = signed_in(sanne)

    assert browser.get(at(theme, "van-het-platform/?kind=anders")).status_code == 200
    assert browser.get(at(theme, f"van-het-platform/anders/{post.pk}/")).status_code == 404
    assert browser.get(f"/mijn/in-portfolio/anders/{post.pk}/").status_code == 404


def asked_at(browser, address):
    browser.get(address)  # what is stored for a while is stored now
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_the_pages_ask_as_much_for_one_as_for_many(theme, sanne, enrolment, network, post, all_kinds):
    browser = signed_in(sanne)
    pages = [
        at(theme),
        *(at(theme, f"van-het-platform/?kind={kind}") for kind in KINDS),
        post.thread.get_absolute_url(),
    ]
    for kind, row in all_kinds.items():
        take(theme, kind, row.pk)
    few = [asked_at(browser, page) for page in pages]

    for number in range(8):
        take(theme, "opdracht", HandInFactory(assignment__network=network, enrolment=enrolment).pk)
        PracticeFactory(contributor=sanne, state="published")
        meeting = MeetingFactory(series__network=network)
        Attendance.objects.create(meeting=meeting, enrolment=enrolment, state="present")
        said = create_post(thread=post.thread, author=sanne, body=f"<p>Bericht {number}.</p>", key=uuid.uuid4())
        take(theme, "bericht", said.pk)

    assert [asked_at(browser, page) for page in pages] == few


def test_a_short_piece_is_all_that_matters_until_its_owner_quotes_less(theme, sanne, post):
    piece = take(theme, "bericht", post.pk)
    browser, address = signed_in(sanne), at(theme, f"{piece.pk}/wijzigen/")
    assert "<dd>all of it</dd>" in browser.get(f"/en{at(theme)}").content.decode()
    assert 'name="page_from"' not in browser.get(address).content.decode()
    told = {"title": "Bericht", "part": "quote", "supports": "Zo."}

    refused = browser.post(address, told | {"quote": "Dit schreef ik nooit."})
    assert refused.status_code == 422
    assert "Dit schreef ik nooit." in refused.content.decode()
    assert browser.post(address, told | {"part": "pages", "page_from": 1}).status_code == 422
    assert browser.post(address, told | {"quote": "nu vaker … gesprek"}).status_code == 302

    piece.refresh_from_db()
    assert (piece.part, piece.quote) == ("quote", "nu vaker … gesprek")


def test_of_a_long_piece_its_owner_says_which_part_matters(theme, sanne, post):
    body = "".join(f"<p>{WORDS}</p>" for _ in range(10))
    long = create_post(thread=post.thread, author=sanne, body=body, key=uuid.uuid4())

    assert not take(theme, "bericht", long.pk).is_marked


def test_only_gaps_are_no_evidence_and_an_emptied_field_is_not_all_of_it(theme, sanne, post):
    with pytest.raises(InvalidInput) as refused:
        take(theme, "bericht", post.pk, text="… …")
    assert "text" in refused.value.errors

    page = signed_in(sanne).post(at(theme, f"van-het-platform/bericht/{post.pk}/"), {"title": "Bericht", "text": " "})

    assert page.status_code == 422
    assert not Evidence.objects.exists()


def test_a_message_of_others_words_alone_has_nothing_to_take(theme, sanne, post):
    body = "<blockquote><p>Geheim van Kees</p></blockquote>"
    reply = create_post(thread=post.thread, author=sanne, body=body, key=uuid.uuid4())

    page = signed_in(sanne).get(f"/en{at(theme, f'van-het-platform/bericht/{reply.pk}/')}").content.decode()

    assert "There are no words of your own in it." in page
    assert 'name="text"' not in page


def test_what_comes_along_in_the_form_changes_nothing_of_where_it_came_from(theme, sanne, post):
    browser = signed_in(sanne)
    faked = {
        "frozen": "Verzonnen",
        "provenance": "{}",
        "sha256": "0" * 64,
        "when": "2001-01-01",
        "perspective": "board",
    }
    sent = {"title": "Mijn bericht", "text": WORDS, "key": str(uuid.uuid4())}

    browser.post(at(theme, f"van-het-platform/bericht/{post.pk}/"), sent | faked)
    browser.post(at(theme, f"van-het-platform/bericht/{post.pk}/"), sent | faked)
    piece = Evidence.objects.get()
    told = dict(piece.provenance)
    browser.post(at(theme, f"{piece.pk}/wijzigen/"), {"title": "Anders", "link": "https://school.example/"} | faked)

    piece.refresh_from_db()
    assert (piece.frozen, piece.provenance, piece.link) == (WORDS, told, "")
    assert told["title"] == "Minder cijfers"
    assert told["when"] == post.created_at.isoformat()
    assert piece.added_by == sanne


def test_a_piece_that_is_in_the_portfolio_says_so(theme, sanne, post):
    take(theme, "bericht", post.pk)

    page = signed_in(sanne).get(f"/en{at(theme, f'van-het-platform/bericht/{post.pk}/')}").content.decode()

    assert "This is in your portfolio already." in page


def test_assessors_and_the_own_data_tell_where_it_came_from(theme, sanne, noor, nadia, carla, post):
    piece = take(fill(theme), "bericht", post.pk)
    explained = {"part": "quote", "quote": "nu vaker", "supports": "Zo."}
    services.change_evidence(evidence=piece, by=sanne, title=piece.title, **explained)
    submission = handed_in(theme)
    services.assign_assessors(theme=theme, by=carla, people=[noor, nadia])
    delete_post(post=post, by=sanne)

    page = signed_in(noor).get(f"/en/mijn/beoordelen/{submission.pk}/").content.decode()

    assert WORDS in page
    assert "Message in a discussion, “Minder cijfers”, Toetsing" in page
    assert piece.provenance["sha256"] in page
    [told] = [case["themes"][0] for case in personal.exported(sanne)]
    for content in (told["portfolio"], told["submissions"][0]["content"]):
        assert piece.provenance in [it["provenance"] for it in content["evidence"]]


def test_what_is_typed_wrong_stays_with_the_error_at_its_field(theme, sanne, post):
    browser = signed_in(sanne)
    address = at(theme, f"van-het-platform/bericht/{post.pk}/")

    refused = browser.post(address, {"title": "Mijn bericht", "text": "Iets anders"})

    assert refused.status_code == 422
    assert "Iets anders" in refused.content.decode()
    taken = browser.post(address, {"title": "Mijn bericht", "text": WORDS})
    piece = Evidence.objects.get()
    assert taken.url == at(theme, f"{piece.pk}/wijzigen/")
    assert "Mijn bericht" in browser.get(taken.url).content.decode()


def test_the_button_stands_at_the_own_work_of_who_writes_a_portfolio(theme, sanne, kees, all_kinds, post, network):
    EnrolmentFactory(network=network, person=kees)
    way = f"/mijn/in-portfolio/bericht/{post.pk}/"
    hand_in = all_kinds["opdracht"]

    own = signed_in(sanne)
    assert way in own.get(post.thread.get_absolute_url()).content.decode()
    assert f"/mijn/in-portfolio/opdracht/{hand_in.pk}/" in own.get(hand_in.url).content.decode()
    assert f"/mijn/in-portfolio/opdracht/{hand_in.pk}/" in own.get(hand_in.assignment.url).content.decode()
    practice = all_kinds["praktijk"]
    assert f"/mijn/in-portfolio/praktijk/{practice.pk}/" in own.get(practice.get_absolute_url()).content.decode()
    assert f"/mijn/in-portfolio/praktijk/{practice.pk}/" in own.get("/praktijkvoorbeelden/mijn/").content.decode()
    others = signed_in(kees)
    case_of(kees)
    assert way not in others.get(post.thread.get_absolute_url()).content.decode()


def test_who_writes_no_portfolio_sees_no_button(sanne, post):
    assert "/mijn/in-portfolio/" not in signed_in(sanne).get(post.thread.get_absolute_url()).content.decode()


def test_with_one_theme_the_button_leads_straight_to_the_piece(theme, sanne, post):
    browser = signed_in(sanne)

    assert browser.get(f"/mijn/in-portfolio/bericht/{post.pk}/").url == at(
        theme, f"van-het-platform/bericht/{post.pk}/"
    )


def test_with_several_themes_one_chooses(sanne, post):
    case_of(sanne, themes=2)

    page = signed_in(sanne).get(f"/mijn/in-portfolio/bericht/{post.pk}/")

    assert page.status_code == 200
    assert page.content.decode().count(f"van-het-platform/bericht/{post.pk}/") == 2


def test_without_a_portfolio_the_page_says_so(post):
    assert signed_in(post.author).get(f"/en/mijn/in-portfolio/bericht/{post.pk}/").status_code == 200


def test_a_visitor_is_asked_to_sign_in(post):
    assert "/account/login/" in signed_in(None).get(f"/mijn/in-portfolio/bericht/{post.pk}/").url


def test_what_is_said_in_a_small_group_stays_there(theme, sanne, network, enrolment):
    group = found_group(
        network=network, by=sanne, name="Groep", people=[EnrolmentFactory(network=network).person], takes_part=True
    )
    thread = start_thread(network=network, group=group, author=sanne, title="Onder ons", body="<p>Geheim.</p>")

    with pytest.raises(NotFound):
        take(theme, "bericht", thread.posts.get().pk)
