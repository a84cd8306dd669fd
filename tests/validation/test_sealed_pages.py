"""Every page, for every role: not a letter is other because an assessor began, handed in or wrote a note."""

import re

import pytest
import time_machine
from django.core import mail
from django.urls import URLPattern
from django.utils import timezone

from accounts.export import build
from notifications.models import Notification
from search.models import SearchDocument
from tests.factories.people import UserFactory
from tests.validation.assessing import assess, filled_in
from tests.validation.conftest import signed_in
from validation import services
from validation.models import CaseEvent
from validation.urls import urlpatterns

pytestmark = pytest.mark.django_db
SECRET = "Geheimoordeel van Noor"
ROLES = ("nadia", "carla", "sanne", "koen", "kees", "third", "manager", "visitor")
ROUTES = sorted(str(it.pattern) for it in urlpatterns if isinstance(it, URLPattern))
OTHERS = (
    "/mijn/",
    "/mijn/meldingen/",
    f"/zoeken/?q={SECRET.split()[0]}",
    "/api/v1/validation/cases",
    "/api/v1/validation/cases/{case}",
    "/api/v1/validation/portfolios/{theme}",
    "/admin/snippets/validation/case/",
    "/admin/snippets/validation/case/inspect/{case}/",
)
# Of each answer anew, also the token of a form and what tells two of the same form apart.
CHANGES = re.compile(r'nonce="[^"]+"|\b[A-Za-z0-9]{64}\b|name="key" value="[^"]+"')


@pytest.fixture
def people(request):
    def person(name):
        if name == "visitor":
            return None
        if name == "manager":
            return UserFactory(is_superuser=True, is_staff=True)
        return request.getfixturevalue(name)

    return person


@pytest.fixture(autouse=True)
def _one_moment():
    with time_machine.travel(timezone.now(), tick=False):
        yield


def begin(submission, noor):
    services.save_assessment(submission=submission, by=noor, **filled_in(submission, feedback=SECRET))


def write_a_note(submission, noor):
    services.write_note(submission=submission, by=noor, text=SECRET)


def hand_in(submission, noor):
    write_a_note(submission, noor)
    serial = submission.assessments.filter(assessor=noor).values_list("serial", flat=True).first() or 0
    services.save_assessment(
        submission=submission, by=noor, serial=serial, **filled_in(submission, feedback=f"{SECRET}, af.")
    )
    services.hand_in_assessment(submission=submission, by=noor)


def addresses(submission):
    facts = {"case": submission.theme.case_id, "theme": submission.theme_id, "pk": submission.pk, "number": 1}
    words = {"slug": "portfolio", "key": "vertrekpunt", "step": "pause", "token": "onbekend", "kind": "bewijs"}

    def filled(path):
        return "/" + re.sub(r"<\w+:(\w+)>", lambda match: str((facts | words).get(match[1], 1)), path).lstrip("/")

    return [*map(filled, ROUTES), *(it.format(**facts) for it in OTHERS)]


def seen(person, submission):
    """What every address answers, without what is other each time."""
    browser = signed_in(person)
    found = {}
    for address in addresses(submission):
        answer = browser.get(address)
        text = b"".join(answer) if answer.streaming else answer.content
        shown = text if b"%PDF" in text[:10] or text[:2] == b"PK" else CHANGES.sub("", text.decode())
        found[address] = (answer.status_code, None if isinstance(shown, bytes) else shown)
    return found


def told():
    return CaseEvent.objects.count(), Notification.objects.count(), SearchDocument.objects.count(), len(mail.outbox)


def read_the_news(person, submission):
    """Opening what the inbox is about makes the bell say less: that is not what is compared."""
    for url in (submission.assess_url, submission.theme.coordinate_url):
        signed_in(person).get(url)


@pytest.mark.parametrize("who", ROLES)
def test_nothing_is_other_for_anybody_else(who, given, noor, people):
    person = people(who)
    read_the_news(person, given)
    before, counted = seen(person, given), told()

    for happens in (begin, write_a_note, hand_in):
        happens(given, noor)

        after = seen(person, given)
        assert [it for it in before if before[it] != after[it]] == []
        assert told() == counted
        assert not any(SECRET in (text or "") for _status, text in after.values())
    assert person is None or SECRET.encode() not in build(person)


@pytest.mark.parametrize("who", ["nadia", "carla"])
def test_with_one_in_the_last_day_passes_just_as_with_none(who, given, noor, people):
    person = people(who)
    with time_machine.travel(timezone.now() + timezone.timedelta(days=60), tick=False):
        read_the_news(person, given)
        before = seen(person, given)
        hand_in(given, noor)
        after = seen(person, given)

    assert [it for it in before if before[it] != after[it]] == []


@pytest.mark.parametrize("who", ["carla", "sanne", "koen", "kees", "third", "manager", "visitor"])
def test_once_all_are_in_others_still_read_no_assessment(who, given, noor, nadia, people):
    hand_in(given, noor)
    assess(given, nadia, "insufficient")

    assert not any(SECRET in (text or "") for _status, text in seen(people(who), given).values())


def test_a_third_reads_nothing_before_handing_in(given, noor, nadia, third, carla):
    hand_in(given, noor)
    assess(given, nadia, "insufficient")
    services.propose_decision(
        submission=given, by=noor, outcome="sufficient", feedback=SECRET, tips="Lees verder.", serial=0
    )
    services.ask_third_assessor(submission=given, by=nadia, reason="Wij komen er niet uit.")
    services.assign_third_assessor(theme=given.theme, by=carla, person=third)

    assert not any(SECRET in (text or "") for _status, text in seen(third, given).values())
    assess(given, third)
    assert any(SECRET in (text or "") for _status, text in seen(third, given).values())


def test_the_table_sees_what_is_open_for_an_assessor(given, noor):
    hand_in(given, noor)

    assert any(SECRET in (text or "") for _status, text in seen(noor, given).values())
