"""Searches that people keep: told once of what is new."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.erasure import erase_account
from core.errors import InvalidInput, NotAllowed
from notifications.models import Notification
from resources.models import SavedSearch, ToldOf
from resources.saved import personal, services
from resources.saved.alerts import tell_of_new
from resources.saved.errors import TooManySaved
from search.services import refresh_many
from tests.factories.resources import PracticeFactory
from tests.resources.conftest import Caller, browser_of

pytestmark = pytest.mark.django_db
KEEP = "/praktijkvoorbeelden/zoekopdrachten/bewaren/?q=mentoren&sector=VO"


def keep(person, text="mentoren", name="Mentoren", **facets):
    return services.keep_search(person=person, name=name, text=text, facets=facets)


def publish(title="Mentoren in gesprek", **more):
    return PracticeFactory(state="published", title=title, **more)


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("params", flat=True))


def test_a_visitor_comes_back_to_the_same_question():
    answer = browser_of().get(KEEP)

    assert answer["Location"].endswith(
        "?next=/praktijkvoorbeelden/zoekopdrachten/bewaren/%3Fq%3Dmentoren%26sector%3DVO"
    )


def test_kept_from_nothing_found_and_told_once(kees):
    page = browser_of(kees).get("/praktijkvoorbeelden/?q=mentoren&sector=VO").text
    assert KEEP.replace("&", "&amp;") in page
    assert 'value="mentoren, Voortgezet onderwijs"' not in page
    browser_of(kees).post(KEEP, {"name": "Mentoren"})
    publish("Iets anders")
    publish(sector="PO")
    assert (tell_of_new(), told(kees)) == (0, [])

    new = publish()
    assert [tell_of_new() for _time in range(3)] == [1, 0, 0]
    assert told(kees) == [{"search": "Mentoren", "titles": f"– {new.title}"}]
    assert Notification.objects.get().url == "/praktijkvoorbeelden/?q=mentoren&sector=VO&sort=newest"
    assert Notification.objects.get().delivery == "daily"


def test_what_was_there_is_no_news_and_a_change_is_none(kees):
    old = publish()
    keep(kees)
    refresh_many([old])
    assert tell_of_new() == 0

    new = publish()
    tell_of_new()
    new.title = "Mentoren, nu anders"
    new.save()
    assert tell_of_new() == 0
    assert len(told(kees)) == 1


def test_a_publication_that_is_seen_late_is_told_all_the_same(kees):
    saved = keep(kees)
    SavedSearch.objects.update(checked_at=timezone.now() + timedelta(minutes=2))
    publish()

    assert tell_of_new() == 1
    assert ToldOf.objects.get().search == saved


def test_paused_it_is_quiet_and_starts_afresh(kees):
    saved = keep(kees)
    client = browser_of(kees)
    client.post(f"/praktijkvoorbeelden/zoekopdrachten/{saved.pk}/pauzeren/")
    publish(published_at=timezone.now() - timedelta(hours=2))
    assert tell_of_new() == 0
    assert "Gepauzeerd" in client.get("/praktijkvoorbeelden/zoekopdrachten/").text

    client.post(f"/praktijkvoorbeelden/zoekopdrachten/{saved.pk}/pauzeren/", {"on": "1"})
    assert tell_of_new() == 0
    publish()
    assert tell_of_new() == 1


def test_twenty_at_most_and_the_same_once(kees):
    first = keep(kees, text="woord 0")
    assert keep(kees, text="woord 0", name="Nog eens") == first
    for number in range(1, 20):
        keep(kees, text=f"woord {number}")
    with pytest.raises(TooManySaved):
        keep(kees, text="te veel")
    with pytest.raises(InvalidInput):
        keep(kees, text="")


def test_it_is_its_persons_alone(kees, tom):
    saved = keep(kees)
    with pytest.raises(NotAllowed):
        services.drop_search(search=saved, by=tom)
    for part in ("pauzeren", "weghalen"):
        browser_of(tom).post(f"/praktijkvoorbeelden/zoekopdrachten/{saved.pk}/{part}/")
    assert not SavedSearch.objects.get().paused

    assert personal.exported(kees)[0]["text"] == "mentoren"
    erase_account(person=kees)
    assert not SavedSearch.objects.exists()


def test_through_the_api(kees, tom):
    call = Caller(kees)
    made = call("post", "me/saved-searches", {"name": "Mentoren", "q": "mentoren", "sector": ["VO"]})

    assert made.status_code == 201
    one = f"me/saved-searches/{made.json()['id']}"
    assert call("patch", one, {"paused": True}).json()["paused"]
    assert Caller(tom)("patch", one, {"paused": False}).status_code == 404
    assert call("get", "me/saved-searches").json()["items"][0]["facets"] == {"sector": ["VO"]}
    assert call("delete", one).status_code == 204
