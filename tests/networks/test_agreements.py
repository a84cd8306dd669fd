"""Agreements in versions, and what editors ask besides (DOMAIN.md 1)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from networks import services
from networks.agreements import KINDS, agreed_by, points_of
from networks.errors import AgreementsMissing
from networks.models import AgreementPoint, Enrolment, ObligationRule
from networks.obligations import ledger
from notifications.models import Notification
from tests.factories.assignments import AssignmentFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.networks.conftest import Caller, signed_in


@pytest.fixture
def own(network, sanne):
    return sanne.enrolments.select_related("network", "person", "school").get()


def stand(enrolment, kind):
    return next(it for it in ledger([enrolment])[enrolment.pk] if it.kind == kind)


def reword(kind, text):
    point = AgreementPoint.objects.get(kind=kind)
    point.text = text
    return services.word_agreement(point=point, by=None)


def test_who_agreed_keeps_the_words_of_that_moment(own):
    old = AgreementPoint.objects.get(kind="time").text

    reword("time", "De school maakt een dagdeel in de week vrij.")

    theirs = next(it.wording for it in agreed_by(own) if it.wording.point.kind == "time")
    new = next(it.wording for it in agreed_by(EnrolmentFactory()) if it.wording.point.kind == "time")
    assert (theirs.text, theirs.version, theirs.is_newest) == (old, 1, False)
    assert (new.text, new.version) == ("De school maakt een dagdeel in de week vrij.", 2)


def test_storing_without_a_new_text_makes_no_version(db):
    assert reword("time", AgreementPoint.objects.get(kind="time").text).version == 1


def test_a_point_of_one_network_is_asked_there_only(network, kees):
    point = AgreementPoint(network=network, text="Ik breng een collega mee.")
    services.word_agreement(point=point, by=None)
    sign_up = {"person": kees, "school": kees.employments.get().school, "learning_question": "Hoe?"}

    with pytest.raises(AgreementsMissing) as refused:
        services.enrol(network=network, agreements=KINDS, **sign_up)

    assert refused.value.errors["agreements"] == ["Ik breng een collega mee."]
    assert len(agreed_by(services.enrol(network=network, agreements={*KINDS, point.key}, **sign_up))) == 5
    assert len(points_of(NetworkFactory())) == 4


def test_the_api_tells_what_is_agreed_to(network, kees):
    answer = Caller(kees)("get", f"networks/{network.slug}/agreements").json()

    assert [it["key"] for it in answer["items"]] == ["attendance", "embedding", "time", "sharing"]


def test_an_editor_words_a_new_version(noor):
    point = AgreementPoint.objects.get(kind="attendance")

    form = {"text": "Ik ben er altijd bij.", "asked": "on", "position": 1}
    answer = noor.post(f"/admin/snippets/networks/agreementpoint/edit/{point.pk}/", form)

    assert answer.status_code == 302
    assert [it.version for it in point.wordings.all()] == [2, 1]


def test_nobody_agrees_to_words_that_came_after_the_page_was_opened(network, kees):
    browser = signed_in(kees)
    ticked = {point.key: str(point.version) for point in browser.get(network.enrol_url).context["form"].points}
    sign_up = {"school": kees.employments.get().school.pk, "learning_question": "Hoe toetsen wij?"}
    reword("time", "De school maakt een dagdeel in de week vrij.")

    refused = browser.post(network.enrol_url, sign_up | ticked)
    agreed = browser.post(network.enrol_url, sign_up | ticked | {"time": "2"})

    assert (refused.status_code, refused.context["form"].errors.keys()) == (422, {"time"})
    assert 'value="2"' in refused.text
    assert refused.text.count(" checked") == 3, "what changed is to be ticked anew"
    assert agreed.status_code == 302


def test_an_editor_asks_for_an_assignment_of_the_network_only(noor, network):
    other = AssignmentFactory()
    form = {"title": "Lever in", "kind": "assignment", "number": 1, "position": 1, "network": network.pk}

    refused = noor.post("/admin/snippets/networks/obligationrule/add/", form | {"assignment": other.pk})
    own = AssignmentFactory(network=network)
    stored = noor.post("/admin/snippets/networks/obligationrule/add/", form | {"assignment": own.pk})

    assert (refused.status_code, stored.status_code) == (200, 302)
    assert ObligationRule.objects.get().assignment == own


def test_handing_in_what_a_rule_asks_is_done(own, network):
    assignment = AssignmentFactory(network=network)
    rule = ObligationRule.objects.create(network=network, title="Opdracht 1", kind="assignment", assignment=assignment)
    assert stand(own, rule.key).state == "open"

    services.save_draft(assignment=assignment, enrolment=own, text="Ons beleid.")
    services.hand_in(assignment=assignment, enrolment=own)

    assert stand(own, rule.key).state == "done"


def test_feedback_on_half_of_what_is_asked_is_on_course(own, network):
    rule = ObligationRule.objects.create(network=None, title="Feedback", kind="feedback", number=2)
    colleague, assignment = EnrolmentFactory(network=network), AssignmentFactory(network=network)
    services.save_draft(assignment=assignment, enrolment=colleague, text="Ons beleid.")
    handed_in = services.hand_in(assignment=assignment, enrolment=colleague)

    services.comment_on_hand_in(hand_in=handed_in, by=own.person, text="Mooi.", by_owner=False)
    services.comment_on_hand_in(hand_in=handed_in, by=own.person, text="En ook dit.", by_owner=False)

    assert (stand(own, rule.key).state, stand(own, rule.key).why) == ("attainable", "1 van 2 zijn gedaan.")


def test_after_its_last_day_it_is_no_longer_attainable(own, network):
    yesterday = timezone.localdate() - timedelta(days=1)
    rule = ObligationRule.objects.create(network=network, title="Schrijf mee", kind="posts", due_on=yesterday)

    assert stand(own, rule.key).state == "unattainable"


def test_a_facilitator_checks_off_what_only_people_can_see(own, network, bram):
    rule = ObligationRule.objects.create(network=network, title="Bezoek een school", kind="check")
    assert stand(own, rule.key).state == "open"

    services.arrange(enrolment=own, kind=rule.key, by=bram, met=True)

    assert stand(own, rule.key).state == "done"


def test_an_absence_is_made_up_for(own, past, bram):
    services.record_attendance(meeting=past, enrolment=own, state="absent", by=bram)
    assert stand(own, "attendance").state == "unattainable"

    made = services.arrange(enrolment=own, kind="attendance", meeting=past, by=bram, text="Schrijf een verslag.")
    assert stand(own, "attendance").state == "attainable"
    assert "Schrijf een verslag." in stand(own, "attendance").todo

    services.meet_arrangement(arrangement=made, by=bram)
    assert stand(own, "attendance").state == "done"


def test_what_is_made_up_for_does_not_cover_the_next_absence(own, past, bram):
    services.record_attendance(meeting=past, enrolment=own, state="absent", by=bram)
    services.arrange(enrolment=own, kind="attendance", meeting=past, by=bram, met=True)
    later = MeetingFactory(series=past.series, number=2, starts_at=timezone.now() - timedelta(days=1))

    services.record_attendance(meeting=later, enrolment=own, state="absent", by=bram)

    afresh = Enrolment.objects.select_related("network").get(pk=own.pk)
    assert stand(afresh, "attendance").state == "unattainable"


def test_an_excuse_beside_an_absence_that_is_made_up_for_loses_nothing(own, past, bram):
    excused = MeetingFactory(series=past.series, number=2, starts_at=timezone.now() - timedelta(days=1))
    services.record_attendance(meeting=past, enrolment=own, state="absent", by=bram)
    services.record_attendance(meeting=excused, enrolment=own, state="excused", by=bram)

    services.arrange(enrolment=own, kind="attendance", meeting=past, by=bram, text="Schrijf een verslag.")

    assert stand(own, "attendance").state == "attainable"


def test_an_excuse_for_a_cancelled_meeting_is_no_risk(own, network, past, bram):
    coming = MeetingFactory(series=past.series, number=2)
    services.announce_absence(meeting=coming, enrolment=own, reason="Ouderavond")
    assert stand(own, "attendance").at_risk

    services.cancel_meeting(meeting=coming, by=bram, reason="Ziekte")

    afresh = Enrolment.objects.select_related("network").get(pk=own.pk)
    assert not stand(afresh, "attendance").at_risk


def test_what_is_taken_back_stands_in_the_log(own, network, past, bram):
    made = services.arrange(enrolment=own, kind="attendance", meeting=past, by=bram, met=True)

    services.remove_arrangement(arrangement=made, by=bram)

    assert str(network.log.first()) == "enrolment.unarranged"


def test_a_change_is_told_once(own, past, bram, sanne):
    services.tell_changes()
    services.record_attendance(meeting=past, enrolment=own, state="absent", by=bram)

    assert [services.tell_changes(), services.tell_changes()] == [1, 0]
    assert Notification.objects.filter(recipient=sanne, kind="obligation.changed").count() == 1
    assert Notification.objects.filter(recipient=bram, kind="obligation.lost").count() == 1


def test_the_facilitator_arranges_on_the_page(own, network, past, bram):
    services.record_attendance(meeting=past, enrolment=own, state="excused", by=bram)
    address = f"/netwerken/{network.slug}/begeleiding/afspraken/{own.pk}/"

    empty = signed_in(bram).post(address, {"about": f"attendance:{past.pk}", "text": ""})
    stored = signed_in(bram).post(address, {"about": f"attendance:{past.pk}", "text": "Lees het verslag."})

    assert (empty.status_code, stored.status_code) == (422, 302)
    assert own.arrangements.get().text == "Lees het verslag."


def test_the_participant_reads_own_words_and_standing(own, network, sanne):
    reword("time", "Een nieuwe tekst.")

    page = signed_in(sanne).get(f"/netwerken/{network.slug}/ruimte/afspraken/").content.decode()

    assert "De school maakt tijd en middelen vrij" in page
    assert "Een nieuwe tekst." not in page


def test_the_ledger_asks_as_often_for_many_rules(own, network, django_assert_max_num_queries):
    for kind in ("feedback", "assignment", "posts", "check"):
        for number in (1, 2, 3):
            ObligationRule.objects.create(network=network, title=kind, kind=kind, number=number)

    with django_assert_max_num_queries(12):
        ledger([own])
