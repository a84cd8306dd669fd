"""Reporting a message, hiding it, and deciding: who may, who is told, and who reads what."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.erasure import erase_account
from community import services, wire
from community.care import personal
from community.care.policies import get_report_for
from community.care.services import MOST_A_DAY, decide_report, hide_post, report_post, show_post
from community.errors import PostDeleted, ReportDecided, ThreadNotFound, TooManyReports
from community.models import Hiding, NetworkEvent, Report, Thread
from community.policies import get_file_for, get_post_for
from community.searchable import PostSearchable, ThreadSearchable
from core.errors import InvalidInput, NotAllowed, NotFound
from networks.services import close_network
from notifications.models import Notification
from tests.community.conftest import join, say
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
WORDS = "Wat een onzin verkoopt u."


@pytest.fixture
def post(thread, imke):
    return say(thread, imke, f"<p>{WORDS}</p>")


@pytest.fixture
def report(post, sanne):
    return report_post(post=post, by=sanne, reason="unkind", text="Dit doet pijn.")


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


def test_the_facilitator_is_told_of_a_report_and_the_author_is_not(report, bram, imke, sanne):
    assert "post.reported" in told(bram)
    assert "post.reported" not in told(imke) + told(sanne)


def test_reporting_twice_is_once_until_it_is_decided(report, post, sanne, bram):
    assert report_post(post=post, by=sanne, reason="other", text="Nog iets.") == report

    decide_report(report=report, by=bram, decision="left")
    assert report_post(post=post, by=sanne, reason="unkind") != report


def test_nobody_reports_an_own_message(post, imke):
    with pytest.raises(NotAllowed):
        report_post(post=post, by=imke, reason="unkind")


def test_something_else_needs_words(post, sanne):
    with pytest.raises(InvalidInput) as refused:
        report_post(post=post, by=sanne, reason="other")
    assert list(refused.value.errors) == ["text"]


def test_what_is_gone_cannot_be_reported(post, sanne, imke):
    services.delete_post(post=post, by=imke)
    with pytest.raises(PostDeleted):
        report_post(post=post, by=sanne, reason="unkind")


def test_a_flood_of_reports_is_asked_for_patience(thread, imke, sanne):
    for _ in range(MOST_A_DAY):
        report_post(post=say(thread, imke), by=sanne, reason="unkind")
    with pytest.raises(TooManyReports):
        report_post(post=say(thread, imke), by=sanne, reason="unkind")


def test_hiding_tells_the_author_why_and_who_reported_that_it_is_done(report, bram, imke, sanne):
    decide_report(report=report, by=bram, decision="hidden", reason="Zo praten wij niet.", answer="Dank u.")

    why = Notification.objects.get(recipient=imke, kind="post.hidden")
    assert why.params["reason"] == "Zo praten wij niet."
    assert Notification.objects.get(recipient=sanne, kind="report.hidden").params["answer"] == "Dank u."
    assert str(sanne.pk) not in str(why.params)


def test_hiding_decides_on_all_that_was_reported_of_it(report, post, network, bram):
    noor = UserFactory()
    join(network, noor)
    report_post(post=post, by=noor, reason="unkind")
    decide_report(report=report, by=bram, decision="hidden", reason="Zo praten wij niet.")

    assert not Report.objects.open().exists()
    assert told(noor)[-1] == "report.hidden"


def test_leaving_and_answering_hide_nothing(report, post, bram, sanne):
    decide_report(report=report, by=bram, decision="answered", answer="Ik praat met haar.")

    post.refresh_from_db()
    assert post.hidden_at is None
    assert told(sanne)[-1] == "report.answered"


@pytest.mark.parametrize(("decision", "field"), [("hidden", "reason"), ("answered", "answer"), ("x", "decision")])
def test_what_a_decision_needs(decision, field, report, bram):
    with pytest.raises(InvalidInput) as refused:
        decide_report(report=report, by=bram, decision=decision)

    assert list(refused.value.errors) == [field]
    report.refresh_from_db()
    assert report.decision == ""


def test_a_refused_decision_keeps_the_form(report, network, bram, client):
    client.force_login(bram)
    address = reverse("community:report", args=[network.slug, report.pk])

    page = client.post(address, {"decision": "hidden", "reason": "", "answer": "Dank u."})

    assert page.context["report"].decision == ""
    assert page.context["form"].errors["reason"]
    assert "Dank u.</textarea>" in page.text


def test_who_decides_second_reads_the_first_decision(report, network, bram, client):
    client.force_login(bram)
    decide_report(report=report, by=bram, decision="left")

    page = client.post(
        reverse("community:report", args=[network.slug, report.pk]), {"decision": "hidden", "reason": "x"}
    )

    assert page.context["report"].decision == "left"
    assert page.status_code == 200


def test_a_report_is_decided_once(report, bram):
    decide_report(report=report, by=bram, decision="left")
    with pytest.raises(ReportDecided):
        decide_report(report=report, by=bram, decision="left")


def test_nobody_decides_on_an_own_message(thread, network, sanne, bram):
    report = report_post(post=say(thread, bram), by=sanne, reason="unkind")
    noor = UserFactory()
    network.facilitators.add(noor)

    with pytest.raises(NotAllowed):
        decide_report(report=report, by=bram, decision="left")
    assert list(Report.objects.for_decider(bram, network)) == []
    assert list(Report.objects.for_decider(noor, network)) == [report]


def test_a_report_on_the_only_facilitator_goes_to_the_organisation(thread, sanne, bram):
    noor = UserFactory()
    noor.groups.add(Group.objects.get_or_create(name="Beheer")[0])
    report_post(post=say(thread, bram), by=sanne, reason="unkind")

    assert "post.reported" in told(noor)
    assert "post.reported" not in told(bram)


@pytest.fixture
def hidden(post, bram):
    return hide_post(post=post, by=bram, reason="Zo praten wij niet.")


def test_a_hidden_message_is_in_no_event_and_in_no_search(hidden, network, thread):
    frames = wire.frames(list(NetworkEvent.objects.filter(network=network).after(0)))

    assert WORDS not in "".join(frame.text for frame in frames)
    assert frames[-1].kind == "post.hidden"
    assert PostSearchable().document(PostSearchable().queryset().get(pk=hidden.pk)) is None


def test_a_conversation_is_not_found_by_a_hidden_opening(thread, bram):
    hide_post(post=thread.posts.get(), by=bram, reason="Zo praten wij niet.")
    assert ThreadSearchable().document(ThreadSearchable().queryset().get(pk=thread.pk)) is None


def test_a_hidden_message_counts_no_longer(hidden, network, sanne):
    assert [it.unread_count for it in network.threads.with_counts(sanne)] == [0]
    assert list(Thread.objects.unread_by(sanne)) == []


def test_showing_it_again_brings_all_back(hidden, bram, imke, sanne):
    show_post(post=hidden, by=bram)

    assert WORDS in PostSearchable().document(PostSearchable().queryset().get(pk=hidden.pk)).body
    assert told(imke)[-1] == "post.shown"
    assert Hiding.objects.get().shown_by == bram
    assert get_post_for(sanne, hidden.pk) == hidden


def test_who_reads_a_hidden_message(hidden, imke, bram, sanne):
    for reader in (imke, bram):
        assert get_post_for(reader, hidden.pk) == hidden
    with pytest.raises(ThreadNotFound):
        get_post_for(sanne, hidden.pk)


def test_files_of_a_hidden_message_are_not_handed_out(network, thread, imke, sanne, bram):
    kept = services.keep_file(network=network, by=imke, file=SimpleUploadedFile("a.txt", b"Niet voor u"))
    post = services.create_post(thread=thread, author=imke, body="", key=uuid.uuid4(), files=[kept.pk])
    hide_post(post=post, by=bram, reason="Zo praten wij niet.")

    assert get_file_for(imke, kept.pk) == kept
    with pytest.raises(ThreadNotFound):
        get_file_for(sanne, kept.pk)


def test_naming_people_in_a_hidden_message_tells_nobody(hidden, imke, sanne):
    services.edit_post(post=hidden, by=imke, body="<p>@Sanne de Vries, sorry</p>", version=hidden.version)

    assert "post.mentioned" not in told(sanne)


def test_care_goes_on_in_a_closed_network(network, post, sanne, bram):
    close_network(network=network, by=bram)
    report = report_post(post=post, by=sanne, reason="private")
    decide_report(report=report, by=bram, decision="hidden", reason="Dit noemt een leerling.")

    post.refresh_from_db()
    assert post.hidden_at


def test_the_cockpit_says_that_something_was_reported(report, network, bram, client):
    client.force_login(bram)
    titles = [str(it.title) for it in client.get(network.cockpit_url).context["signals"]]

    assert "Er is een bericht gemeld" in titles


PAGES = {
    "report_post": {"participant": 200, "other": 403, "facilitator": 200, "outsider": 403, "visitor": 302},
    "hide_post": {"participant": 403, "other": 403, "facilitator": 200, "outsider": 403, "visitor": 302},
    "reports": {"participant": 403, "other": 403, "facilitator": 200, "outsider": 404, "visitor": 302},
    "report": {"participant": 404, "other": 404, "facilitator": 200, "outsider": 404, "visitor": 302},
}


@pytest.mark.parametrize(("page", "who", "status"), [(p, w, s) for p, it in PAGES.items() for w, s in it.items()])
def test_who_opens_which_page(page, who, status, client, people, network, post, report):
    if who != "visitor":
        client.force_login(people[who])
    places = {"reports": [], "report": [report.pk]}.get(page, [post.pk])

    assert client.get(reverse(f"community:{page}", args=[network.slug, *places])).status_code == status


def test_reporting_and_hiding_by_plain_pages(client, network, post, sanne, bram, imke):
    client.force_login(sanne)
    client.post(reverse("community:report_post", args=[network.slug, post.pk]), {"reason": "unkind", "text": ""})
    report = Report.objects.get()

    client.force_login(bram)
    page = client.get(reverse("community:reports", args=[network.slug])).content.decode()
    assert WORDS in page
    client.post(report.get_absolute_url(), {"decision": "hidden", "reason": "Zo praten wij niet.", "answer": ""})

    for person, reads, says in [(sanne, False, "heeft dit bericht verborgen"), (imke, True, "Zo praten wij niet.")]:
        client.force_login(person)
        shown = client.get(post.thread.get_absolute_url()).content.decode()
        assert (WORDS in shown, says in shown) == (reads, True)


def test_a_quote_takes_no_hidden_words(hidden, client, sanne):
    client.force_login(sanne)

    assert WORDS not in client.get(f"{hidden.thread.get_absolute_url()}?cite={hidden.pk}").content.decode()


def test_the_own_reports_go_along_and_stay_without_a_name(report, sanne, bram):
    assert [it["text"] for it in personal.exported(sanne)] == ["Dit doet pijn."]

    decide_report(report=report, by=bram, decision="left")
    erase_account(person=sanne)
    report.refresh_from_db()
    assert (report.by, report.text, report.decision) == (None, "", "left")


def test_a_report_that_is_not_there(client, network, bram):
    client.force_login(bram)

    assert client.get(reverse("community:report", args=[network.slug, 987654])).status_code == 404


def test_the_door_to_reports(report, sanne):
    with pytest.raises(NotFound):
        get_report_for(sanne, report.pk)
