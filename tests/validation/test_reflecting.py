"""The final reflections: kept, handed in, sealed until all are in, late, put off, and closed by the facilitator."""

import io
import zipfile
from datetime import timedelta

import pytest

from accounts.erasure import erase_account
from accounts.export import build
from core.errors import InvalidInput, NotAllowed
from tests.validation.dialogues import after, closed, ended, others_of, place_of, planned_dialogue, reflected, written
from tests.validation.talks import told
from validation import services
from validation.errors import DialogueNotOpen, ReflectionClosed, ReflectionElsewhere, ReflectionIncomplete
from validation.models import Case, CaseEvent, CaseTheme, Dialogue, FinalReflection, ReflectionOn, ThemeCertificate
from validation.services.dialogue_following import remind_of_dialogues
from validation.states import CaseState, ThemeState

pytestmark = pytest.mark.django_db
SECRET = "Geheime reflectie van Ada"


@pytest.fixture(autouse=True)
def _after_the_talk(request):
    """An hour after the dialogue ended, where there is one that ended."""
    if "held" not in request.fixturenames:
        yield
        return
    with after(request.getfixturevalue("held"), hours=1):
        yield


def exported(person):
    """All that the own data of this person say, as one text."""
    archive = zipfile.ZipFile(io.BytesIO(build(person)))
    return "".join(archive.read(it).decode(errors="replace") for it in archive.namelist())


def readable(person):
    return FinalReflection.objects.readable_by(person).count()


def test_a_draft_is_kept_and_a_second_window_noticed(held, three):
    place = place_of(held, three[0])
    row = written(place, "Eerst")

    with pytest.raises(ReflectionElsewhere) as refused:
        written(place, "Daarna")

    assert refused.value.serial == row.serial == 1
    assert {*services.texts_of(row).values()} == {"Eerst"}
    assert written(place, "Daarna", serial=1).serial == 2


def test_the_same_window_goes_on(held, three):
    place = place_of(held, three[0])
    other = others_of(place).first()
    keep = services.save_reflection
    keep(place=place, by=three[0], texts={other.pk: "a"}, window="w")

    assert keep(place=place, by=three[0], texts={other.pk: "ab"}, window="w").serial == 2


def test_only_about_the_two_others_and_by_oneself(held, three, flip):
    place = place_of(held, three[0])

    with pytest.raises(InvalidInput):
        services.save_reflection(place=place, by=three[0], texts={place.pk: "Over mijzelf"})
    for person in (three[1], flip):
        with pytest.raises(NotAllowed):
            services.save_reflection(place=place, by=person, texts={})


def test_handed_in_it_says_something_of_both_and_stays(held, three):
    place = place_of(held, three[0])
    one, other = others_of(place)
    services.save_reflection(place=place, by=three[0], texts={one.pk: "Helder."})
    with pytest.raises(ReflectionIncomplete) as refused:
        services.hand_in_reflection(place=place, by=three[0])
    assert [*refused.value.errors] == [f"text_{other.pk}"]

    services.save_reflection(place=place, by=three[0], texts={other.pk: "Ook helder."}, serial=1)
    services.hand_in_reflection(place=place, by=three[0], serial=2)

    with pytest.raises(ReflectionClosed):
        services.save_reflection(place=place, by=three[0], texts={one.pk: "Anders."}, serial=2)
    with pytest.raises(ReflectionClosed):
        services.hand_in_reflection(place=place, by=three[0])


def test_before_it_ended_nothing_is_written(dialogue, three):
    with pytest.raises(ReflectionClosed):
        written(place_of(dialogue, three[0]))


def test_nobody_reads_another_before_all_are_in_and_then_all_together(held, three, flip, connie, kees):
    reflected(held, *three[:2])
    assert [readable(it) for it in (*three, flip, connie)] == [1, 1, 0, 0, 0]
    assert told("dialogue_opened") == set()

    reflected(held, three[2])

    assert [readable(it) for it in (*three, flip)] == [3, 3, 3, 3]
    assert [readable(it) for it in (connie, kees)] == [0, 0]
    assert told("dialogue_opened") == {*three, flip}


