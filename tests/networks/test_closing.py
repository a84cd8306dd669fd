"""The end of a network: the evaluation, the certificate, and the archive that nobody changes."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone, translation
from pypdf import PdfReader

from accounts import erasure
from community.services import create_post, start_thread
from core.errors import DomainError
from networks import services
from networks.certificates.drawing import draw
from networks.certificates.numbers import is_genuine, new_number
from networks.errors import AlreadyEvaluated, NetworkArchived, NetworkNotClosed
from networks.evaluating import evaluation_of
from networks.models import Certificate, Enrolment, EvaluationQuestion, Network
from networks.models.networks import Status
from networks.services.evaluating import REMIND_AFTER
from notifications.models import Notification
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.networks.conftest import Caller, signed_in


@pytest.fixture
def own(network, sanne):
    return sanne.enrolments.select_related("network", "person", "school").get()


@pytest.fixture
def all_done(own, past, bram):
    """Sanne was there, told how her school goes on, and what only people see is checked off."""
    services.record_attendance(meeting=past, enrolment=own, state="present", by=bram)
    for kind in ("embedding", "time"):
        services.report_obligation(enrolment=own, kind=kind, text="Op maandagmiddag.")
    services.arrange(enrolment=own, kind="sharing", by=bram, met=True)
    return own


@pytest.fixture
def certificate(all_done, network, bram):
    services.close_network(network=network, by=bram)
    return Certificate.objects.get(enrolment=all_done)


def file_of(certificate):
    return services.drawn(certificate=certificate).file.read()


def test_who_did_everything_gets_a_certificate_with_the_hours(certificate, past, sanne):
    assert (certificate.name, certificate.hours) == (sanne.name, 3)
    assert certificate.days == [timezone.localtime(past.starts_at).date().isoformat()]
    assert Notification.objects.filter(recipient=sanne, kind="certificate.issued").count() == 1


@pytest.mark.parametrize(
    ("language", "hours", "words"),
    [
        ("nl", "17.92", "17 uur en 55 minuten"),
        ("nl", "3.00", "3 uur"),
        ("en", "1.02", "1 hour and 1 minute"),
        ("en", "0.75", "45 minutes"),
        ("nl", "0.00", "0 uur"),
    ],
)
def test_the_time_present_is_told_in_hours_and_minutes(certificate, language, hours, words):
    certificate.language, certificate.hours = language, Decimal(hours)

    text = " ".join(PdfReader(BytesIO(draw(certificate))).pages[0].extract_text().split())

    assert f" {words} " in text


def test_who_did_not_gets_none_until_it_is_granted(own, network, bram):
    with pytest.raises(NetworkNotClosed):
        services.grant_certificate(enrolment=own, by=bram, reason="Ziek geweest.")
    services.close_network(network=network, by=bram)
    assert not Certificate.objects.exists()

    granted = services.grant_certificate(enrolment=own, by=bram, reason="Ziek geweest.")

    assert (granted.granted_by, granted.hours) == (bram, 0)


def test_a_certificate_granted_twice_is_noted_once(own, network, bram):
    services.close_network(network=network, by=bram)

    first, second = (services.grant_certificate(enrolment=own, by=bram, reason="Ziek geweest.") for _time in range(2))

    assert first == second
    assert network.log.filter(subject="enrolment", action="granted").count() == 1


def test_closing_twice_and_again_after_reopening_keeps_the_certificate(certificate, network, bram):
    services.reopen_network(network=network, by=bram)
    Enrolment.objects.filter(pk=certificate.enrolment_id).update(joined_at=timezone.now())
    services.close_network(network=network, by=bram)

    assert Certificate.objects.get().number == certificate.number


def test_the_pdf_is_tagged_and_says_what_it_is(certificate, settings):
    reader = PdfReader(BytesIO(file_of(certificate)))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "nl"
    assert reader.metadata.title == "Bewijs van deelname – Sanne de Vries"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    text = reader.pages[0].extract_text()
    assert all(word in text for word in (certificate.number, "Flexibel toetsen", "3 uur", certificate.school))


def test_the_pdf_is_drawn_once(certificate, sanne):
    first = file_of(certificate)
    type(sanne).objects.filter(pk=sanne.pk).update(last_name="Anders")

    assert file_of(Certificate.objects.get()) == first


@pytest.mark.parametrize("name", ["=1+1 <b>#x", "😀 العربية", "x" * 300, "\u202eomgekeerd"])
def test_any_name_can_be_drawn(name, certificate):
    Certificate.objects.filter(pk=certificate.pk).update(name=name)

    assert file_of(certificate).startswith(b"%PDF")


def test_anybody_checks_a_number(client, certificate):
    page = client.get(f"/certificaat/{certificate.number}/")

    assert page.status_code == 200
    assert certificate.name in page.content.decode()
    assert certificate.school not in page.content.decode()


@pytest.mark.parametrize("number", ["LN-AAAAAAAA-AAAAAAAA", "x", "LN-é-1", "%00", "LN--"])
def test_a_number_that_we_did_not_give_out_asks_no_database(client, number, db, django_assert_num_queries):
    assert not is_genuine(number)
    assert client.get(f"/certificaat/{number}/").status_code == 404


def test_numbers_stay_genuine_when_the_secret_is_replaced(settings):
    number, old = new_number(), settings.SECRET_KEY
    settings.SECRET_KEY = "another-secret"
    assert not is_genuine(number)

    settings.SECRET_KEY_FALLBACKS = [old]
    assert is_genuine(number)


def test_the_participant_and_the_facilitator_download_it_and_nobody_else(certificate, network, sanne, bram):
    address = f"/netwerken/{network.slug}/ruimte/certificaat/{certificate.pk}/"
    colleague = EnrolmentFactory(network=network).person

    assert [signed_in(it).get(address).status_code for it in (sanne, bram, colleague)] == [200, 200, 404]


def test_ending_the_account_voids_the_certificate(certificate, sanne, client):
    file_of(certificate)
    erasure.erase_account(person=sanne)

    certificate.refresh_from_db()
    assert (certificate.name, bool(certificate.file)) == ("", False)
    assert client.get(f"/certificaat/{certificate.number}/").status_code == 404


def answers(network, mark="4", text="Het netwerk hielp."):
    asked = EvaluationQuestion.objects.asked_in(network)
    given = {"scale": mark, "text": text, "choice": "Ja"}
    return {question.pk: given[question.kind] for question in asked}


def test_answers_are_shown_from_four_on_and_have_no_name(network, bram):
    people = EnrolmentFactory.create_batch(4, network=network)
    services.open_evaluation(network=network, by=bram)
    for enrolment in people[:3]:
        services.evaluate(enrolment=enrolment, answers=answers(network))
    assert (evaluation_of(network).results, evaluation_of(network).lacking) == ([], 1)

    services.evaluate(enrolment=people[3], answers=answers(network, mark="2"))

    results = evaluation_of(network).results
    assert dict(results[0].counts) == {"1": 0, "2": 1, "3": 0, "4": 3, "5": 0}
    assert results[0].average == 3.5
    assert results[4].texts == ["Het netwerk hielp."] * 4


def test_the_answers_to_choose_from_are_in_the_readers_language(network, bram):
    services.open_evaluation(network=network, by=bram)
    for enrolment in EnrolmentFactory.create_batch(4, network=network):
        services.evaluate(enrolment=enrolment, answers=answers(network))

    with translation.override("en"):
        results = evaluation_of(network).results

    assert dict(results[3].counts) == {"Yes": 4, "Partly": 0, "No": 0}


def test_nobody_answers_twice(own, network, bram):
    services.open_evaluation(network=network, by=bram)
    services.evaluate(enrolment=own, answers=answers(network))

    with pytest.raises(AlreadyEvaluated):
        services.evaluate(enrolment=own, answers=answers(network))


def test_the_questions_are_answered_on_a_page(network, bram, sanne):
    address = f"/netwerken/{network.slug}/ruimte/evaluatie/"
    signed_in(bram).post(f"/netwerken/{network.slug}/begeleiding/afsluiten/evaluatie/")

    refused = signed_in(sanne).post(address, {"question_1": "9"})
    taken = signed_in(sanne).post(address, {f"question_{pk}": it for pk, it in answers(network).items()})

    assert (refused.status_code, taken.status_code) == (422, 302)
    assert network.evaluation_responses.count() == 1
    assert Notification.objects.filter(recipient=sanne, kind="network.evaluation").count() == 1


def test_who_did_not_answer_is_asked_once_more_before_the_network_closes(network, own, bram, sanne):
    tom = EnrolmentFactory(network=network).person
    services.open_evaluation(network=network, by=bram)
    assert services.remind_to_evaluate() == 0

    Network.objects.update(evaluation_opened_at=timezone.now() - REMIND_AFTER)
    services.evaluate(enrolment=own, answers=answers(network))
    assert [services.remind_to_evaluate(), services.remind_to_evaluate()] == [1, 0]

    reminded = Notification.objects.filter(kind="network.evaluation_due")
    assert [(it.recipient, it.url) for it in reminded] == [(tom, network.evaluation_url)]


def test_a_closed_network_reminds_nobody_of_its_evaluation(network, bram, sanne):
    services.open_evaluation(network=network, by=bram)
    Network.objects.update(evaluation_opened_at=timezone.now() - REMIND_AFTER, closed_at=timezone.now())

    assert services.remind_to_evaluate() == 0


def test_closing_declines_who_waits_and_leaves_the_running_overview(network, bram, client):
    waiting = EnrolmentFactory(network=network, state=Enrolment.State.WAITING)
    asked = EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)

    services.close_network(network=network, by=bram)

    network.refresh_from_db()
    states = set(Enrolment.objects.filter(pk__in=[waiting.pk, asked.pk]).values_list("state", flat=True))
    assert states == {Enrolment.State.DECLINED}
    assert (network.status, network.is_past) == (Status.CLOSED, True)


def test_nobody_is_said_to_get_no_certificate_while_it_can_still_be(network, own, bram):
    MeetingFactory(series__network=network, number=1)
    browser = signed_in(bram)

    before = browser.get(network.closing_url).text
    services.close_network(network=network, by=bram)
    after = browser.get(network.closing_url).text

    assert ("Nog niet alles" in before, "Geen bewijs" in before) == (True, False)
    assert ("Nog niet alles" in after, "Geen bewijs" in after) == (False, True)


def test_the_closing_page_says_what_is_missing(network, past, bram):
    page = signed_in(bram).get(f"/netwerken/{network.slug}/begeleiding/afsluiten/").content.decode()

    assert "Niet klaar" in page
    assert "Sanne de Vries" in page


@pytest.mark.parametrize(
    "path", ["ruimte/", "bijeenkomsten/", "opdrachten/", "peilingen/", "ondersteuning/", "discussie/"]
)
def test_members_read_a_closed_network_under_a_clear_sign(path, network, bram, sanne):
    services.close_network(network=network, by=bram)

    page = signed_in(sanne).get(f"/netwerken/{network.slug}/{path}")

    assert page.status_code == 200
    assert "Dit netwerk is gesloten." in page.content.decode()


def test_nothing_is_changed_in_a_closed_network(all_done, network, past, bram, sanne, kees):
    thread = start_thread(network=network, author=sanne, title="Vraag", body="<p>Hoe?</p>")
    post = thread.posts.get()
    later = timezone.now() + timedelta(days=3)
    services.close_network(network=network, by=bram)
    Network.objects.filter(pk=network.pk).update(approval=False)
    own, school = all_done, kees.employments.get().school
    agreed = {"attendance", "embedding", "time", "sharing"}
    changes = [
        lambda: services.enrol(network=network, person=kees, school=school, learning_question="x", agreements=agreed),
        lambda: services.withdraw(enrolment=own),
        lambda: services.record_attendance(meeting=past, enrolment=own, state="absent", by=bram),
        lambda: services.report_obligation(enrolment=own, kind="time", text="Anders."),
        lambda: services.revise_learning_question(enrolment=own, text="Anders?", what_changed="Alles."),
        lambda: services.arrange(enrolment=own, kind="time", by=bram, text="Anders."),
        lambda: services.set_assignment(network=network, by=bram, title="Opdracht", text="Doe dit."),
        lambda: services.plan_meeting(series=past.series, by=bram),
        lambda: services.change_meeting(meeting=past, by=bram, title="Anders"),
        lambda: services.make_poll(network=network, by=bram, title="Peiling", deadline=later, options=[]),
        lambda: services.ask_for_support(enrolment=own, subject="Hulp", text="Help."),
        lambda: services.write_to_members(network=network, by=bram, members=[], subject="x", text="y", key=None),
        lambda: services.open_evaluation(network=network, by=bram),
        lambda: services.evaluate(enrolment=own, answers={}),
        lambda: services.invite_guest(meeting=past, enrolment=own, name="Gijs", email="gijs@scholen.example"),
        lambda: start_thread(network=network, author=sanne, title="Nog een", body="<p>x</p>"),
        lambda: create_post(thread=thread, author=sanne, body="<p>x</p>", key=post.key),
    ]

    refused = [_refusal(change) for change in changes]

    assert refused == [NetworkArchived] * len(changes)


def _refusal(change):
    try:
        change()
    except DomainError as error:
        return type(error)
    return None


def test_the_api_says_that_it_is_closed(network, bram, sanne):
    services.close_network(network=network, by=bram)

    answer = Caller(sanne)("post", f"networks/{network.slug}/threads", {"title": "Vraag", "body": "<p>Hoe?</p>"})

    assert (answer.status_code, answer.json()["code"]) == (409, "network_archived")


def test_another_network_goes_on(network, bram):
    other = EnrolmentFactory(network=NetworkFactory())
    services.close_network(network=network, by=bram)

    services.report_obligation(enrolment=other, kind="time", text="Op maandag.")

    assert other.obligation_notes.count() == 1
