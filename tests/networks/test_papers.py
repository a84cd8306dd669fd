"""What is written before and after a meeting: who hears of it, and two windows at once."""

from datetime import time

import pytest
from django.urls import reverse

from core.errors import InvalidInput, VersionConflict
from networks import services
from networks.models import LogEntry
from notifications.services import mark_read
from tests.factories.networks import AgendaItemFactory, MeetingFactory
from tests.factories.people import UserFactory
from tests.networks.conftest import signed_in
from tests.networks.test_planning import formset


@pytest.fixture
def meeting(network):
    return MeetingFactory(series__network=network, number=1)


@pytest.fixture
def agenda(meeting, bram):
    """Writes the agenda as Bram does."""

    def write(*items, preparation="", **more):
        return services.write_agenda(meeting=meeting, by=bram, preparation=preparation, items=items, **more)

    return write


@pytest.fixture
def report(meeting, bram):
    """Writes the report as Bram does."""

    def write(*outcomes, text="", **more):
        return services.write_report(meeting=meeting, by=bram, report=text, outcomes=outcomes, **more)

    return write


def news(person, kind):
    return list(person.notifications.filter(kind=kind).order_by("pk"))


def test_members_hear_quietly_and_not_again_until_they_have_read_it(agenda, sanne, bram):
    agenda(preparation="Lees de nota.")
    agenda(preparation="Lees de hele nota.")

    [first] = news(sanne, "meeting.agenda")
    assert first.delivery == "daily"
    assert "wat u kunt voorbereiden" in first.text
    mark_read(person=sanne)
    agenda(preparation="Lees niets.")
    assert "gewijzigd" in news(sanne, "meeting.agenda")[1].text
    assert not news(bram, "meeting.agenda")


def test_who_opened_the_meeting_hears_of_the_next_change(agenda, meeting, sanne):
    agenda(preparation="Lees de nota.")
    signed_in(sanne).get(meeting.url)
    agenda(preparation="Lees de hele nota.")

    assert len(news(sanne, "meeting.agenda")) == 2


def test_what_did_not_change_is_neither_told_nor_noted(agenda, meeting, sanne):
    agenda({"title": "Begin"}, preparation="Lees.\nEn denk na.")
    item = meeting.agenda.get()

    again = agenda({"id": item.pk, "title": "Begin"}, preparation="Lees.\r\nEn denk na. ")

    assert again.agenda_version == 1
    assert LogEntry.objects.filter(action="agenda").count() == 1


@pytest.mark.parametrize("changes", [{"state": "cancelled"}, {"over": True}])
def test_of_a_meeting_that_nobody_goes_to_the_agenda_is_not_told(changes, agenda, meeting, sanne):
    if changes.pop("over", False):
        meeting.starts_at, meeting.ends_at = (it.replace(year=2020) for it in (meeting.starts_at, meeting.ends_at))
    for name, value in changes.items():
        setattr(meeting, name, value)
    meeting.save()

    agenda({"title": "Begin"})

    assert not news(sanne, "meeting.agenda")


def test_the_agenda_stands_in_the_order_of_the_clock(agenda, meeting):
    agenda({"title": "Twee", "starts": time(10)}, {"title": "Daarna"}, {"title": "Een", "starts": time(9, 30)})

    assert [it.title for it in meeting.agenda.all()] == ["Een", "Twee", "Daarna"]


def test_rows_that_are_left_out_go_and_others_stay_themselves(agenda, meeting):
    kept, gone = AgendaItemFactory(meeting=meeting), AgendaItemFactory(meeting=meeting, title="Weg")

    agenda({"id": kept.pk, "title": "Kennismaking"}, {"title": "Nieuw"})

    assert [it.title for it in meeting.agenda.all()] == ["Kennismaking", "Nieuw"]
    assert meeting.agenda.first().pk == kept.pk
    assert not meeting.agenda.filter(pk=gone.pk).exists()


def test_what_cannot_be_names_its_row(agenda):
    other = AgendaItemFactory()

    with pytest.raises(InvalidInput) as refused:
        agenda({"title": "Goed"}, {"title": " "}, {"title": "a\x00b"}, {"id": other.pk, "title": "Van een ander"})

    assert list(refused.value.errors) == ["items.1.title", "items.2.title", "items.3.id"]


def test_a_second_window_does_not_overwrite_the_first(agenda, report):
    agenda(preparation="Eerst.", version=0)
    report(text="Eerst.", version=0)

    with pytest.raises(VersionConflict):
        agenda(preparation="Toen.", version=0)
    with pytest.raises(VersionConflict):
        report(text="Toen.", version=0)


def test_the_second_window_shows_what_the_first_stored_and_then_takes_its_place(network, meeting, bram, agenda):
    browser, path = signed_in(bram), reverse("networks:agenda", args=[network.slug, meeting.pk])
    old = AgendaItemFactory(meeting=meeting, title="Weg")
    agenda({"title": "Van de laptop"}, preparation="Van de laptop.")
    typed = formset("agenda", {"id": old.pk, "title": "Van de telefoon"}) | {"agenda-INITIAL_FORMS": 1}

    page = browser.post(path, typed | {"preparation": "Van de telefoon.", "version": 0})

    shown = page.content.decode()
    assert page.status_code == 422
    assert "Van de laptop." in shown
    assert "Van de telefoon." in shown
    assert 'name="version" value="1"' in shown
    browser.post(path, typed | {"preparation": "Van de telefoon.", "version": 1})
    assert [it.title for it in meeting.agenda.all()] == ["Van de telefoon"]


