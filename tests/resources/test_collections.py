"""Collections of editors, and own reading lists."""

import re

import pytest

from accounts.erasure import erase_account
from core.errors import Conflict, NotAllowed, NotFound
from resources import services as practice_services
from resources.lists import personal, services
from resources.models import Collected, Collection, Kept, ReadingList
from search.services import search
from tests.factories.resources import PracticeFactory
from tests.resources.conftest import Caller, browser_of

pytestmark = pytest.mark.django_db
COLLECTIONS, LISTS = "/praktijkvoorbeelden/verzamelingen/", "/praktijkvoorbeelden/leeslijsten/"


def collect(*practices, title="Beginnen met feedback", published=True):
    collection = Collection.objects.create(title=title, published=published)
    for place, (practice, sentence) in enumerate(practices):
        Collected.objects.create(collection=collection, practice=practice, sentence=sentence, sort_order=place)
    return collection


def found(text):
    return [hit.title for hit in search(user=None, text=text, kinds=["collection"]).items]


def test_a_collection_shows_what_is_published_in_its_order(published, draft, sanne):
    first = PracticeFactory(state="published", title="Eerst dit")
    collection = collect((first, "Begin hier."), (published, "Dan dit."), (draft, "Nog een zwartkijkertje."))
    text = browser_of().get(collection.get_absolute_url()).text

    assert text.index("Eerst dit") < text.index(published.title)
    assert "Begin hier." in text
    assert "zwartkijkertje" not in text
    assert (found("begin"), found("zwartkijkertje")) == (["Beginnen met feedback"], [])
    assert "2 praktijkvoorbeelden" in browser_of().get(COLLECTIONS).text
    assert collection.title in browser_of().get(published.get_absolute_url()).text
    assert collection.get_absolute_url() in browser_of().get("/sitemap.xml").text

    practice_services.withdraw_practice(practice=published, by=sanne)
    assert "Dan dit." not in browser_of().get(collection.get_absolute_url()).text
    assert found("dan dit") == []


def test_a_draft_is_for_editors(published, noor, sanne):
    collection = collect((published, "Zwartkijkertje."), published=False)

    for person, status in ((None, 404), (sanne, 404), (noor, 200)):
        assert browser_of(person).get(collection.get_absolute_url()).status_code == status
    assert found("zwartkijkertje") == []
    assert collection.title not in browser_of().get(COLLECTIONS).text
    assert collection.title not in browser_of().get(published.get_absolute_url()).text


def test_what_is_taken_out_is_not_found(published):
    collection = collect((published, "Zwartkijkertje."))
    assert found("zwartkijkertje") == [collection.title]

    collection.rows.first().delete()
    assert found("zwartkijkertje") == []
    assert found("beginnen") == [collection.title]
    Collected.objects.create(collection=collection, practice=published, sentence="Zwartkijkertje.")
    collection.delete()
    assert found("zwartkijkertje") == found("beginnen") == []


def test_an_editor_makes_one_in_the_workplace(published, noor):
    from home.duties import EDITORS
    from home.site_setup import set_up_site

    set_up_site()
    assert noor.groups.filter(name=EDITORS).exists()
    rows = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0, "rows-MIN_NUM_FORMS": 0, "rows-MAX_NUM_FORMS": 1000}
    row = {"rows-0-practice": published.pk, "rows-0-sentence": "Begin hier.", "rows-0-ORDER": 1, "rows-0-id": ""}
    form = {"title": "Voor de studiedag", "introduction": "", "slug": "", "published": "on", "place": 0} | rows | row
    answer = browser_of(noor).post("/admin/snippets/resources/collection/add/", form)

    assert answer.status_code == 302
    assert Collection.objects.get().slug == "voor-de-studiedag"
    assert "Begin hier." in browser_of().get(f"{COLLECTIONS}voor-de-studiedag/").text
    assert found("begin") == ["Voor de studiedag"]


def test_kept_on_lists_from_the_practice_without_a_script(published, kees, tom):
    client, address = browser_of(kees), f"/praktijkvoorbeelden/{published.slug}/leeslijst/"
    assert client.post(address, {"name": ""}).status_code == 422
    client.post(address, {"name": "Studiedag"})
    client.post(address, {"name": "Later", "lists": [ReadingList.objects.get().pk]})
    studiedag, later = ReadingList.objects.order_by("pk")
    assert [it.number for it in ReadingList.objects.of(kees)] == [1, 1]

    client.post(address, {"lists": [later.pk], "offered": f"{studiedag.pk},{later.pk}"})
    assert [kept.list for kept in Kept.objects.all()] == [later]
    page = client.get(f"{LISTS}{later.pk}/")
    assert published.title in page.text
    place = f"{LISTS}{later.pk}/weghalen/{Kept.objects.get().pk}/"
    assert [client.post(place).status_code for _press in range(2)] == [302, 302]
    assert not Kept.objects.exists()
    client.post(f"{LISTS}{studiedag.pk}/", {"name": "Later"})
    assert ReadingList.objects.filter(name="Studiedag").exists()
    assert {client.post(f"{LISTS}{studiedag.pk}/weghalen/").url for _press in range(2)} == {LISTS}
    assert ReadingList.objects.get() == later
    for path in (f"{LISTS}{later.pk}/", f"{LISTS}{later.pk}/weghalen/"):
        assert browser_of(tom).get(path).status_code == 404


