"""Who was there: announced, with the code in the room, or by hand."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from networks import check_in, services
from networks.errors import CodeUnknown, MeetingNotBegun
from networks.models import Attendance, AttendanceChange, Enrolment
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import Caller, signed_in


@pytest.fixture
def own(sanne, network):
    return Enrolment.objects.get(person=sanne, network=network)


@pytest.fixture
def coming(network):
    return MeetingFactory(series__network=network, number=1)


@pytest.fixture
def now(network):
    """A meeting that began a quarter of an hour ago."""
    return MeetingFactory(series__network=network, number=2, starts_at=timezone.now() - timedelta(minutes=15))


def state_of(meeting):
    return Attendance.objects.filter(meeting=meeting).values_list("state", flat=True).first()


def history_of(meeting):
    return list(AttendanceChange.objects.filter(meeting=meeting).values_list("before", "after", "how"))


def test_an_announced_absence_is_excused_told_and_can_be_taken_back(coming, own, sanne, bram):
    browser = signed_in(sanne)
    browser.post(f"{coming.url}afmelden/", {"reason": "Examens."})
    assert state_of(coming) == "excused"
    assert "Examens." in bram.notifications.get().text
    assert "Examens." in signed_in(bram).get(coming.url).content.decode()

    browser.post(f"{coming.url}toch-komen/")

    assert state_of(coming) is None
    assert history_of(coming) == [("", "excused", "announced"), ("excused", "", "announced")]


def test_other_participants_do_not_read_the_reason(coming, own, network):
    services.announce_absence(meeting=coming, enrolment=own, reason="Ziekenhuis.")

    other = EnrolmentFactory(network=network).person

    assert "Ziekenhuis." not in signed_in(other).get(coming.url).content.decode()


def test_checking_in_with_the_code_counts_once(now, own):
    for _twice in range(2):
        services.check_in(meeting=now, enrolment=own, code=check_in.code_of(now).lower())

    assert state_of(now) == "present"
    assert history_of(now) == [("", "present", "code")]


def test_a_code_is_good_for_a_few_minutes_only(now, own):
    code = check_in.code_of(now)

    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        assert check_in.is_valid(now, code)
        assert check_in.code_of(now) != code
    with time_machine.travel(timezone.now() + timedelta(minutes=4), tick=False), pytest.raises(CodeUnknown):
        services.check_in(meeting=now, enrolment=own, code=code)


def test_a_code_of_another_meeting_or_of_another_day_does_not_fit(now, coming, own):
    with pytest.raises(CodeUnknown):
        services.check_in(meeting=now, enrolment=own, code=check_in.code_of(coming))
    with pytest.raises(MeetingNotBegun):
        services.check_in(meeting=coming, enrolment=own, code=check_in.code_of(coming))


def test_the_qr_leads_to_a_page_that_marks_present_by_one_tap(now, network, sanne, bram):
    screen = signed_in(bram).get(reverse("networks:check_in_screen", args=[network.slug, now.pk]))
    code = screen.context["code"]
    assert "<svg" in screen.content.decode()
    browser, path = signed_in(sanne), f"{now.url}inchecken/"

    assert code in browser.get(f"{path}?code={code}").content.decode()
    assert state_of(now) is None
    assert "U staat op aanwezig" in browser.post(path, {"code": code}).content.decode()
    assert state_of(now) == "present"


@pytest.mark.parametrize("code", ["AAAAAA", "", "😀", "=1+1", "x" * 10_000, "\u202eABC"])
def test_wrong_codes_are_refused_at_the_field(code, now, sanne):
    assert signed_in(sanne).post(f"{now.url}inchecken/", {"code": code}).status_code == 422
    assert Caller(sanne)("put", f"meetings/{now.pk}/check-in", {"code": code}).status_code == 422
    assert state_of(now) is None


def test_a_correction_keeps_what_was_noted_before(now, own, network, bram, sanne):
    services.check_in(meeting=now, enrolment=own, code=check_in.code_of(now))

    path = reverse("networks:attendance", args=[network.slug, now.pk])
    signed_in(bram).post(path, {f"enrolment-{own.pk}": "absent"})

    assert history_of(now) == [("", "present", "code"), ("present", "absent", "hand")]
    page = signed_in(bram).get(path).content.decode()
    assert "Aanwezig → Afwezig" in page


def test_absence_and_check_in_through_the_api(now, coming, sanne):
    call = Caller(sanne)

    assert call("put", f"meetings/{coming.pk}/absence", {"reason": "Examens."}).json()["state"] == "excused"
    assert call("delete", f"meetings/{coming.pk}/absence").status_code == 204
    assert call("put", f"meetings/{now.pk}/check-in", {"code": check_in.code_of(now)}).json()["state"] == "present"


def test_the_list_and_the_badges_name_guests_and_leave_out_who_is_excused(coming, own, network, bram):
    other = EnrolmentFactory(network=network, person__first_name="Fatima")
    services.announce_absence(meeting=coming, enrolment=other, reason="Examens.")
    services.invite_guest(meeting=coming, enrolment=own, name="Petra Groen", email="petra@scholen.example")
    browser = signed_in(bram)

    sheet = browser.get(reverse("networks:attendance_list", args=[network.slug, coming.pk])).content.decode()
    badges = browser.get(reverse("networks:name_badges", args=[network.slug, coming.pk])).content.decode()

    assert "Petra Groen" in sheet
    assert "Fatima" in sheet
    assert "Petra Groen" in badges
    assert "Fatima" not in badges


@pytest.mark.parametrize("members", [1, 40])
def test_the_list_takes_the_same_queries_for_many(members, coming, network, bram, django_assert_max_num_queries):
    for _each in range(members):
        EnrolmentFactory(network=network)
    browser = signed_in(bram)

    with django_assert_max_num_queries(22):
        browser.get(reverse("networks:attendance_list", args=[network.slug, coming.pk]))