def test_a_form_that_is_sent_twice_is_no_second_window(network, meeting, bram, sanne):
    browser, path = signed_in(bram), reverse("networks:meeting_report", args=[network.slug, meeting.pk])
    row = {"kind": "action", "text": "PTA delen", "person": sanne.pk}
    sent = formset("outcomes", row) | {"report": "Goed gesprek.", "version": 0}

    assert [browser.post(path, sent).status_code for _twice in range(2)] == [302, 302]

    assert meeting.outcomes.count() == len(news(sanne, "action.given")) == 1
    assert LogEntry.objects.filter(action="report").count() == 1


def test_empty_rows_stay_empty_when_another_window_added_rows(network, meeting, bram, agenda):
    browser, path = signed_in(bram), reverse("networks:agenda", args=[network.slug, meeting.pk])
    agenda({"title": "Van de laptop"}, {"title": "Ook van de laptop"})
    typed = formset("agenda", {"title": "Van de telefoon"}, {"title": ""}) | {"preparation": ""}

    page = browser.post(path, typed | {"version": 0})

    assert [part.errors for part in page.context["formset"]] == [{}, {}]
    assert browser.post(path, typed | {"version": 1}).status_code == 302
    assert [it.title for it in meeting.agenda.all()] == ["Van de telefoon"]


def test_what_is_missing_in_a_row_is_said_at_the_top_and_at_the_field(network, meeting, bram):
    path = reverse("networks:meeting_report", args=[network.slug, meeting.pk])

    page = signed_in(bram).post(path, formset("outcomes", {"kind": "", "text": "PTA delen"}) | {"report": ""})

    assert page.status_code == 422
    shown = page.content.decode()
    assert '<a href="#id_outcomes-0-kind">Besluit of actie 1, ' in shown
    assert "aria-invalid" in shown


def test_only_an_action_is_given_and_only_to_somebody_of_the_network(report, sanne):
    stranger = UserFactory()

    with pytest.raises(InvalidInput) as refused:
        report(
            {"kind": "decision", "text": "Wij stoppen.", "person": sanne},
            {"kind": "action", "text": "PTA delen", "person": stranger},
        )

    assert list(refused.value.errors) == ["outcomes.0.person", "outcomes.1.person"]


def test_the_report_page_gives_an_action_to_a_member(network, meeting, bram, sanne):
    path = reverse("networks:meeting_report", args=[network.slug, meeting.pk])
    row = {"kind": "action", "text": "PTA delen", "person": sanne.pk, "due_on": "2030-01-01"}

    assert signed_in(bram).post(path, formset("outcomes", row) | {"report": "", "version": 0}).status_code == 302

    assert meeting.outcomes.get().person == sanne
    [told] = news(sanne, "action.given")
    assert "PTA delen" in told.title
    assert "Uiterlijk klaar op: 1 januari 2030" in told.text
    assert len(news(sanne, "meeting.report")) == 1


def test_a_day_that_was_mistyped_is_refused(network, meeting, bram):
    path = reverse("networks:meeting_report", args=[network.slug, meeting.pk])
    row = {"kind": "action", "text": "PTA delen", "due_on": "0202-01-01"}

    page = signed_in(bram).post(path, formset("outcomes", row) | {"report": "", "version": 0})

    assert (page.status_code, list(page.context["formset"][0].errors)) == (422, ["due_on"])
    assert "Uiterlijk klaar op" in page.text


def test_the_log_says_who_wrote(agenda, report, bram, network):
    agenda(preparation="Lees.")
    report(text="Goed gesprek.")

    page = signed_in(bram).get(reverse("networks:log", args=[network.slug])).content.decode()
    assert "Schreef de agenda of de voorbereiding van Bijeenkomst 1" in page
    assert "Schreef het verslag, besluiten of acties van Bijeenkomst 1" in page


def test_the_series_page_shows_all_papers_folded(agenda, report, network, sanne):
    agenda({"title": "Toetskwaliteit", "starts": time(9, 30)}, preparation="Lees de nota.")
    report({"kind": "decision", "text": "Wij stoppen met cijfers."}, text="Een goed gesprek.")

    page = signed_in(sanne).get(network.meetings_url).content.decode()

    for text in ("Toetskwaliteit", "Lees de nota.", "Een goed gesprek.", "Wij stoppen met cijfers."):
        assert text in page
    assert page.count("<details open>") == 2  # what is next


def test_the_series_page_says_what_is_not_there_yet(meeting, past, network, sanne):
    page = signed_in(sanne).get(network.meetings_url).content.decode()

    assert "De agenda is er nog niet." in page
    assert "Er is nog geen verslag." in page
