"""Networks with an announcement, their meetings, and people who take part."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Site

from networks.models import (
    AgendaItem,
    Enrolment,
    LearningQuestion,
    Meeting,
    Network,
    NetworkIndexPage,
    NetworkPage,
    Series,
    Theme,
)
from networks.services.agreements import agree
from tests.factories.people import EmploymentFactory, SchoolFactory, UserFactory


def index_page() -> NetworkIndexPage:
    """The overview of networks, below the site's home page."""
    root = Site.objects.get(is_default_site=True).root_page
    existing = NetworkIndexPage.objects.child_of(root).first()
    return existing or root.add_child(
        instance=NetworkIndexPage(title="Leernetwerken", slug="netwerken", locale=root.locale)
    )


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda number: f"Thema {number}")
    slug = factory.Sequence(lambda number: f"thema-{number}")


class NetworkFactory(DjangoModelFactory):
    """An open network with ten places whose facilitator decides, announced unless `page=False`."""

    class Meta:
        model = Network
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Flexibel toetsen {number}")
    places = 10
    contact_email = "netwerk@leernetwerk.example"

    @factory.post_generation
    def page(network, create, extracted, **kwargs):
        if extracted is not False:
            NetworkPageFactory(network=network, **kwargs)

    @factory.post_generation
    def facilitators(network, create, extracted, **kwargs):
        network.facilitators.add(*(extracted or []))

    @factory.post_generation
    def themes(network, create, extracted, **kwargs):
        network.themes.add(*(extracted or []))


class NetworkPageFactory(factory.Factory):
    """The announcement of a network, published below the overview."""

    class Meta:
        model = NetworkPage

    network = factory.SubFactory(NetworkFactory, page=False)
    title = factory.SelfAttribute("network.title")
    intro = "Schoolleiders kijken samen naar hun toetsbeleid."
    what = "<p>Een leernetwerk over flexibel toetsen.</p>"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        index = index_page()
        return index.add_child(instance=model_class(*args, locale=index.locale, **kwargs))


class SeriesFactory(DjangoModelFactory):
    class Meta:
        model = Series

    network = factory.SubFactory(NetworkFactory)
    title = "Reeks bijeenkomsten"


class MeetingFactory(DjangoModelFactory):
    """A meeting of three hours, next week."""

    class Meta:
        model = Meeting

    series = factory.SubFactory(SeriesFactory)
    number = factory.Sequence(lambda number: number + 1)
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda meeting: meeting.starts_at + timedelta(hours=3))
    place = "Waterdam"


class EnrolmentFactory(DjangoModelFactory):
    """A participant who works at the school, with a learning question and the four agreements."""

    class Meta:
        model = Enrolment
        skip_postgeneration_save = True

    network = factory.SubFactory(NetworkFactory)
    person = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    state = Enrolment.State.ACCEPTED
    joined_at = factory.LazyAttribute(
        lambda enrolment: timezone.now() - timedelta(days=30) if enrolment.state == Enrolment.State.ACCEPTED else None
    )

    @factory.post_generation
    def employment(enrolment, create, extracted, **kwargs):
        if not enrolment.person.employments.filter(school=enrolment.school).exists():
            EmploymentFactory(person=enrolment.person, school=enrolment.school)

    @factory.post_generation
    def question(enrolment, create, extracted, **kwargs):
        LearningQuestion.objects.create(
            enrolment=enrolment, version=1, text=extracted or "Hoe dient toetsing het leren van onze leerlingen?"
        )

    @factory.post_generation
    def agreements(enrolment, create, extracted, **kwargs):
        agree(enrolment)


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    title = "Kennismaken"
