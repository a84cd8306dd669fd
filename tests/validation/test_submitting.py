import pytest

from tests.factories.validation import case_of
from tests.validation.portfolios import add_evidence, fill, pdf, write
from validation import services
from validation.errors import NotWriting, PortfolioIncomplete, StepImpossible, TooManyThemes
from validation.models import Submission
from validation.portfolio.snapshots import sha256_of
from validation.states import ThemeState

pytestmark = pytest.mark.django_db


def hand_in(theme):
    by = theme.case.person
    services.judge_done(theme=theme, by=by)
    return services.submit_theme(theme=theme, by=by)


def test_handing_in_freezes_what_it_says(theme, sanne):
    submission = hand_in(fill(theme))

    assert theme.state == ThemeState.SUBMITTED
    assert submission.number == 1
    assert submission.sha256 == sha256_of(Submission.objects.get().content)
    content = submission.content
    assert [len(content[it]) for it in ("sections", "competencies", "sources", "evidence", "feedback")] == [
        4,
        3,
        4,
        5,
        2,
    ]
    assert content["words"] == submission.words > 0
    with pytest.raises(NotWriting):
        write(theme, "reflectie", "Toch anders.")


def test_an_incomplete_portfolio_is_not_judged_done(theme, sanne):
    with pytest.raises(PortfolioIncomplete) as raised:
        services.judge_done(theme=theme, by=sanne)

    missing = raised.value.extensions["missing"]
    assert {"requirement", "state", "mend"} == set(missing[0])


def test_what_was_taken_back_is_changed_and_handed_in_anew(theme, sanne):
    first = hand_in(fill(theme))
    services.take_back(theme=theme, by=sanne)
    assert services.latest_submission(theme) is None
    services.move_theme(theme=theme, step="reopen", by=sanne)
    write(theme, "reflectie", "Ik koos het toch anders.")

    second = hand_in(theme)

    assert second.number == 2
    assert first.sha256 != second.sha256
    assert services.latest_submission(theme) == second


def test_at_most_two_themes_are_validated_at_once(sanne):
    case = case_of(sanne, themes=3)
    themes = list(case.themes.select_related("theme"))
    for theme in themes:
        theme.case = case
        fill(theme)
    for theme in themes[:2]:
        hand_in(theme)
    services.judge_done(theme=themes[2], by=sanne)

    with pytest.raises(TooManyThemes):
        services.submit_theme(theme=themes[2], by=sanne)

    services.take_back(theme=themes[0], by=sanne)
    assert services.submit_theme(theme=themes[2], by=sanne).number == 1


def test_it_is_handed_in_once(theme, sanne):
    hand_in(fill(theme))

    with pytest.raises(StepImpossible):
        services.submit_theme(theme=theme, by=sanne)
    assert Submission.objects.count() == 1


def test_a_file_that_was_handed_in_stays_when_its_piece_is_taken_out(theme, sanne, django_capture_on_commit_callbacks):
    fill(theme)
    piece = add_evidence(theme, 6, link="", file=pdf())
    hand_in(theme)
    services.take_back(theme=theme, by=sanne)
    services.move_theme(theme=theme, step="reopen", by=sanne)
    storage, name = piece.file.storage, piece.file.name

    with django_capture_on_commit_callbacks(execute=True):
        services.remove_material(row=piece, by=sanne)

    assert storage.exists(name)
    storage.delete(name)
