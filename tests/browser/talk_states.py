"""Talks and certificates that no demo has, for `scripts/make_states.py`."""

from datetime import timedelta

from django.utils import timezone

from accounts.managers import confirm_mail_address
from accounts.models import User
from schools.models import Employment, School
from tests.validation.talks import decided, made_sufficient, offered, planned
from validation import services
from validation.models import Case, CaseTheme, FormalLearning, Programme, ProgrammeVersion, Talk, ThemeCertificate
from validation.services import Spot

PLANNED = "gesprek-gepland"
DOMAIN = "leernetwerk.example"


def _person(who: str) -> User:
    return User.objects.get(email=f"{who}@{DOMAIN}")


def _version() -> ProgrammeVersion:
    version = services.newest_published(Programme.objects.get(slug="portfolio"))
    assert version
    return version


def make_talks() -> None:
    """A theme to choose a moment for and one with its certificate; and somebody with a talk to come and one held."""
    coordinator, assessors = _person("coordinator"), [_person("assessor2"), _person("assessor3")]
    case = Case.objects.get(person=_person("schoolleider3"))
    certified, choosing = (_added(case, number) for number in (2, 3))
    theme = made_sufficient(certified, coordinator, assessors)
    decided(planned(theme, coordinator, days=2), assessors, "insufficient", "Vertel meer over uw eigen aandeel.")
    again = planned(CaseTheme.objects.get(pk=theme.pk), coordinator, days=3)
    decided(again, assessors)
    certificate = ThemeCertificate.objects.get(theme=theme)
    services.choose_shown(certificate=certificate, by=case.person, shown=["name", "theme", "day"])
    offered(made_sufficient(choosing, coordinator, assessors), assessors[0], 20, 21)
    services.set_registration(by=case.person, until=timezone.localdate() + timedelta(days=400))
    services.note_learning(
        by=case.person, title="Leergang onderwijskundig leiden", organisation="Leerrijk", on=_at(-90).date(), points=60
    )
    _plan_two(coordinator, assessors)


def _plan_two(coordinator: User, assessors: list[User]) -> None:
    """Somebody who talks online soon about one theme; about the other the outcome is proposed."""
    person = User.objects.create(
        email=f"{PLANNED}@{DOMAIN}", first_name="Roos", last_name="Valk", password=coordinator.password
    )
    confirm_mail_address(person)
    school = School.objects.get(brin="99HH00")
    Employment.objects.create(person=person, school=school)
    version = _version()
    case = services.start_case(
        programme=version.programme, person=person, school=school, themes=list(version.themes.all()[:2])
    )
    first, second = (made_sufficient(it, coordinator, assessors) for it in case.themes.select_related("theme"))
    online = Spot("online", "", "https://overleg.example/valk")
    planned(first, coordinator, days=8)
    talk = services.move_talk(
        talk=Talk.objects.get(about__theme=first), by=coordinator, starts_at=_at(8), spot=online, reason="Online."
    )
    held = planned(second, coordinator, days=9)
    begun = timezone.now() - timedelta(hours=2)
    Talk.objects.filter(pk=held.pk).update(starts_at=begun, ends_at=begun + timedelta(minutes=45))
    about = held.about.select_related("talk__case", "theme__theme").get()
    feedback = "U liet zien hoe u het team meenam."
    services.propose_outcome(about=about, by=assessors[1], outcome="sufficient", feedback=feedback, serial=0, told=True)
    assert talk.is_planned


def _at(days: int):
    return timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=days, hours=1)


def _added(case: Case, number: int) -> CaseTheme:
    theme = services.add_theme(case=case, theme=case.version.themes.all()[number], by=case.person)
    theme.case = case
    return theme


def found_of_talks() -> dict[str, object]:
    """What stands between braces in the addresses of `pages_of_validation`."""
    case = Case.objects.get(person=_person("schoolleider3"))
    planned_case = Case.objects.get(person=_person(PLANNED))
    soon, held = planned_case.themes.all()
    certificate = ThemeCertificate.objects.get(theme__case=case)
    choosing = case.themes.get(state="sufficient")
    return {
        "talk_case": case.pk,
        "choosing_theme": choosing.pk,
        "slot": case.version.programme.talk_slots.first().pk,
        "certified_theme": certificate.theme_id,
        "learning": FormalLearning.objects.get(person=case.person).pk,
        "own_certificate": certificate.pk,
        "theme_certificate": certificate.number,
        "planned_case": planned_case.pk,
        "talk_theme": soon.pk,
        "held_theme": held.pk,
    }
