"""Editors keep networks, meetings and announcements in /admin/."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from networks.models import Attendance, Enrolment, LogEntry, Meeting, Network, NetworkPage, Series
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory, SeriesFactory


def form_of(network, **changes):
    return {
        "title": network.title,
        "sectors": ["VO", "MBO"],
        "last_places_threshold": 3,
        "waiting_list": "on",
        "places": network.places,
        "offer_hours": network.offer_hours,
        "sign_up_questions-TOTAL_FORMS": 0,
        "sign_up_questions-INITIAL_FORMS": 0,
    } | changes


def test_an_editor_makes_a_network(noor):
    answer = noor.post("/admin/snippets/networks/network/add/", form_of(Network(title="Rijke taal", places=12)))

    assert answer.status_code == 302
    network = Network.objects.get()
    assert (network.slug, network.sectors, network.places) == ("rijke-taal", ["VO", "MBO"], 12)


def test_added_places_go_to_the_waiting_list(noor):
    network = NetworkFactory(places=0, approval=False)
    waiting = EnrolmentFactory(network=network, state=Enrolment.State.WAITING)

    noor.post(f"/admin/snippets/networks/network/edit/{network.pk}/", form_of(network, places=1))

    waiting.refresh_from_db()
    assert waiting.state == Enrolment.State.ACCEPTED


def meetings_form(series, meeting, **changes):
    row = {
        "id": meeting.pk,
        "title": "Nieuw",
        "starts_at": "",
        "ends_at": "",
        "state": "planned",
    } | changes
    return {
        "network": series.network_id,
        "title": series.title,
        "meetings-TOTAL_FORMS": 1,
        "meetings-INITIAL_FORMS": 1,
        "meetings-MIN_NUM_FORMS": 0,
        "meetings-MAX_NUM_FORMS": 1000,
    } | {f"meetings-0-{name}": value for name, value in row.items()}


def test_an_editor_plans_a_meeting_by_the_clock_at_school(noor, db):
    meeting = MeetingFactory()
    when = {"starts_at": "2027-07-05 09:30", "ends_at": "2027-07-05 12:30"}

    noor.post(
        f"/admin/snippets/networks/series/edit/{meeting.series_id}/", meetings_form(meeting.series, meeting, **when)
    )

    meeting.refresh_from_db()
    assert (meeting.title, meeting.starts_at.isoformat()) == ("Nieuw", "2027-07-05T07:30:00+00:00")


def test_a_meeting_with_attendance_stays(noor, network, sanne):
    meeting = MeetingFactory(series__network=network, starts_at=timezone.now() - timedelta(days=1))
    Attendance.objects.create(meeting=meeting, enrolment=sanne.enrolments.get(), state="present")
    address = "/admin/snippets/networks/series"

    page = noor.post(f"{address}/edit/{meeting.series_id}/", meetings_form(meeting.series, meeting, DELETE="on"))
    noor.post(f"{address}/delete/{meeting.series_id}/")

    assert page.status_code == 200
    assert Meeting.objects.filter(pk=meeting.pk).exists()
    assert Series.objects.filter(pk=meeting.series_id).exists()


def test_a_series_without_attendance_can_go(noor):
    series = SeriesFactory()

    noor.post(f"/admin/snippets/networks/series/delete/{series.pk}/")

    assert not Series.objects.exists()


def test_a_page_takes_the_address_of_its_network(network):
    page = network.pages.get()

    assert page.slug == network.slug


def test_a_network_has_one_announcement_per_language(network):
    page = network.pages.get()
    second = NetworkPage(network=network, title="Nog een", intro="Nog een.", locale=page.locale)

    with pytest.raises(ValidationError):
        page.get_parent().add_child(instance=second)


def test_titles_alike_get_addresses_of_their_own(db):
    assert [NetworkFactory(title="Zelfde").slug for _time in range(3)] == ["zelfde", "zelfde-2", "zelfde-3"]


def test_hidden_networks_are_not_in_the_sitemap(network):
    page = network.pages.get()
    assert page.get_sitemap_urls()

    page.network.hidden = True
    assert page.get_sitemap_urls() == []


def questions_form(*rows):
    blank = {"text_en": "", "help_text": "", "only_after": "", "only_after_answer": "", "choices": "", "id": ""}
    questions = [blank | {"kind": "text", "ORDER": number} | row for number, row in enumerate(rows, 1)]
    return {"sign_up_questions-TOTAL_FORMS": len(rows)} | {
        f"sign_up_questions-{number}-{name}": value
        for number, row in enumerate(questions)
        for name, value in row.items()
    }


CHOICE = {"text": "Werkt u met een PTA?", "kind": "choice", "choices": "Ja\nNee"}


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([CHOICE, {"text": "Welk?", "only_after": 2, "only_after_answer": "Ja"}], "Kies een eerdere vraag"),
        ([CHOICE, {"text": "Welk?", "only_after": 9, "only_after_answer": "Ja"}], "Kies een eerdere vraag"),
        ([CHOICE, {"text": "Welk?", "only_after": 1, "only_after_answer": "Soms"}], "Kies uit: Ja, Nee."),
    ],
)
def test_a_question_that_can_never_be_asked_is_refused(noor, rows, text):
    network = NetworkFactory()

    answer = noor.post(
        f"/admin/snippets/networks/network/edit/{network.pk}/", form_of(network, **questions_form(*rows))
    )

    assert text in answer.text
    assert not network.sign_up_questions.exists()


def test_an_editor_asks_more_after_an_answer_and_the_log_tells_of_it(noor):
    network = NetworkFactory()
    form = form_of(
        network, places=11, **questions_form(CHOICE, {"text": "Welk?", "only_after": 1, "only_after_answer": "ja"})
    )

    noor.post(f"/admin/snippets/networks/network/edit/{network.pk}/", form)

    assert [it.text for it in network.sign_up_questions.all()] == ["Werkt u met een PTA?", "Welk?"]
    assert {it.action for it in LogEntry.objects.all()} == {"changed", "questions"}
    changed = LogEntry.objects.get(action="changed")
    assert "plaatsen" in changed.facts["fields"].casefold()
