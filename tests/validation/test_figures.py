"""The figures of a programme: states and ages, workload, and how far assessors agree without telling about one."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.people import EmploymentFactory
from tests.factories.validation import CaseThemeFactory, case_of
from tests.validation.assessing import assess, handed_in, propose
from tests.validation.conftest import signed_in
from tests.validation.portfolios import fill
from tests.validation.talks import planned
from validation import services
from validation.assessing.agreement import HANDFUL, agreement_in, kappa_of
from validation.figures import figures_of
from validation.models import CaseTheme

PAGE = "/mijn/coordineren/cijfers/"
YES, NO = "sufficient", "insufficient"
VERDICTS = st.sampled_from([YES, NO])


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(YES, YES)] * 20 + [(YES, NO)] * 5 + [(NO, YES)] * 10 + [(NO, NO)] * 15, 0.4),
        ([(YES, YES), (NO, NO)], 1.0),
        ([(YES, NO), (NO, YES)], -1.0),
        ([(YES, YES)] * 5, None),
        ([], None),
    ],
)
def test_kappa_of_known_tables(pairs, kappa):
    assert kappa_of(tuple(pairs)) == (kappa if kappa is None else pytest.approx(kappa))


@given(st.lists(st.tuples(VERDICTS, VERDICTS)))
def test_kappa_lies_between_its_bounds_and_does_not_care_who_is_first(pairs):
    kappa = kappa_of(tuple(pairs))

    assert kappa == pytest.approx(kappa_of(tuple((other, one) for one, other in pairs)))
    assert kappa is None or -1 <= kappa <= 1 + 1e-9


def decide(theme, carla, people, outcomes):
    """Handed in, assessed by both as told, and decided sufficient."""
    submission = handed_in(fill(theme))
    services.assign_assessors(theme=submission.theme, by=carla, people=people, reason="Voor de proef.")
    for person, outcome in zip(people, outcomes, strict=True):
        assess(submission, person, outcome)
    serial = propose(submission, people[0]).serial
    return services.agree_with_decision(submission=submission, by=people[1], serial=serial)


@pytest.mark.django_db
def test_agreement_is_told_by_whole_handfuls_only(programme, carla, noor, nadia):
    for number in range(HANDFUL):
        assert all(it.number == 0 for it in agreement_in(programme))
        theme = case_of(EmploymentFactory().person).themes.select_related("theme", "case").get()
        decide(theme, carla, [noor, nadia], (YES if number else NO, YES))
    found = agreement_in(programme)

    assert {(it.number, it.percentage) for it in found} == {(HANDFUL, 80)}
    assert "80%" in signed_in(carla).get(PAGE).text


@pytest.mark.django_db
def test_states_and_workload(sufficient, programme, carla, noor, nadia):
    CaseTheme.objects.filter(pk=sufficient.pk).update(state_since=timezone.now() - timedelta(days=9))
    planned(sufficient, carla)
    CaseThemeFactory.create_batch(2, state="writing")

    figures = figures_of(programme)

    assert [(it.state, it.number) for it in figures.states] == [("writing", 2), ("talk_planned", 1)]
    assert {(it.person, it.now, it.talks, it.lately) for it in figures.workloads} >= {(noor, 0, 1, 1), (nadia, 0, 1, 1)}


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["sanne", "noor", "koen", "kees"])
def test_only_who_coordinates_reads_them(who, programme, request):
    assert signed_in(request.getfixturevalue(who)).get(PAGE).status_code == 404


@pytest.mark.django_db
def test_many_cases_cost_no_more_queries(carla, django_assert_max_num_queries):
    browser = signed_in(carla)
    assert browser.get(PAGE).status_code == 200
    CaseThemeFactory.create_batch(30)
    with django_assert_max_num_queries(20):
        assert "30" in browser.get(f"{PAGE}?programme=%00").text
