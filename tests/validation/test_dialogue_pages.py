"""Who gets what answer from the pages of a dialogue, and what is typed there."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from tests.factories.people import EmploymentFactory
from tests.validation.conftest import signed_in
from tests.validation.dialogues import after, during, place_of, planned_dialogue, prepared, reflected
from tests.validation.talks import in_days, told
from validation import services
from validation.models import Dialogue, FinalReflection, SuitableDay

pytestmark = pytest.mark.django_db
ONE = "/mijn/dialogen/{pk}/"
COORDINATED = "/mijn/coordineren/dialogen/"
MAKE = f"{COORDINATED}dialoog/samenstellen/"
OF_PLANNED = {
    ONE: {"ada": 200, "flip": 200, "connie": 200, "fem": 404, "kees": 404, "carla": 404},
    f"{ONE}dialoog.ics": {"ada": 200, "flip": 200, "connie": 404, "kees": 404},
    f"{ONE}verplaatsen/": {"connie": 200, "flip": 404, "ada": 404},
    f"{ONE}afzeggen/": {"connie": 200, "flip": 404, "ada": 404},
    f"{ONE}procesbegeleider/": {"connie": 200, "flip": 404, "ada": 404},
    f"{ONE}meer-tijd/": {"connie": 302, "flip": 404, "ada": 404},
    f"{ONE}ruimte/": {"ada": 200, "flip": 200, "connie": 404, "fem": 404},
    f"{ONE}ruimte/nu/": {"ada": 200, "flip": 200, "connie": 404, "fem": 404},
    f"{ONE}ruimte/beeindigen/": {"flip": 302, "ada": 404, "connie": 404},
    f"{ONE}reflectie/": {"ada": 200, "flip": 404, "connie": 404},
    f"{ONE}reflectie/inleveren/": {"ada": 302, "flip": 404, "connie": 404},
    f"{ONE}reflecties/": {"ada": 404, "flip": 404, "connie": 404},
    COORDINATED: {"connie": 200, "flip": 404, "ada": 404, "carla": 404},
    MAKE: {"connie": 200, "flip": 404, "ada": 404, "carla": 404},
    "/mijn/dialogen/": {"ada": 200, "flip": 200, "kees": 200},
    "/mijn/portfolio/{case}/dagen/": {"ada": 200, "bea": 404, "connie": 404, "flip": 404},
}
OF_HELD = {
    ONE: {"ada": 200, "flip": 200, "connie": 200, "fem": 404, "kees": 404},
    f"{ONE}verplaatsen/": {"connie": 302},
    f"{ONE}afzeggen/": {"connie": 302},
    f"{ONE}meer-tijd/": {"connie": 200, "flip": 404, "ada": 404},
    f"{ONE}zonder/{{place}}/": {"connie": 404, "flip": 404, "ada": 404},
    f"{ONE}ruimte/": {"ada": 200, "flip": 200, "connie": 404},
    f"{ONE}reflectie/": {"ada": 200, "flip": 404, "connie": 404},
    f"{ONE}reflecties/": {"ada": 404, "flip": 404, "connie": 404},
    f"{ONE}reflecties/{{place}}/afsluiten/": {"ada": 404, "flip": 404, "connie": 404},
}
OF_OPENED = {
    f"{ONE}reflecties/": {"ada": 200, "bea": 200, "flip": 200, "connie": 404, "fem": 404, "kees": 404},
    f"{ONE}reflecties/{{place}}/afsluiten/": {"ada": 404, "flip": 200, "connie": 404},
    f"{ONE}meer-tijd/": {"connie": 302},
}


def rows(table):
    return [(path, who, status) for path, answers in table.items() for who, status in answers.items()]


@pytest.fixture
def who(three, request):
    names = dict(zip(("ada", "bea", "cas"), three, strict=True))
    return lambda name: names.get(name) or request.getfixturevalue(name)


def address(path, dialogue):
    place = dialogue.places.first()
    return path.format(pk=dialogue.pk, place=place.pk, case=place.theme.case_id)


def at(path, dialogue, person):
    return signed_in(person).get(address(path, dialogue))


@pytest.mark.parametrize(("path", "name", "status"), rows(OF_PLANNED))
def test_pages_of_a_planned_dialogue(path, name, status, dialogue, who):
    assert at(path, dialogue, who(name)).status_code == status
    assert Client().get(address(path, dialogue)).status_code == 302


@pytest.mark.parametrize(("path", "name", "status"), rows(OF_HELD))
def test_pages_while_the_reflections_are_written(path, name, status, held, who):
    with after(held, hours=1):
        assert at(path, held, who(name)).status_code == status


@pytest.mark.parametrize(("path", "name", "status"), rows(OF_OPENED))
def test_pages_once_all_are_in(path, name, status, held, who, three):
    with after(held, hours=1):
        reflected(held, *three)
        assert at(path, held, who(name)).status_code == status


def test_only_the_three_and_the_facilitator_read_what_was_prepared(dialogue, who, three):
    texts = [f"Ik bracht als {it} het team" for it in ("Ada", "Bea", "Cas")]

    for name in ("ada", "bea", "flip"):
        page = at(ONE, dialogue, who(name)).content.decode()
        assert all(it in page for it in texts)
    page = at(ONE, dialogue, who("connie")).content.decode()
    assert not any(it in page for it in texts)


def test_before_a_dialogue_is_planned_nobody_reads_it(ready, connie):
    pages = [signed_in(connie).get(it).content.decode() for it in (COORDINATED, MAKE, ready[0].coordinate_url)]

    assert not any("het team bij elkaar" in it for it in pages)


def test_what_is_being_changed_is_read_by_nobody(dialogue, who, ready, three):
    services.move_theme(theme=ready[0], step="reopen", by=three[0])

    assert "Ik bracht als Ada" not in at(ONE, dialogue, who("bea")).content.decode()


def test_called_off_nobody_reads_it_any_more(dialogue, who, connie):
    services.cancel_dialogue(dialogue=dialogue, by=connie, reason="Ziek.")

    assert {at(ONE, dialogue, who(it)).status_code for it in ("ada", "flip")} == {404}
    assert at(ONE, dialogue, connie).status_code == 200


def test_the_coordinator_brings_together_by_the_page_once(ready, connie, flip):
    browser = signed_in(connie)
    page = browser.get(COORDINATED).content.decode()
    ids = ",".join(str(it.pk) for it in ready)
    assert f"people={ids}" in page
    assert 'value="11:00"' in browser.get(f"{MAKE}?people={ids}").content.decode()
    typed = {
        "people": [it.pk for it in ready],
        "facilitator": flip.pk,
        "day": in_days(9).date().isoformat(),
        "starts": "11:00",
        "ends": "17:00",
        "place": "online",
        "online_url": "",
    }
    refused = browser.post(MAKE, typed)
    assert refused.status_code == 422
    assert "Vul het adres in" in refused.content.decode()
    typed["online_url"] = "https://overleg.example/drie"

    answers = [browser.post(MAKE, typed) for _time in range(2)]

    made = Dialogue.objects.get()
    assert [it.url for it in answers] == [made.url] * 2
    assert made.starts_at.astimezone().utcoffset() is not None


def test_what_stands_against_is_said_at_the_reason(ready, connie, flip):
    EmploymentFactory(person=ready[0].case.person, school=ready[1].case.school)
    typed = {
        "people": [it.pk for it in ready],
        "facilitator": flip.pk,
        "day": in_days(9).date().isoformat(),
        "starts": "11:00",
        "ends": "17:00",
        "place": "other",
        "address": "Buurthuis De Brug",
    }

    answer = signed_in(connie).post(MAKE, typed)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "bij hetzelfde bestuur" in page
    assert "Buurthuis De Brug" in page
    assert signed_in(connie).post(MAKE, typed | {"reason": "Andere locatie."}).status_code == 302


def test_moving_and_calling_off_by_the_pages(dialogue, connie, who):
    browser = signed_in(connie)
    moved = {"day": in_days(20).date().isoformat(), "starts": "10:00", "ends": "16:00", "place": "institute"}

    assert browser.post(address(f"{ONE}verplaatsen/", dialogue), moved).status_code == 302
    assert browser.post(address(f"{ONE}afzeggen/", dialogue), {"reason": ""}).status_code == 422
    assert browser.post(address(f"{ONE}afzeggen/", dialogue), {"reason": "Storm."}).status_code == 302
    assert Dialogue.objects.get().state == "cancelled"


def test_the_room_follows_the_facilitator(dialogue, flip, three):
    room = address(f"{ONE}ruimte/", dialogue)
    with during(dialogue):
        guide, ada = signed_in(flip), signed_in(three[0])
        assert "Neem ons mee" in guide.get(room).content.decode()
        assert "Neem ons mee" not in ada.get(room).content.decode()
        assert guide.post(f"{room}beurt/", {"number": 1}).status_code == 302
        assert "U bent aan de beurt" in ada.get(f"{room}nu/").content.decode()
        assert ada.post(f"{room}beurt/", {"number": 2}).status_code == 404
        for number in ("9", "x", "9" * 30, ""):
            assert guide.post(f"{room}beurt/", {"number": number}).status_code == 302
        assert guide.get(f"{room}beeindigen/").status_code == 200
        assert guide.post(f"{room}beeindigen/").status_code == 302
        assert "De dialoog is afgelopen" in ada.get(f"{room}nu/").content.decode()


def test_a_reflection_is_kept_handed_in_and_opened_by_the_pages(held, three, flip):
    path = address(f"{ONE}reflectie/", held)
    with after(held, hours=1):
        browser = signed_in(three[0])
        fields = {f"text_{it.pk}": "Jij vroeg door." for it in held.places.exclude(person=three[0])}
        one, other = fields
        kept = browser.post(f"{path}bewaren/", {one: "Jij vroeg", "serial": 0, "window": "w"})
        assert (kept.status_code, kept["X-Serial"]) == (200, "1")
        clash = browser.post(f"{path}bewaren/", {one: "Iets anders", other: "", "serial": 0, "window": "v"})
        assert (clash.status_code, clash["X-Serial"]) == (409, "1")
        lacking = browser.post(path, {one: "Jij vroeg door.", "serial": 1, "action": "hand_in"})
        assert lacking.status_code == 422
        assert browser.post(path, {**fields, "serial": 2, "action": "hand_in"}).url == f"{path}inleveren/"
        assert browser.post(f"{path}inleveren/", {"serial": 3}).status_code == 302
        assert browser.post(path, {**fields, "serial": 3}).status_code == 409
        reflected(held, *three[1:], text="Helder gebracht.")
        page = signed_in(flip).get(address(f"{ONE}reflecties/", held)).content.decode()
    assert "Jij vroeg door." in page
    assert page.count("Helder gebracht.") == 4
    assert FinalReflection.objects.filter(is_late=True).count() == 0


def test_the_facilitator_closes_by_the_page(held, three, flip):
    with after(held, hours=1):
        reflected(held, *three)
        place = place_of(held, three[0])
        path = f"{address(ONE, held)}reflecties/{place.pk}/afsluiten/"
        browser = signed_in(flip)
        assert browser.post(path, {"outcome": "sufficient", "feedback": ""}).status_code == 422
        answers = [browser.post(path, {"outcome": "sufficient", "feedback": "Mooi.", "points": 10}) for _time in "ab"]
        assert [it.status_code for it in answers] == [302, 302]
        assert "Mooi." in signed_in(three[0]).get(address(ONE, held)).content.decode()
    assert told("certified") == {three[0]}


def test_who_is_late_is_taken_out_by_the_page(held, three, connie):
    late = place_of(held, three[2])
    path = f"{address(ONE, held)}zonder/{late.pk}/"
    with after(held, hours=49):
        reflected(held, *three[:2])
        assert three[2].name in signed_in(connie).get(address(ONE, held)).content.decode()
        assert signed_in(connie).post(path, {"reason": "Onbereikbaar."}).status_code == 302
    assert Dialogue.objects.get().opened_at


def test_more_time_by_the_page(held, connie):
    path = address(f"{ONE}meer-tijd/", held)
    with after(held, hours=1):
        typed = {"day": "2020-01-01", "clock": "12:00", "reason": "Ziekte."}
        assert signed_in(connie).post(path, typed).status_code == 422
        typed["day"] = (held.due_at + timedelta(days=1)).date().isoformat()
        assert signed_in(connie).post(path, typed).status_code == 302
    assert Dialogue.objects.get().due_at > held.due_at


def test_days_that_suit_by_the_page(ready, three):
    path = f"/mijn/portfolio/{ready[0].case_id}/dagen/"
    browser = signed_in(three[0])
    day = in_days(8).date().isoformat()

    assert {browser.post(path, {"day": day}).status_code for _time in "ab"} == {302}
    assert browser.post(path, {"day": "2020-01-01"}).status_code == 422

    kept = SuitableDay.objects.get()
    assert signed_in(three[1]).post(f"{path}{kept.pk}/verwijderen/").status_code == 404
    assert browser.post(f"{path}{kept.pk}/verwijderen/").status_code == 302
    assert not SuitableDay.objects.exists()


def test_finding_the_preparation_ready_by_the_page(three, ready):
    theme = ready[0]
    services.move_theme(theme=theme, step="reopen", by=three[0])
    browser = signed_in(three[0])
    page = browser.get(f"{theme.url}inleveren/").content.decode()
    assert 'name="submit"' not in page

    assert browser.post(f"{theme.url}inleveren/", {"submit": "1"}).status_code == 302

    theme.refresh_from_db()
    assert theme.state == "judged_done"
    assert browser.get(f"{theme.url}gesprek/").status_code == 404


def test_what_is_asked_stands_on_the_own_page(dialogue, three, flip, connie):
    def asks(person, path):
        return f'href="{address(path, dialogue)}"' in signed_in(person).get("/mijn/").content.decode()

    assert asks(three[0], ONE)
    assert asks(flip, ONE)
    with during(dialogue):
        services.give_turn(dialogue=dialogue, by=flip, number=1)
        services.end_dialogue(dialogue=dialogue, by=flip)
        assert asks(three[0], f"{ONE}reflectie/")
        reflected(dialogue, three[0])
        assert not asks(three[0], f"{ONE}reflectie/")
        reflected(dialogue, *three[1:])
        assert asks(flip, f"{ONE}reflecties/")
        assert not asks(connie, ONE)


def test_the_coordinator_hears_when_three_are_ready(ready, connie):
    assert f'href="{COORDINATED}"' in signed_in(connie).get("/mijn/").content.decode()


def test_pages_ask_the_same_for_few_and_many(dialogue, connie, fem, three, django_assert_max_num_queries):
    for number in range(2):
        planned_dialogue([prepared(f"Meer {number} {it}") for it in "abc"], connie, fem, days=20 + number)
    for number in range(4):
        prepared(f"Klaar {number}")
    browser = signed_in(connie)
    browser.get(COORDINATED)
    with django_assert_max_num_queries(30):
        browser.get(COORDINATED)
    browser = signed_in(three[0])
    browser.get(dialogue.url)
    with django_assert_max_num_queries(30):
        browser.get(dialogue.url)


def test_the_room_asks_little_while_it_looks_again(dialogue, three, django_assert_max_num_queries):
    with time_machine.travel(dialogue.starts_at, tick=True):
        browser = signed_in(three[0])
        path = address(f"{ONE}ruimte/nu/", dialogue)
        browser.get(path)
        with django_assert_max_num_queries(12):
            browser.get(path)
