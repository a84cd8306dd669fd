from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.erasure import erase_account
from accounts.export import build
from tests.validation.conftest import signed_in
from tests.validation.portfolios import SENTENCE, add_evidence, fill, pdf
from validation import services
from validation.models import CaseEvent, FeedbackRequest, ProgrammeRole, SectionText, SectionVersion, Submission
from validation.services import erasing
from validation.states import CaseState

pytestmark = pytest.mark.django_db


def hand_in(theme):
    fill(theme)
    services.judge_done(theme=theme, by=theme.case.person)
    services.submit_theme(theme=theme, by=theme.case.person)


def test_the_own_data_hold_the_portfolio(theme, sanne):
    import io
    import json
    import zipfile

    hand_in(theme)

    archive = zipfile.ZipFile(io.BytesIO(build(sanne)))
    told = json.loads(archive.read("validation.json"))[0]["themes"][0]
    assert SENTENCE in told["portfolio"]["sections"][0]["text"]
    assert told["submissions"][0]["sha256"] == Submission.objects.get().sha256
    assert told["versions"]


def test_who_ends_the_account_leaves_no_text_behind(theme, sanne, django_capture_on_commit_callbacks):
    piece = add_evidence(theme, 7, link="", file=pdf())
    hand_in(theme)
    storage, name = piece.file.storage, piece.file.name

    with django_capture_on_commit_callbacks(execute=True):
        erase_account(person=sanne)

    theme.case.refresh_from_db()
    assert theme.case.state == CaseState.WITHDRAWN
    assert not storage.exists(name)
    assert not SectionText.objects.exists()
    assert not SectionVersion.objects.exists()
    assert not FeedbackRequest.objects.exists()
    assert Submission.objects.get().content == {}
    assert not CaseEvent.objects.exclude(facts={}).exists()
    assert not CaseEvent.objects.exclude(by=None).exists()


def test_a_colleague_hears_that_feedback_is_no_longer_needed(
    theme, sanne, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        services.ask_feedback(theme=theme, by=sanne, name="Bert", email="bert@school.example")

    with django_capture_on_commit_callbacks(execute=True):
        erase_account(person=sanne)

    assert [it.subject for it in mailoutbox if it.to == ["bert@school.example"]][-1].startswith("Niet meer nodig")


def test_an_assessor_who_leaves_has_no_part_any_more(theme, noor, assigned, carla):
    erase_account(person=noor)

    assert not ProgrammeRole.objects.filter(person=noor).exists()
    assert not noor.case_roles.filter(ended_at=None).exists()


def test_a_portfolio_is_emptied_when_it_was_kept_long_enough(theme, sanne):
    fill(theme)
    services.move_case(case=theme.case, step="withdraw", by=sanne)

    with time_machine.travel(timezone.now() + timedelta(days=700), tick=False):
        assert erasing.empty_old_cases() == 0
    with time_machine.travel(timezone.now() + timedelta(days=740), tick=False):
        assert erasing.empty_old_cases() == 1
        assert erasing.empty_old_cases() == 0

    assert not SectionText.objects.exists()
    assert signed_in(sanne).get(theme.case.url).status_code == 200
    assert signed_in(sanne).get(theme.url).status_code == 200
