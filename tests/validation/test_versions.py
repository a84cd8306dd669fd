import pytest

from tests.factories.validation import case_of, version_of
from validation.errors import VersionIncomplete, VersionPublished
from validation.models import Fee, Programme, Requirement, Theme
from validation.services import change_part, draft_version, newest_published, publish_version
from validation.shipped import install_programmes

pytestmark = pytest.mark.django_db


def figures(version):
    return dict(version.requirements.values_list("kind", "number"))


def test_the_three_that_ship_have_the_figures_of_the_domain():
    install_programmes()
    portfolio, dialogue, intake = (newest_published(programme) for programme in Programme.objects.all())

    assert {fee.kind: int(fee.amount) for fee in portfolio.fees.all()} == {
        "use": 40, "assessing": 450, "talk": 500, "resubmission": 200, "repeated_talk": 500
    }  # fmt: skip
    assert [int(it.fees.get().amount) for it in (dialogue, intake)] == [950, 2195]
    assert (portfolio.talk_minutes, portfolio.talk_minutes_two_themes, portfolio.themes_at_once) == (45, 75, 2)
    assert (dialogue.reflection_hours, dialogue.people_in_dialogue, portfolio.assessors_per_theme) == (48, 3, 2)
    wanted = {"words_max": 3000, "sources_min": 4, "literature_min": 2, "evidence_min": 5, "evidence_max": 10}
    assert wanted.items() <= figures(portfolio).items()
    assert figures(portfolio)["colleagues_min"] == 2


def test_installing_again_changes_nothing():
    install_programmes()
    Programme.objects.filter(slug="dialoog").update(is_open=False)

    install_programmes()

    assert Programme.objects.count() == 3
    assert not Programme.objects.get(slug="dialoog").is_open


def test_a_draft_says_what_the_newest_version_says():
    version = version_of()

    draft = draft_version(programme=version.programme)

    assert (draft.number, draft.is_draft, draft.talk_minutes) == (2, True, 45)
    assert figures(draft) == figures(version)
    assert draft.competencies.exclude(theme__version=draft).count() == 0
    assert draft.criteria.exclude(competency=None).exclude(competency__version=draft).count() == 0
    assert draft.criteria.count() == version.criteria.count()
    assert draft_version(programme=version.programme) == draft


def test_a_published_version_never_changes():
    fee = version_of().fees.get(kind=Fee.Kind.USE)
    fee.amount = 1

    with pytest.raises(VersionPublished):
        change_part(part=fee)
    with pytest.raises(TypeError):
        fee.save()
    with pytest.raises(TypeError):
        fee.delete()


def test_who_started_stays_on_the_own_version(sanne, kees):
    case = case_of(sanne)
    draft = draft_version(programme=case.version.programme)
    requirement = draft.requirements.get(kind=Requirement.Kind.WORDS_MAX)
    requirement.number = 2500
    change_part(part=requirement)
    publish_version(version=draft, by=None)

    later = case_of(kees)

    case.refresh_from_db()
    assert figures(case.version)["words_max"] == 3000
    assert figures(later.version)["words_max"] == 2500


def test_rules_that_cannot_be_met_are_not_published():
    draft = draft_version(programme=version_of().programme)
    most = draft.requirements.get(kind=Requirement.Kind.EVIDENCE_MAX)
    most.number = 4
    change_part(part=most)

    with pytest.raises(VersionIncomplete):
        publish_version(version=draft, by=None)


def test_a_version_needs_a_theme():
    draft = draft_version(programme=version_of().programme)
    for theme in Theme.objects.filter(version=draft):
        theme.delete()

    with pytest.raises(VersionIncomplete):
        publish_version(version=draft, by=None)