def test_a_list_made_in_another_window_keeps_the_practice(published, kees, tom):
    first, of_tom = (services.make_list(person=person, name="Lezen") for person in (kees, tom))
    services.put_on(list_=of_tom, by=tom, practice=published)
    address = f"/praktijkvoorbeelden/{published.slug}/leeslijst/"
    offered = re.search(r'name="offered" value="([^"]*)"', browser_of(kees).get(address).text)[1]
    assert offered == str(first.pk)
    services.put_on(list_=services.make_list(person=kees, name="Later"), by=kees, practice=published)

    browser_of(kees).post(address, {"name": "", "offered": f"{offered},{of_tom.pk},niets"})

    assert {kept.list.name for kept in Kept.objects.filter(list__person=kees)} == {"Later"}
    assert of_tom.kept.exists()


def test_a_list_that_is_gone_by_now_is_not_there(published, kees):
    list_ = services.make_list(person=kees, name="Lezen")
    services.drop_list(list_=ReadingList.objects.get(), by=kees)

    with pytest.raises(NotFound):
        services.put_on(list_=list_, by=kees, practice=published)


def test_what_is_withdrawn_is_not_named_on_a_list(published, draft, sanne, kees):
    list_ = services.make_list(person=kees, name="Lezen")
    services.put_on(list_=list_, by=kees, practice=published)
    with pytest.raises(NotAllowed):
        services.put_on(list_=list_, by=kees, practice=draft)
    practice_services.withdraw_practice(practice=published, by=sanne)

    text = browser_of(kees).get(list_.get_absolute_url()).text
    assert published.title not in text
    assert "niet meer in de bibliotheek" in text
    assert personal.exported(kees)[0]["practices"] == []


def test_limits_and_the_end_of_an_account(kees, tom):
    for number in range(services.MOST_LISTS):
        services.make_list(person=kees, name=f"Lijst {number}")
    with pytest.raises(Conflict):
        services.make_list(person=kees, name="Nog een")
    assert services.make_list(person=kees, name="Lijst 3").name == "Lijst 3"
    with pytest.raises(NotAllowed):
        services.drop_list(list_=ReadingList.objects.first(), by=tom)
    erase_account(person=kees)
    assert not ReadingList.objects.exists()


def test_through_the_api(published, kees, tom):
    call = Caller(kees)
    made = call("post", "me/reading-lists", {"name": "Lezen"}).json()
    path = f"me/reading-lists/{made['id']}/practices"

    assert call.client.put(f"/api/v1/{path}/{published.slug}", headers=call.headers).status_code == 204
    assert call("get", path).json()["items"][0]["slug"] == published.slug
    assert Caller(tom)("get", path).status_code == 404
    assert call("delete", f"{path}/{published.slug}").status_code == 204
    assert call("get", "me/reading-lists").json()["items"][0]["number"] == 0
    assert call("delete", f"me/reading-lists/{made['id']}").status_code == 204


def test_what_is_withdrawn_is_taken_off_through_the_api(published, kees, tom, sanne):
    list_ = services.make_list(person=kees, name="Lezen")
    services.put_on(list_=list_, by=kees, practice=published)
    practice_services.withdraw_practice(practice=published, by=sanne)
    path = f"me/reading-lists/{list_.pk}/practices/{published.slug}"

    assert Caller(tom)("delete", path).status_code == 404
    assert [Caller(kees)("delete", path).status_code for _time in range(2)] == [204, 404]
    assert not Kept.objects.exists()


def test_the_api_gives_the_last_kept_first_and_counts_a_list_that_was_there(published, kees):
    call, newer = Caller(kees), PracticeFactory(state="published")
    for practice in (newer, published):
        services.put_on(list_=services.make_list(person=kees, name="Lezen"), by=kees, practice=practice)

    again = call("post", "me/reading-lists", {"name": "Lezen"}).json()

    assert again["number"] == 2
    items = call("get", f"me/reading-lists/{again['id']}/practices").json()["items"]
    assert [it["slug"] for it in items] == [published.slug, newer.slug]