def test_the_own_data_tell_nothing_before_it_is_open(held, three, flip, connie):
    reflected(held, three[0], text=SECRET)
    assert not any(SECRET in exported(it) for it in (three[1], flip, connie))
    assert SECRET in exported(three[0])

    reflected(held, *three[1:])

    assert SECRET in exported(three[1])


def test_only_who_has_not_handed_in_is_reminded(held, three):
    reflected(held, three[0])
    with after(held, hours=23):
        assert remind_of_dialogues() == 0
    with after(held, hours=25):
        assert (remind_of_dialogues(), remind_of_dialogues()) == (1, 0)

    assert told("dialogue_reflection_near") == {*three[1:]}


def test_when_the_time_has_passed_it_is_said_who_is_late(held, three, flip, connie):
    reflected(held, three[0])
    with after(held, hours=47):
        assert services.late_in(held) == []
    with after(held, hours=49):
        assert [it.person for it in services.late_in(held)] == three[1:]
        assert (remind_of_dialogues(), remind_of_dialogues()) == (1, 0)

    assert told("dialogue_reflection_late") == {*three[1:]}
    assert told("dialogue_reflections_missing") == {flip, connie}


@pytest.mark.parametrize(("hours", "late"), [(47.9, False), (48.1, True)])
def test_late_is_marked_and_still_possible(hours, late, held, three):
    reflected(held, *three[:2])
    with after(held, hours=hours):
        reflected(held, three[2])

    assert FinalReflection.objects.get(place__person=three[2]).is_late == late
    assert readable(three[0]) == 3


def test_more_time_is_for_all_and_logged(held, three, connie, flip, ready):
    reflected(held, three[0])
    due_at = held.due_at + timedelta(days=1)

    services.give_more_time_to_reflect(dialogue=held, by=connie, due_at=due_at, reason="Ziekte.")

    assert told("dialogue_more_time") == {*three, flip}
    assert CaseEvent.objects.filter(kind="deadline.extend").count() == 3
    with after(held, hours=60):
        reflected(held, *three[1:])
    assert not FinalReflection.objects.filter(is_late=True).exists()


def test_less_time_is_no_more_time_and_only_the_coordinator_gives_it(held, connie, flip, three):
    with pytest.raises(InvalidInput):
        services.give_more_time_to_reflect(dialogue=held, by=connie, due_at=held.due_at, reason="x")
    for person in (flip, three[0]):
        with pytest.raises(NotAllowed):
            services.give_more_time_to_reflect(
                dialogue=held, by=person, due_at=held.due_at + timedelta(days=1), reason="x"
            )


def test_without_who_is_late_the_others_go_on(held, three, connie):
    reflected(held, *three[:2])
    late = place_of(held, three[2])
    with pytest.raises(DialogueNotOpen):
        services.go_on_without(place=late, by=connie, reason="Onbereikbaar.")
    with after(held, hours=50):
        services.go_on_without(place=late, by=connie, reason="Onbereikbaar.")
        assert [readable(it) for it in three] == [2, 2, 0]
        assert Case.objects.get(person=three[2]).state == CaseState.APPLIED
    assert told("dialogue_taken_out") == {three[2]}


def test_who_stops_afterwards_is_not_waited_for(held, three, flip, ready):
    reflected(held, *three[:2])

    services.move_case(case=ready[2].case, step="withdraw", by=three[2])

    assert [readable(it) for it in (*three, flip)] == [2, 2, 0, 2]
    assert flip in told("dialogue_left")


