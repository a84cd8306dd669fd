"""Cases of the route with an intake that no demo has, for `scripts/make_states.py` and the journey through one."""

from datetime import timedelta

from django.utils import timezone

from accounts.managers import confirm_mail_address
from accounts.models import User
from schools.models import Employment, School
from tests.browser.dialogue_states import person_of
from tests.validation.guidance import INTAKE
from tests.validation.scans import answered, asked, own_view
from tests.validation.talks import BUILDING, in_days
from validation import services
from validation.models import Case, GuidanceTalk, Programme
from validation.services import Estimate

DOMAIN = "leernetwerk.example"
OF_THE_JOURNEY = ("Ilse", "Veldkamp")
PEOPLE = {
    "intake-vraagt": ("Vera", "Beek"),
    "intake-gepland": ("Guus", "Dijk"),
    "intake-begonnen": ("Bo", "Akker"),
    "intake-gehad": ("Hanna", "Laan"),
    "scan-open": ("Sam", "Berk"),
    "scan-klaar": ("Kim", "Vos"),
}


def leader(who: str, first_name: str, last_name: str) -> Employment:
    """Somebody with this address who works at a school."""
    password = person_of("coordinator").password
    address = f"{who}@{DOMAIN}"
    person = User.objects.create(email=address, first_name=first_name, last_name=last_name, password=password)
    confirm_mail_address(person)
    school = School.objects.exclude(board=None).order_by("pk")[0]
    return Employment.objects.create(person=person, school=school)


def applied(who: str, first_name: str, last_name: str) -> Case:
    """Somebody with this address who applied for the route with an intake, with two themes."""
    employment = leader(who, first_name, last_name)
    version = services.newest_published(Programme.objects.get(slug="intake"))
    assert version
    themes = list(version.themes.all()[:2])
    return services.start_case(
        programme=version.programme, person=employment.person, school=employment.school, themes=themes
    )


def planned(case: Case, days: int) -> GuidanceTalk:
    return services.plan_guidance(
        case=case,
        by=person_of("coordinator"),
        kind="intake",
        host=person_of("assessor1"),
        starts_at=in_days(days),
        minutes=60,
        spot=BUILDING,
    )


def let_begin(talk: GuidanceTalk) -> GuidanceTalk:
    begun = timezone.now() - timedelta(hours=1)
    GuidanceTalk.objects.filter(pk=talk.pk).update(starts_at=begun, ends_at=begun + timedelta(minutes=60))
    return GuidanceTalk.objects.with_people().get(pk=talk.pk)


def held(talk: GuidanceTalk) -> None:
    """Reported, and corrected once."""
    themes = talk.case.themes.values_list("theme", flat=True)
    estimates = {it: Estimate(20, 40, "Als u een heel schooljaar laat zien.") for it in themes}
    facts = {"talk": talk, "by": talk.host, "estimates": estimates}
    services.report_guidance(texts=INTAKE, **facts)
    other = INTAKE | {"evidence": "Verslagen van uw team, en wat leerlingen zelf zeggen."}
    services.report_guidance(texts=other, read=1, reason="De stem van leerlingen telt ook.", **facts)


def make_intakes() -> None:
    """Somebody who applied, intakes that are planned, begun and held, and a scan that is open and one closed."""
    cases = {who: applied(who, *names) for who, names in PEOPLE.items()}
    talks = {who: planned(cases[who], 8 + at) for at, who in enumerate(list(PEOPLE)[1:])}
    let_begin(talks["intake-begonnen"])
    for who in ("intake-gehad", "scan-open", "scan-klaar"):
        held(let_begin(talks[who]))
    for who in ("scan-open", "scan-klaar"):
        _scan(cases[who])
    own_view(cases["scan-klaar"].scans.get())
    services.close_scan(scan=cases["scan-klaar"].scans.get(), by=cases["scan-klaar"].person)


def _scan(case: Case) -> None:
    """Open, with a team that answered and others who did not; without the own view."""
    scan = services.open_scan(case=case, by=case.person)
    for at, respondent in enumerate(asked(scan, "team", 4)):
        answered(respondent, 3 + at % 3, strong="Luistert en vraagt door.", tip="Mag vaker nee zeggen.")
    asked(scan, "board", 2)


def found_of_intakes() -> dict[str, object]:
    """What stands between braces in the addresses of `pages_of_intakes`."""
    of = {who: Case.objects.get(person=person_of(who)) for who in PEOPLE}
    talks = {who: it.guidance_talks.first() for who, it in of.items()}
    open_scan, closed_scan = of["scan-open"].scans.get(), of["scan-klaar"].scans.get()
    return {
        "scan_case": of["scan-open"].pk,
        "closed_case": of["scan-klaar"].pk,
        "closed_scan": closed_scan.pk,
        "asked_in_scan": open_scan.respondents.get(email="board1@scan.example").pk,
        "scan_token": open_scan.respondents.get(email="board0@scan.example").token,
        "scan_used_token": open_scan.respondents.get(email="team0@scan.example").token,
        "scan_over_token": closed_scan.respondents.get(email="board0@scan.example").token,
        "applied_case": of["intake-vraagt"].pk,
        "applied_theme": of["intake-vraagt"].themes.all()[0].pk,
        "running_case": of["intake-gehad"].pk,
        "running_theme": of["intake-gehad"].themes.all()[0].pk,
        "intake": talks["intake-gepland"].pk,
        "begun_intake": talks["intake-begonnen"].pk,
        "held_intake": talks["intake-gehad"].pk,
    }
