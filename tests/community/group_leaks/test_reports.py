"""What of a small group is reported reaches the facilitator; nothing else does."""

import pytest
from django.utils import timezone

from community.care.services import decide_report, hide_post, report_post, show_post
from community.care.watching import matters as matters_of_care
from notifications.models import Notification
from tests.community.groups import SECRET

pytestmark = pytest.mark.django_db


def test_a_reported_message_reaches_the_facilitator_and_nothing_else(client, secret, reply, network, sanne, imke, bram):
    report = report_post(post=reply, by=sanne, reason="private", text="Dit kan niet.")

    news = Notification.objects.get(recipient=bram, kind="post.reported")
    assert SECRET not in str(news.params)
    client.force_login(bram)
    queue = client.get(f"/netwerken/toetsing/begeleiding/meldingen/{report.pk}/").content.decode()
    assert "beter antwoord" in queue
    assert f"{SECRET} inhoud" not in queue
    assert f"/discussie/{secret.pk}/" not in queue
    assert "Intervisie" in queue
    assert client.get(reply.files.get().get_absolute_url()).status_code == 200
    assert client.get(secret.get_absolute_url()).status_code == 404
    titles = {row[2] for part in matters_of_care(network, timezone.now()) for row in part}
    assert titles == {"Intervisie"}

    decide_report(report=report, by=bram, decision="hidden", reason="Het noemt een leerling.")
    overview = client.get("/netwerken/toetsing/begeleiding/meldingen/").content.decode()
    assert SECRET not in overview
    again = client.post(f"/netwerken/toetsing/discussie/berichten/{reply.pk}/verbergen/")
    assert again.url == "/netwerken/toetsing/begeleiding/meldingen/"
    reply.refresh_from_db()
    assert reply.hidden_at is None


def test_what_nobody_reported_a_facilitator_does_not_hide(client, reply, bram):
    client.force_login(bram)
    assert client.get(f"/netwerken/toetsing/discussie/berichten/{reply.pk}/verbergen/").status_code == 404
    assert client.get(reply.files.get().get_absolute_url()).status_code == 404


def test_hiding_and_showing_in_a_group_tells_only_its_people(secret, reply, sanne, bram, imke):
    report_post(post=reply, by=sanne, reason="private")
    Notification.objects.all().delete()
    hide_post(post=reply, by=bram, reason="Een leerling")
    show_post(post=reply, by=bram)
    assert set(Notification.objects.values_list("recipient", flat=True)) == {imke.pk, sanne.pk}
