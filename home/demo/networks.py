"""The demo network with its two series of meetings, its announcement, participants and attendance."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from wagtail.models import Locale

from accounts.models import User
from home.demo import network_texts as texts
from home.models import HomePage
from home.site_setup import translate_page
from networks import services
from networks.models import (
    Agreement,
    Attendance,
    Enrolment,
    Meeting,
    Network,
    NetworkIndexPage,
    NetworkPage,
    Series,
    Theme,
)
from networks.rhythm import closed_days, rhythm
from schools.models import School

STARTS, ENDS = time(9, 30), time(12, 30)
SIGN_UP_OPENED = timedelta(days=30)
PLACES = 24
JOINED = datetime(2018, 4, 16, 12, 0, tzinfo=UTC)
PARTICIPANTS = ("schoolleider", "schoolleider2", "schoolleider3")


def create_themes() -> dict[str, Theme]:
    """The themes of the example, by slug."""
    return {
        slug: Theme.objects.get_or_create(slug=slug, defaults={"name": name, "name_en": name_en, "ordering": number})[0]
        for number, (slug, name, name_en) in enumerate(texts.THEMES)
    }


def create_network(home: HomePage, people: dict[str, User], themes: dict[str, Theme]) -> Network:
    """The network *Flexibilisering van toetsing en examinering* as DOMAIN.md 1 describes it."""
    network = Network.objects.filter(slug=texts.SLUG).first()
    if network is None:
        network = Network.objects.create(
            title=texts.TITLE,
            sectors=["VO"],
            places=PLACES,
            opens_at=timezone.now() - SIGN_UP_OPENED,
            contact_email="leernetwerken@leernetwerk.example",
        )
        network.facilitators.add(people["begeleider"])
        network.themes.set([themes[slug] for slug in ("toetsbeleid", "formatief-evalueren", "flexibel-examineren")])
        _create_meetings(network)
        _announce(home, network)
    for who in PARTICIPANTS:
        _take_part(network, people[who], texts.QUESTION_OF[who], people["begeleider"])
    # They were there from the first meeting on.
    Enrolment.objects.filter(network=network, person__in=[people[who] for who in PARTICIPANTS]).update(joined_at=JOINED)
    _record_attendance(network, people)
    return network


def take_part_all(network: Network, members: list[User], facilitator: User) -> None:
    """Give each of these school leaders a place; the network grows along."""
    Network.objects.filter(pk=network.pk).update(places=PLACES + len(members))
    for member in members:
        _take_part(network, member, "Hoe toetsen wij zo dat leerlingen ervan leren?", facilitator)


def _create_meetings(network: Network) -> None:
    past = Series.objects.create(network=network, title="Reeks 2018")
    for number, (day, title, place) in enumerate(texts.SERIES_2018, 1):
        _meeting(past, number, day, title, place)
    coming = Series.objects.create(network=network, title="Nieuwe reeks")
    for number, (day, title) in enumerate(zip(_coming_mondays(), texts.NEXT_SERIES, strict=True), 1):
        _meeting(coming, number, day, title, "Het Noorderlyceum, Oosterhaven" if number == 1 else "")


def _coming_mondays() -> list[date]:
    """Five Mondays four weeks apart on which schools are open, the first three to four weeks from today or later."""
    today = timezone.localdate()
    first = today + timedelta(days=(7 - today.weekday()) + 21)
    return rhythm(first=first, number=5, weeks=4, closed=closed_days(first)).days


def _meeting(series: Series, number: int, day: date, title: str, place: str) -> None:
    zone = timezone.get_default_timezone()
    Meeting.objects.create(
        series=series,
        number=number,
        title=title,
        place=place,
        starts_at=datetime.combine(day, STARTS, zone),
        ends_at=datetime.combine(day, ENDS, zone),
    )


def _announce(home: HomePage, network: Network) -> None:
    index = NetworkIndexPage.objects.child_of(home).get()
    page = index.add_child(
        instance=NetworkPage(
            title=texts.TITLE,
            slug=network.slug,
            network=network,
            intro=texts.INTRODUCTION,
            locale=home.locale,
            **texts.SECTIONS,
        )
    )
    page.save_revision().publish()
    english = Locale.objects.get(language_code="en")
    translate_page(
        page,
        english,
        title=texts.TITLE_EN,
        intro=texts.INTRODUCTION_EN,
        **texts.SECTIONS_EN,
    )


def _take_part(network: Network, person: User, question: str, facilitator: User) -> None:
    if Enrolment.objects.filter(network=network, person=person).exists():
        return
    enrolment = services.enrol(
        network=network,
        person=person,
        school=School.objects.of(person)[0],
        learning_question=question,
        agreements=set(Agreement.Kind.values),
    )
    services.accept_enrolment(enrolment=enrolment, by=facilitator)


def _record_attendance(network: Network, people: dict[str, User]) -> None:
    """Everybody was at the meetings of 2018, but for one who was excused once."""
    enrolments = {enrolment.person_id: enrolment for enrolment in network.enrolments.accepted()}
    for meeting in Meeting.objects.of(network).filter(ends_at__lt=timezone.now()):
        for who in PARTICIPANTS:
            enrolment = enrolments.get(people[who].pk)
            if enrolment is None or meeting.attendances.filter(enrolment=enrolment).exists():
                continue
            excused = who == "schoolleider3" and meeting.number == 2
            state = Attendance.State.EXCUSED if excused else Attendance.State.PRESENT
            services.record_attendance(meeting=meeting, enrolment=enrolment, state=state, by=people["begeleider"])
