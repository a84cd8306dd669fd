"""Makes a network that is announced and that one leader follows, and one that was held, evaluated and closed; once."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from accounts.models import User
from home.site_setup import translate_page
from networks import services
from networks.agreements import KINDS
from networks.models import EvaluationQuestion, Meeting, Network, NetworkIndexPage, NetworkPage, Series
from schools.models import School

DUTCH = Locale.objects.get(language_code="nl")
ANSWERS = {"scale": "4", "text": "Wij roosteren nu samen.", "choice": "Ja"}


def person(who: str) -> User:
    return User.objects.get(email=f"{who}@leernetwerk.example")


def announced(title: str, slug: str, **settings: object) -> Network:
    made = Network.objects.create(title=title, slug=slug, sectors=["VO"], **settings)
    made.facilitators.add(person("begeleider"))
    page = NetworkPage(title=title, slug=slug, network=made, intro="Samen leren roosteren.", locale=DUTCH)
    NetworkIndexPage.objects.get(locale=DUTCH).add_child(instance=page).save_revision().publish()
    english = Locale.objects.get(language_code="en")
    translate_page(page, english, title=title, intro="Learning to plan a timetable together.")
    return made


def held() -> None:
    """A network with four members, of whom one gets a certificate by the facilitator's grace."""
    closed, facilitator = announced("Samen roosteren", "samen-roosteren", approval=False), person("begeleider")
    series = Series.objects.create(network=closed, title="Reeks")
    for number, days in enumerate((-14, 30), 1):
        starts = timezone.now() + timedelta(days=days)
        Meeting.objects.create(series=series, number=number, starts_at=starts, ends_at=starts + timedelta(hours=3))
    members = []
    for who in ("schoolleider", "schoolleider2", "schoolleider3", "assessor1"):
        leader = person(who)
        facts = {"learning_question": "Hoe geeft ons rooster ruimte?", "agreements": set(KINDS)}
        school = School.objects.of(leader)[0]
        members.append(services.enrol(network=closed, person=leader, school=school, **facts))
    services.open_evaluation(network=closed, by=facilitator)
    asked = {it.pk: ANSWERS[it.kind] for it in EvaluationQuestion.objects.asked_in(closed)}
    for member in members:
        services.evaluate(enrolment=member, answers=asked)
    services.close_network(network=closed, by=facilitator)
    services.grant_certificate(enrolment=members[0], by=facilitator, reason="Was er altijd.")


awaited = Network.objects.filter(slug="leren-roosteren").first()
services.follow_network(
    network=awaited or announced("Leren roosteren", "leren-roosteren", start_unknown=True), person=person("assessor1")
)
if not awaited:
    held()