def test_who_comes_back_in_time_writes_after_all(held, three, ready):
    reflected(held, three[0])
    services.move_case(case=ready[2].case, step="withdraw", by=three[2])
    services.move_case(case=ready[2].case, step="undo_withdrawal", by=three[2])

    reflected(held, *three[1:])

    assert readable(three[2]) == 3


def test_who_comes_back_too_late_waits_for_another_group(held, three, ready):
    services.move_case(case=ready[2].case, step="withdraw", by=three[2])
    reflected(held, *three[:2])
    services.move_case(case=ready[2].case, step="undo_withdrawal", by=three[2])

    assert Case.objects.get(person=three[2]).state == CaseState.APPLIED


def test_the_last_who_leaves_ends_it(held, three, ready):
    for theme in ready:
        services.move_case(case=theme.case, step="withdraw", by=theme.case.person)

    assert Dialogue.objects.get().state == Dialogue.State.CLOSED


def test_nobody_is_closed_before_all_are_in(held, flip, three):
    reflected(held, *three[:2])
    with pytest.raises(DialogueNotOpen):
        closed(held, flip, three[0])


def test_valued_gives_the_certificate_once_and_ends_the_route(held, flip, three):
    reflected(held, *three)

    for _time in range(2):
        closed(held, flip, three[0])

    certificate = ThemeCertificate.objects.get()
    assert (certificate.name, certificate.points) == (three[0].name, 20)
    assert Case.objects.get(person=three[0]).state == CaseState.COMPLETED
    assert CaseTheme.objects.get(case__person=three[0]).state == ThemeState.CERTIFIED
    assert told("dialogue_valued") == {three[0]}


def test_not_valued_gives_feedback_and_another_dialogue(held, flip, three, connie, ready):
    reflected(held, *three)
    closed(held, flip, three[0], outcome="insufficient", feedback="Vertel wat u zelf koos.")

    theme = CaseTheme.objects.get(pk=ready[0].pk)
    assert theme.state == ThemeState.INSUFFICIENT
    assert Case.objects.get(person=three[0]).state == CaseState.APPLIED
    assert told("dialogue_not_valued") == {three[0]}
    services.move_theme(theme=theme, step="revise", by=three[0])
    services.judge_done(theme=theme, by=three[0])
    assert services.steps_open_to(three[0], theme) == {"reopen"}


def test_only_the_facilitator_closes_and_with_all_closed_it_is_over(held, flip, three, connie):
    reflected(held, *three)
    for person in (connie, three[1]):
        with pytest.raises(NotAllowed):
            closed(held, person, three[0])

    for person in three:
        closed(held, flip, person)

    assert Dialogue.objects.get().state == Dialogue.State.CLOSED
    assert told("dialogue_closed") == {connie}
    assert readable(three[0]) == 3


def test_what_was_closed_is_not_closed_otherwise(held, flip, three):
    reflected(held, *three)
    closed(held, flip, three[0])

    with pytest.raises(DialogueNotOpen):
        closed(held, flip, three[0], outcome="insufficient", feedback="Toch niet.")


def test_what_was_written_by_and_about_somebody_goes_with_the_account(held, three, flip):
    reflected(held, *three, text=SECRET)

    erase_account(person=three[0])

    left = ReflectionOn.objects.exclude(text="")
    assert {(it.reflection.place.person, it.about.person) for it in left} == {
        (three[1], three[2]),
        (three[2], three[1]),
    }


def test_a_next_dialogue_can_follow(held, flip, three, connie, ready):
    reflected(held, *three)
    for person in three:
        closed(held, flip, person, outcome="insufficient", feedback="Nog eens.")
    for theme in ready:
        row = CaseTheme.objects.select_related("case__version__programme", "case__person", "theme").get(pk=theme.pk)
        services.move_theme(theme=row, step="revise", by=row.case.person)
        services.judge_done(theme=row, by=row.case.person)

    again = planned_dialogue(ready, connie, flip, days=30)

    assert ended(again, flip).state == Dialogue.State.HELD
