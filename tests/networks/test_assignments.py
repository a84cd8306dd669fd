"""Assignments: set, handed in, taken back, read by whom the facilitator chose."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from networks import services
from networks.assigned import assignments_due_for
from networks.errors import AssignmentClosed, HandedInAlready, HandInEmpty, HasHandIns
from networks.models import Assignment, AssignmentMaterial, Enrolment, HandIn, HandInComment
from networks.services.assignments import remind
from networks.walltime import day_and_hours
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory
from tests.networks.conftest import Caller, signed_in

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def own(sanne, network):
    return Enrolment.objects.get(person=sanne, network=network)


@pytest.fixture
def assignment(network):
    return AssignmentFactory(network=network)


@pytest.fixture
def tom(network):
    return EnrolmentFactory(network=network, person__first_name="Tom").person


def form(**given):
    plain = {"title": "Lees het stuk", "text": "En schrijf wat u opvalt.", "timing": "before", "days": "0"}
    return plain | {"per": "person", "readers": "members", "key": str(uuid.uuid4())} | given


def test_setting_one_tells_participants_and_a_form_sent_twice_makes_one(network, bram, sanne):
    browser, path = signed_in(bram), f"/netwerken/{network.slug}/opdrachten/nieuw/"
    given = form(link="https://school.example/stuk", day="2027-03-29", clock="09:00")

    for _twice in range(2):
        assert browser.post(path, given).status_code == 302

    made = Assignment.objects.get(network=network)
    assert made.due_at.isoformat() == "2027-03-29T07:00:00+00:00"
    assert AssignmentMaterial.objects.get(assignment=made).title == "school.example"
    assert "29 maart 2027, 09.00" in sanne.notifications.get(kind="assignment.set").text


def test_the_date_follows_the_meeting(network, bram):
    meeting = MeetingFactory(series__network=network, number=1)
    facts = {"title": "Lees", "text": "Lees het stuk.", "meeting": meeting}
    before = services.set_assignment(network=network, by=bram, **facts, timing="before", days=2)
    after = services.set_assignment(network=network, by=bram, **facts, timing="after", days=7)

    later = meeting.starts_at + timedelta(days=14)
    services.change_meeting(meeting=meeting, by=bram, starts_at=later, ends_at=later + timedelta(hours=3))

    before.refresh_from_db()
    after.refresh_from_db()
    assert before.due_at == later - timedelta(days=2)
    assert after.due_at == later + timedelta(days=7, hours=3)


def moved(person):
    return list(person.notifications.filter(kind="assignment.moved").order_by("pk"))


@pytest.fixture
def before_meeting(network, bram):
    """An assignment for two days before a meeting."""
    meeting = MeetingFactory(series__network=network, number=1)
    return services.set_assignment(network=network, by=bram, title="Lees", text="Lees het.", meeting=meeting, days=2)


def test_who_has_still_to_hand_in_hears_that_the_date_moved_along(before_meeting, bram, sanne, tom, network):
    HandInFactory(assignment=before_meeting, enrolment=network.enrolments.get(person=tom))
    later = before_meeting.meeting.starts_at + timedelta(days=14)

    services.change_meeting(
        meeting=before_meeting.meeting, by=bram, starts_at=later, ends_at=later + timedelta(hours=3)
    )

    [told] = moved(sanne)
    assert day_and_hours(later - timedelta(days=2), None) in told.text
    assert day_and_hours(before_meeting.due_at, None) in told.text
    assert moved(tom) == []


def test_another_date_by_hand_is_told_once(before_meeting, bram, sanne):
    for _twice in range(2):
        services.change_assignment(assignment=before_meeting, by=bram, days=1)

    assert len(moved(sanne)) == 1
    services.change_assignment(assignment=before_meeting, by=bram, title="Lees het stuk")
    assert len(moved(sanne)) == 1


@pytest.mark.parametrize("state", ["closed", "past"])
def test_a_date_that_concerns_nobody_is_not_told(state, before_meeting, bram, sanne):
    days = 1
    if state == "closed":
        services.close_assignment(assignment=before_meeting, by=bram)
    else:
        ago = timezone.now() - timedelta(days=30)
        facts = {"starts_at": ago, "ends_at": ago + timedelta(hours=3)}
        services.change_meeting(meeting=before_meeting.meeting, by=bram, **facts)
        before_meeting.refresh_from_db()
        sanne.notifications.all().delete()
    services.change_assignment(assignment=before_meeting, by=bram, days=days)

    assert moved(sanne) == []


def test_a_draft_is_kept_handed_in_taken_back_and_handed_in_anew(assignment, sanne, bram, tom):
    browser, path = signed_in(sanne), f"{assignment.url}inleveren/"
    file = SimpleUploadedFile("Beleid.pdf", PDF)
    browser.post(path, {"action": "save", "version": 0, "text": "Een begin.", "uploads": file, "about_question": "on"})
    draft = HandIn.objects.get(assignment=assignment)
    assert (draft.state, draft.files.get().name) == ("draft", "Beleid.pdf")
    assert draft.learning_question.version == 1
    assert "Een begin." in browser.get(path).content.decode()
    assert signed_in(tom).get(draft.url).status_code == signed_in(bram).get(draft.url).status_code == 404

    browser.post(path, {"action": "hand_in", "version": draft.version, "text": "Het antwoord."})
    assert "Het antwoord." in signed_in(tom).get(draft.url).content.decode()
    assert "heeft ingeleverd" in bram.notifications.get(kind="assignment.handed_in").title

    browser.post(f"{assignment.url}terugnemen/")
    assert signed_in(tom).get(draft.url).status_code == 404
    draft.refresh_from_db()
    browser.post(path, {"action": "hand_in", "version": draft.version, "text": "Beter."})
    assert "Beter." in signed_in(bram).get(draft.url).content.decode()


def test_what_is_handed_in_does_not_change_unless_taken_back(assignment, own, bram):
    place = {"assignment": assignment, "enrolment": own}
    services.save_draft(**place, text="Klaar.")
    services.hand_in(**place)
    services.hand_in(**place)

    with pytest.raises(HandedInAlready):
        services.save_draft(**place, text="Toch anders.")
    services.close_assignment(assignment=assignment, by=bram)
    with pytest.raises(AssignmentClosed):
        services.take_back(**place)
    services.reopen_assignment(assignment=assignment, by=bram)
    assert services.take_back(**place).state == "draft"


def test_nothing_cannot_be_handed_in(assignment, own, sanne):
    with pytest.raises(HandInEmpty):
        services.hand_in(assignment=assignment, enrolment=own)

    page = signed_in(sanne).post(f"{assignment.url}inleveren/", {"action": "hand_in", "version": 0, "text": " "})
    assert page.status_code == 422
    assert "Schrijf een antwoord" in page.content.decode()


def test_an_older_draft_does_not_overwrite_a_newer_one_unseen(assignment, own, sanne):
    services.save_draft(assignment=assignment, enrolment=own, text="Nieuwer, op de telefoon.")
    browser, path = signed_in(sanne), f"{assignment.url}inleveren/"

    page = browser.post(path, {"action": "save", "version": 0, "text": "Van de laptop."})

    assert page.status_code == 422
    assert "Nieuwer, op de telefoon." in page.content.decode()
    assert "Van de laptop." in page.content.decode()
    version = page.context["form"]["version"].value()
    assert browser.post(path, {"action": "save", "version": version, "text": "Van de laptop."}).status_code == 302


def test_colleagues_hand_in_once_for_their_school(network, own, tom):
    colleague = EnrolmentFactory(network=network, school=own.school)
    assignment = AssignmentFactory(network=network, per="school")
    services.save_draft(assignment=assignment, enrolment=own, text="Samen begonnen.")

    before = signed_in(colleague.person).get(assignment.url).text
    page = signed_in(colleague.person).get(f"{assignment.url}inleveren/").content.decode()
    services.hand_in(assignment=assignment, enrolment=colleague)

    assert "Het concept van uw school" in before
    assert "Niemand anders" not in before, "the colleague reads it too"
    assert "Samen begonnen." in page
    assert HandIn.objects.get(assignment=assignment).school == own.school
    assert not assignments_due_for(own.person).exists()


@pytest.mark.parametrize(
    ("readers", "peer", "peer_who_handed_in"),
    [("facilitator", 404, 404), ("members", 200, 200), ("after_own", 404, 200)],
)
def test_who_reads_it_is_the_facilitators_choice(readers, peer, peer_who_handed_in, network, own, bram, tom):
    assignment = AssignmentFactory(network=network, readers=readers)
    hand_in = HandInFactory(assignment=assignment, enrolment=own)
    other = HandInFactory(assignment=assignment).enrolment.person

    assert signed_in(tom).get(hand_in.url).status_code == peer
    assert signed_in(other).get(hand_in.url).status_code == peer_who_handed_in
    assert Caller(tom)("get", f"assignments/{assignment.pk}/hand-ins").json()["total"] == (2 if peer == 200 else 0)
    assert signed_in(bram).get(hand_in.url).status_code == 200


def test_files_are_for_the_readers_only_and_come_as_a_download(network, own, sanne, bram, tom, kees):
    assignment = AssignmentFactory(network=network, readers="facilitator")
    place = {"assignment": assignment, "enrolment": own}
    services.save_draft(**place, text="Zie bijlage.")
    file = services.add_hand_in_file(**place, file=SimpleUploadedFile("Beleid.pdf", PDF))
    services.hand_in(**place)

    answer = signed_in(bram).get(file.url)
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer) == PDF
    assert [signed_in(person).get(file.url).status_code for person in (sanne, tom, kees)] == [200, 404, 403]


def test_comments_are_told_once_and_kept_once(assignment, own, sanne, bram, tom):
    hand_in = HandInFactory(assignment=assignment, enrolment=own)
    given = {"text": "Mooi begin. Wat zegt de sectie?", "key": str(uuid.uuid4())}

    for _twice in range(2):
        signed_in(bram).post(hand_in.url, given)
    signed_in(sanne).post(hand_in.url, {"text": "Dat vraag ik na."})

    assert HandInComment.objects.count() == 2
    assert "Mooi begin" in sanne.notifications.get(kind="assignment.commented").text
    assert "Dat vraag ik na." in bram.notifications.get(kind="assignment.commented").text
    assert "Reacties gekregen" in signed_in(sanne).get(assignment.url).content.decode()


def test_only_who_did_not_hand_in_is_reminded_and_once(network, own, sanne, tom):
    assignment = AssignmentFactory(network=network, due_at=timezone.now() + timedelta(days=2))
    Assignment.objects.update(created_at=timezone.now() - timedelta(days=5))
    HandInFactory(assignment=assignment, enrolment=own)

    assert [remind(), remind()] == [1, 0]

    assert tom.notifications.filter(kind="assignment.due").count() == 1
    assert not sanne.notifications.filter(kind="assignment.due").exists()


def test_one_with_work_for_it_is_closed_rather_than_removed(assignment, own, bram, sanne):
    HandInFactory(assignment=assignment, enrolment=own)

    with pytest.raises(HasHandIns):
        services.remove_assignment(assignment=assignment, by=bram)
    assert signed_in(bram).post(f"{assignment.url}verwijderen/").status_code == 409


def test_the_whole_way_through_the_api(network, bram, sanne):
    call, facilitator = Caller(sanne), Caller(bram)
    body = {"title": "Lees", "text": "Lees het stuk.", "readers": "facilitator", "due_at": "2027-03-29T09:00:00+02:00"}
    key = {"Idempotency-Key": "een"}
    first = facilitator("post", f"networks/{network.slug}/assignments", body, **key)
    again = facilitator("post", f"networks/{network.slug}/assignments", body, **key)
    assert (first.status_code, first.json()) == (201, again.json())
    path = f"assignments/{first.json()['id']}"

    assert call("get", f"{path}/hand-in").status_code == 404
    assert call("put", f"{path}/hand-in", {"text": "Een begin."}).json()["state"] == "draft"
    assert call("put", f"{path}/hand-in", {"text": "Oud.", "version": 0}).json()["code"] == "version_conflict"
    link = call("post", f"{path}/hand-in/links", {"link": "https://school.example/"})
    assert link.status_code == 201
    handed_in = call("post", f"{path}/hand-in").json()
    assert (handed_in["state"], handed_in["files"][0]["title"]) == ("handed_in", "school.example")
    comments = f"hand-ins/{handed_in['id']}/comments"
    assert facilitator("post", comments, {"text": "Dank u."}).status_code == 201
    assert call("get", comments).json()["items"][0]["text"] == "Dank u."
    assert call("delete", f"{path}/hand-in").json()["state"] == "draft"
    assert call("post", f"{path}/close").status_code == 403
    assert facilitator("post", f"{path}/close").json()["closed"] is True
    assert call("post", f"{path}/hand-in").json()["code"] == "assignment_closed"


HOSTILE = [
    "=HYPERLINK(1)",
    "a\r\nBcc: x@y.example",
    "<script>alert(1)</script>",
    "\u202egro.elpmaxe",
    "😀" * 300,
    "\x00",
    "x" * 25_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_kept_harmless_or_refused(text, assignment, sanne, bram, network):
    browser = signed_in(sanne)
    status = browser.post(f"{assignment.url}inleveren/", {"action": "hand_in", "text": text}).status_code
    made = signed_in(bram).post(f"/netwerken/{network.slug}/opdrachten/nieuw/", form(title=text, text=text))
    call = Caller(sanne)("put", f"assignments/{assignment.pk}/hand-in", {"text": text})

    assert {status, made.status_code} <= {302, 422}
    assert call.status_code in {200, 409, 422}
    assert "<script>alert" not in browser.get(assignment.url).content.decode()
    assert "<script>alert" not in browser.get(f"/netwerken/{network.slug}/opdrachten/").content.decode()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://x.example", "geen adres", "https://\x00"])
def test_links_lead_to_the_web_only(link, assignment, sanne):
    assert Caller(sanne)("post", f"assignments/{assignment.pk}/hand-in/links", {"link": link}).status_code == 422
    assert signed_in(sanne).post(f"{assignment.url}inleveren/", {"link": link}).status_code == 422


@pytest.mark.parametrize("members", [1, 40])
def test_pages_take_the_same_queries_for_many(members, assignment, network, bram, sanne, django_assert_max_num_queries):
    for _each in range(members):
        HandInFactory(assignment=assignment)

    facilitator, participant = signed_in(bram), signed_in(sanne)

    with django_assert_max_num_queries(24):
        facilitator.get(assignment.url)
    with django_assert_max_num_queries(24):
        participant.get(f"/netwerken/{network.slug}/opdrachten/")
