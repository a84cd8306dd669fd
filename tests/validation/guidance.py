"""What happens around an intake and a progress talk, in a few words, so that each test says what matters."""

from datetime import timedelta

import time_machine

from tests.factories.validation import ProgrammeRoleFactory, version_of
from tests.validation.talks import BUILDING, in_days
from validation import services
from validation.models import Case
from validation.services import Estimate

INTAKE = {"procedure": "Eerst schrijven.", "composition": "Vier delen.", "evidence": "Verslagen van uw team."}
PROGRESS = {"composition": "Het vertrekpunt staat.", "work_on": "Meer over uw eigen rol."}


def staff_of_intakes(role, first_name):
    """Somebody with this role in the programme with an intake."""
    programme = version_of("intake").programme
    return ProgrammeRoleFactory(programme=programme, role=role, person__first_name=first_name).person


def planned_guidance(case, coordinator, host, kind="intake", days=3, **facts):
    facts = {"starts_at": in_days(days), "minutes": 60, "spot": BUILDING} | facts
    return services.plan_guidance(case=case, by=coordinator, kind=kind, host=host, **facts)


def during(talk):
    return time_machine.travel(talk.starts_at + timedelta(minutes=30), tick=True)


def reported(talk, by=None, texts=None, least=20, most=40, **facts):
    """The report, during the talk; of an intake for each theme of the case."""
    themes = talk.case.themes.values_list("theme", flat=True) if talk.is_intake else []
    estimates = {it: Estimate(least, most, "Als u het hele jaar laat zien.") for it in themes}
    given = texts or (INTAKE if talk.is_intake else PROGRESS)
    facts = {"estimates": estimates} | facts
    with during(talk):
        return services.report_guidance(talk=talk, by=by or talk.host, texts=given, **facts)


def running(case, coordinator, host):
    """The case after its intake."""
    reported(planned_guidance(case, coordinator, host))
    return Case.objects.with_facts().get(pk=case.pk)
