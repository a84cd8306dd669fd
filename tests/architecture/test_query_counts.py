"""Each list asks the database the same number of questions, whether it is short or long."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from community.groups.services import found_group
from community.models import SmallGroup
from community.services import start_thread
from home.demo.build import build_demo
from networks import services
from networks.models import Enrolment, Network
from notifications.models import Notification
from resources.models import Collected, Collection, Kept, Practice, ReadingList, SavedSearch
from schools.models import School
from tests.factories.assignments import HandInFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.factories.resources import PracticeFactory, TrialFactory
from tests.visiting import committing_database

SPACE = "/netwerken/flexibilisering-van-toetsing-en-examinering/"
PRACTICE = "/praktijkvoorbeelden/toetsbeleid-herzien-met-de-hele-sectie/"
LISTS = [
    ("", "/"),
    ("", "/netwerken/"),
    ("", SPACE),
    ("", "/praktijkvoorbeelden/"),
    ("", "/praktijkvoorbeelden/?q=toets"),
    ("", "/praktijkvoorbeelden/feed/"),
    ("", "/zoeken/?q=toets"),
    ("", "/zoeken/suggesties/?q=toets"),
    ("", "/sitemap.xml"),
    ("schoolleider", "/mijn/"),
    ("schoolleider", "/mijn/meldingen/"),
    ("schoolleider", "/zoeken/?q=toets"),
    ("schoolleider", "/praktijkvoorbeelden/mijn/"),
    ("schoolleider", f"{SPACE}ruimte/"),
    ("schoolleider", f"{SPACE}ruimte/leervraag/"),
    ("schoolleider", f"{SPACE}ruimte/leervragen/"),
    ("schoolleider", f"{SPACE}bijeenkomsten/"),
    ("schoolleider", f"{SPACE}discussie/"),
    ("schoolleider", f"{SPACE}discussie/1/"),
    ("schoolleider", f"{SPACE}discussie/bijlezen/"),
    ("schoolleider", f"{SPACE}discussie/zoeken/?q=toets"),
    ("schoolleider", f"{SPACE}discussie/bewaard/"),
    ("schoolleider", f"{SPACE}groepen/"),
    ("schoolleider", f"{SPACE}groepen/1/"),
    ("begeleider", f"{SPACE}groepen/"),
    ("schoolleider", f"{SPACE}praktijkvoorbeelden/"),
    ("begeleider", "/mijn/"),
    ("begeleider", f"{SPACE}begeleiding/"),
    ("begeleider", f"{SPACE}begeleiding/bijeenkomsten/1/"),
    ("begeleider", f"{SPACE}begeleiding/bijeenkomsten/1/lijst/"),
    ("begeleider", "/praktijkvoorbeelden/beoordelen/"),
    ("redactie", "/praktijkvoorbeelden/beoordelen/"),
    ("", PRACTICE),
    ("schoolleider", PRACTICE),
    ("schoolleider", "/praktijkvoorbeelden/?sort=mine"),
    ("", "/praktijkvoorbeelden/?sort=tried"),
    ("redactie", "/praktijkvoorbeelden/uitgeprobeerd/"),
    ("schoolleider", "/praktijkvoorbeelden/zoekopdrachten/"),
    ("", "/praktijkvoorbeelden/verzamelingen/"),
    ("", "/praktijkvoorbeelden/verzamelingen/beginnen-met-feedback/"),
    ("schoolleider", "/praktijkvoorbeelden/leeslijsten/"),
    ("schoolleider", "/praktijkvoorbeelden/leeslijsten/1/"),
]


def fill(many: int) -> None:
    """Let there be that many of everything a list shows, at least."""
    build_demo(practices_wanted=9 + many, members=many, posts=4 * many, seed=1)
    school = School.objects.first()
    network = Network.objects.get(slug=SPACE.split("/")[2])
    leader, facilitator = (
        User.objects.get(email=f"{who}@leernetwerk.example") for who in ("schoolleider", "begeleider")
    )
    own = network.enrolments.get(person=leader)
    reading_list, _is_new = ReadingList.objects.get_or_create(pk=1, person=leader, defaults={"name": "Lezen"})
    for _ in range(many):
        PracticeFactory(contributor=leader, network=network, learning_question=own.learning_question)
        HandInFactory(assignment__network=network, enrolment=own, learning_question=own.learning_question)
        services.add_source(enrolment=own, title="Toetsen", gave="Dat het kan.")
        PracticeFactory(network=network, state=Practice.State.SUBMITTED)
        meeting = MeetingFactory(series__network=network)
        services.add_materials(meeting=meeting, by=facilitator, link="https://bron.example/")
        EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED, school=school)
        EnrolmentFactory(network=network, state=Enrolment.State.WAITING, school=school)
        EnrolmentFactory(network=NetworkFactory(facilitators=[facilitator]), person=leader, school=school)
        group = found_group(network=network, by=facilitator, name="Groep", people=[leader], takes_part=False)
        for place in (group, SmallGroup.objects.first()):
            start_thread(network=network, group=place, author=leader, title="Vraag", body="<p>Wie?</p>")
        TrialFactory(practice=Practice.objects.get(slug=PRACTICE.split("/")[2]), state="published")
        TrialFactory(practice=Practice.objects.get(slug=PRACTICE.split("/")[2]))
        collection = Collection.objects.create(title="Verzameling", published=True)
        for kept in Practice.objects.published().order_by("-pk")[:many]:
            Collected.objects.get_or_create(collection=collection, practice=kept)
            Collected.objects.get_or_create(collection=Collection.objects.first(), practice=kept)
            Kept.objects.get_or_create(list=reading_list, practice=kept)
        ReadingList.objects.create(person=leader, name=f"Lijst {ReadingList.objects.count()}")
        SavedSearch.objects.create(person=leader, name="Toetsen", text="toets")
    for person in (leader, facilitator):
        Notification.objects.bulk_create(
            Notification(recipient=person, kind="enrolment.requested", url="/mijn/") for _ in range(many)
        )


def queries() -> dict[tuple[str, str], list[str]]:
    """What each list asks when it is opened a second time."""
    asked = {}
    for who, address in LISTS:
        client = Client()
        client.cookies["seen"] = "1"  # any cookie: the page is made, not taken from the store
        if who:
            client.force_login(User.objects.get(email=f"{who}@leernetwerk.example"))
        for _ in range(2):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200, address
        asked[who, address] = [query["sql"] for query in captured]
    return asked


@pytest.fixture(scope="module")
def asked(django_db_setup, django_db_blocker, tmp_path_factory):
    if connection.vendor != "sqlite":
        pytest.skip("the same on every database; this copies a file")
    with committing_database(tmp_path_factory.mktemp("lists"), django_db_blocker):
        fill(2)
        few = queries()
        fill(12)
        yield few, queries()


@pytest.mark.parametrize(("who", "address"), LISTS)
def test_a_long_list_asks_no_more_than_a_short_one(asked, who, address):
    few, many = (each[who, address] for each in asked)

    assert len(many) <= len(few), sorted(set(many) - set(few))
