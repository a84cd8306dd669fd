"""During and after the talk: notes by oneself, and an outcome on which two agree (DOMAIN.md 3a)."""

import pytest

from core.errors import NotAllowed
from notifications.models import Notification
from tests.validation.talks import about_of, decided, during, fresh, planned, told
from validation import services
from validation.coordinating import TOO_FEW, with_what_they_ask
from validation.errors import NotesElsewhere, ProposalChanged, TalkNotOpen
from validation.models import CaseEvent, CaseTheme, Deadline, Talk, TalkConsent, TalkNote, TalkTheme
from validation.services import erasing
from validation.states import ThemeState

pytestmark = pytest.mark.django_db


def test_passed_when_both_agree(sufficient, carla, noor, nadia, sanne):
    about = decided(planned(sufficient, carla), [noor, nadia])

    assert fresh(sufficient).state in {ThemeState.TALK_PASSED, ThemeState.CERTIFIED}
    assert about.talk.state == Talk.State.HELD
    assert told("talk_passed") == {sanne}
    news = Notification.objects.get(kind="validation.talk_passed")
    assert "U vertelde concreet wat u deed." in news.text


def test_failed_gives_feedback_and_a_new_talk(sufficient, carla, noor, nadia, sanne):
    decided(planned(sufficient, carla), [noor, nadia], "insufficient", "Vertel meer over uw eigen aandeel.")

    assert fresh(sufficient).state == ThemeState.TALK_FAILED
    assert "Vertel meer over uw eigen aandeel." in Notification.objects.get(kind="validation.talk_failed").text
    assert Deadline.objects.filter(kind="talk", met_at=None).count() == 1
    again = planned(fresh(sufficient), carla, days=30)
    assert fresh(sufficient).state == ThemeState.TALK_PLANNED
    assert again.about.count() == 1


def test_one_assessor_never_decides(sufficient, carla, noor):
    talk = planned(sufficient, carla)
    about = about_of(talk)
    with during(talk):
        row = services.propose_outcome(about=about, by=noor, outcome="sufficient", feedback="Goed.", serial=0)
        services.agree_with_outcome(about=about, by=noor, serial=row.serial)
        services.propose_outcome(about=about, by=noor, outcome="sufficient", feedback="Goed.", serial=1)

    assert fresh(sufficient).state == ThemeState.TALK_PLANNED
    assert TalkTheme.objects.get().decided_at is None


@pytest.mark.parametrize("who", ["sanne", "carla", "koen", "third"])
def test_who_does_not_hold_the_talk_decides_and_notes_nothing(who, sufficient, carla, request):
    talk, person = planned(sufficient, carla), request.getfixturevalue(who)
    with during(talk):
        with pytest.raises(NotAllowed):
            services.propose_outcome(about=about_of(talk), by=person, outcome="sufficient", feedback="Ja.", serial=0)
        with pytest.raises(NotAllowed):
            services.save_notes(about=about_of(talk), by=person, notes={})


def test_nothing_is_decided_before_the_talk_or_twice(sufficient, carla, noor, nadia):
    talk = planned(sufficient, carla)
    with pytest.raises(TalkNotOpen):
        services.propose_outcome(about=about_of(talk), by=noor, outcome="sufficient", feedback="Goed.", serial=0)
    about = decided(talk, [noor, nadia])
    with pytest.raises(TalkNotOpen):
        services.agree_with_outcome(about=about, by=noor, serial=about.serial)
    assert CaseEvent.objects.filter(kind="theme.pass_talk").count() == 1


def test_nobody_agrees_with_another_text_than_was_read(sufficient, carla, noor, nadia):
    talk = planned(sufficient, carla)
    about = about_of(talk)
    with during(talk):
        services.propose_outcome(about=about, by=noor, outcome="sufficient", feedback="Goed.", serial=0)
        services.propose_outcome(about=about, by=noor, outcome="insufficient", feedback="Toch niet.", serial=1)
        with pytest.raises(ProposalChanged):
            services.agree_with_outcome(about=about, by=nadia, serial=1)


def test_notes_are_ones_own_and_a_second_window_is_noticed(sufficient, carla, noor, nadia):
    about = about_of(planned(sufficient, carla))
    competency = sufficient.theme.competencies.first()
    notes = {competency.pk: {"situation": "Nieuw rooster", "result": "Meer rust"}}

    services.save_notes(about=about, by=noor, notes=notes)

    assert TalkNote.objects.readable_by(noor).get().result == "Meer rust"
    assert not TalkNote.objects.readable_by(nadia).exists()
    assert not TalkNote.objects.readable_by(carla).exists()
    assert services.serial_of(services.save_notes(about=about, by=noor, notes=notes)) == 1
    with pytest.raises(NotesElsewhere):
        services.save_notes(about=about, by=noor, notes={competency.pk: {"situation": "Iets anders"}}, serial=0)


def test_who_ends_the_account_leaves_no_talk_and_no_words(sufficient, carla, noor, sanne):
    talk = planned(sufficient, carla)
    competency = sufficient.theme.competencies.first()
    services.save_notes(about=about_of(talk), by=noor, notes={competency.pk: {"task": "Leiding geven"}})

    erasing.forget(sanne)

    talk.refresh_from_db()
    assert talk.state == Talk.State.CANCELLED
    assert not TalkNote.objects.exists()


def test_notes_go_with_the_account_of_their_assessor(sufficient, carla, noor, nadia):
    about = about_of(planned(sufficient, carla))
    competency = sufficient.theme.competencies.first()
    for person in (noor, nadia):
        services.save_notes(about=about, by=person, notes={competency.pk: {"task": "Leiding geven"}})

    erasing.forget(noor)

    assert TalkNote.objects.get().assessor == nadia


def test_an_assessor_who_ends_the_account_makes_room_for_another(sufficient, carla, noor, nadia, koen, sanne):
    talk = planned(sufficient, carla)
    with during(talk):
        services.propose_outcome(about=about_of(talk), by=noor, outcome="sufficient", feedback="Goed.", serial=0)
        erasing.forget(noor)

    talk.refresh_from_db()
    assert talk.state == Talk.State.CANCELLED
    assert fresh(sufficient).state == ThemeState.SUFFICIENT
    assert told("assessor_left") == {carla}
    assert told("talk_cancelled") >= {sanne, nadia}
    assert (
        "Een beoordelaar is er niet meer"
        in Notification.objects.get(kind="validation.talk_cancelled", recipient=sanne).text
    )
    assert not TalkConsent.objects.exists()
    asked = with_what_they_ask(CaseTheme.objects.filter(pk=sufficient.pk)).get()
    assert asked.asks == TOO_FEW
