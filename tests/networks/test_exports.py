"""What a facilitator takes along as a table."""

import csv
from io import BytesIO, StringIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from networks.models import Attendance, LogEntry, SignUpAnswer
from tests.factories.networks import EnrolmentFactory
from tests.networks.conftest import signed_in

HOSTILE = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "a\x07b", "‮tset", "😀", "x" * 10_000]


def export(network, person, table, kind):
    body = {"table": table, "format": kind}
    return signed_in(person).post(f"/netwerken/{network.slug}/begeleiding/export/", body)


def rows(response):
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_participants_with_their_question(network, bram, sanne):
    heading, row = rows(export(network, bram, "deelnemers", "csv"))

    assert heading[0] == "Naam"
    assert row[:2] == [sanne.name, sanne.email]
    assert row[-1] == "Hoe dient toetsing het leren van onze leerlingen?"


def test_attendance_per_meeting(network, bram, sanne, past):
    own = network.enrolments.get(person=sanne)
    Attendance.objects.create(meeting=past, enrolment=own, state=Attendance.State.EXCUSED)

    heading, row = rows(export(network, bram, "aanwezigheid", "csv"))

    assert heading[2].startswith(past.name)
    assert row[2] == str(Attendance.State.EXCUSED.label)


def test_how_each_agreement_stands(network, bram, sanne):
    found = rows(export(network, bram, "afspraken", "csv"))[1:]

    assert {row[0] for row in found} == {sanne.name}
    assert len(found) == 4


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_answer_is_a_formula(network, bram, sanne, kind):
    own = network.enrolments.get(person=sanne)
    SignUpAnswer.objects.bulk_create(
        SignUpAnswer(enrolment=own, asked=f"Vraag {number}", text=text) for number, text in enumerate(HOSTILE)
    )

    response = export(network, bram, "antwoorden", kind)

    if kind == "csv":
        cells = rows(response)[1][3:]
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)
    else:
        [_heading, row] = load_workbook(BytesIO(response.content)).active.iter_rows()
        assert not any(cell.data_type == "f" for cell in row)
        assert row[3].value == "=HYPERLINK(1)"


def test_the_log_keeps_who_exported_what(network, bram):
    export(network, bram, "deelnemers", "xlsx")

    assert LogEntry.objects.get().facts == {"table": "deelnemers", "format": "Excel (XLSX)"}


def test_an_unknown_table_is_refused(network, bram):
    response = export(network, bram, "wachtwoorden", "csv")

    assert response.status_code == 422
    assert "Kies een van de tabellen" in response.text


@pytest.mark.parametrize("table", ["deelnemers", "aanwezigheid", "afspraken", "antwoorden"])
def test_a_long_table_asks_no_more(network, bram, past, table, django_assert_max_num_queries):
    for enrolment in EnrolmentFactory.create_batch(8, network=network):
        SignUpAnswer.objects.create(enrolment=enrolment, asked="Waarom?", text="Daarom.")
    client, body = signed_in(bram), {"table": table, "format": "csv"}
    with django_assert_max_num_queries(18):
        client.post(f"/netwerken/{network.slug}/begeleiding/export/", body)


def test_a_workbook_can_be_read_as_it_opens(network, bram, sanne):
    sheet = load_workbook(BytesIO(export(network, bram, "deelnemers", "xlsx").content)).active
    headings, [row] = [cell.value for cell in sheet[1]], list(sheet.iter_rows(min_row=2))

    assert sheet.freeze_panes == "A2"
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.column_dimensions["B"].width >= len(sanne.email)
    assert row[headings.index("Deelnemer sinds")].is_date


def test_the_day_on_which_somebody_joined_has_no_clock(network, bram, sanne):
    since = network.enrolments.get(person=sanne).joined_at

    heading, row = rows(export(network, bram, "deelnemers", "csv"))

    assert row[heading.index("Deelnemer sinds")] == timezone.localtime(since).date().isoformat()
