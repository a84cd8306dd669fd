import pytest

from notifications.models import Notification
from notifications.services import mark_read, notify, unread_count

INBOX = "/mijn/meldingen/"


def tell(person, name="Kees", url="/netwerken/toetsing/"):
    notify([person], "test.welcome", url=url, params={"name": name, "network": "Toetsing"})
    return Notification.objects.latest("pk")


@pytest.mark.parametrize("path", [INBOX, f"{INBOX}instellingen/", f"{INBOX}1/"])
def test_a_visitor_signs_in_first(client, db, path):
    response = client.get(path)

    assert response.status_code == 302
    assert response.url.startswith("/account/login/?next=")


def test_unread_news_comes_first(client, sanne):
    tell(sanne, "Oud")
    mark_read(person=sanne, notifications=[tell(sanne, "Gelezen").pk])
    client.force_login(sanne)

    page = client.get(INBOX).content.decode()

    assert page.index("Oud joins") < page.index("Gelezen joins")


def test_nobody_sees_another_persons_news(client, sanne, bram):
    news = tell(sanne)
    client.force_login(bram)

    assert "Kees" not in client.get(INBOX).content.decode()
    assert client.get(f"{INBOX}{news.pk}/").status_code == 404
    client.post(f"{INBOX}gelezen/", {"notification": news.pk})
    assert unread_count(sanne) == 1


def test_following_it_marks_it_read_and_leads_there(client, sanne):
    news = tell(sanne)
    client.force_login(sanne)

    response = client.get(f"{INBOX}{news.pk}/")

    assert (response.status_code, response.url, unread_count(sanne)) == (302, "/netwerken/toetsing/", 0)


def test_following_it_on_an_english_page_leads_to_an_english_page(client, sanne):
    news = tell(sanne)
    client.force_login(sanne)

    assert client.get(f"/en{INBOX}{news.pk}/").url == "/en/netwerken/toetsing/"


def test_one_is_marked_as_read(client, sanne):
    news = tell(sanne)
    tell(sanne)
    client.force_login(sanne)

    response = client.post(f"{INBOX}gelezen/", {"notification": news.pk})

    assert (response.url, unread_count(sanne)) == (INBOX, 1)


def test_all_are_marked_as_read(client, sanne):
    tell(sanne)
    tell(sanne)
    client.force_login(sanne)

    client.post(f"{INBOX}gelezen/")

    assert unread_count(sanne) == 0


@pytest.mark.parametrize("named", ["\x00", "x", "9" * 30, "-1", "²"])
def test_nonsense_marks_nothing(client, sanne, named):
    tell(sanne)
    client.force_login(sanne)

    assert client.post(f"{INBOX}gelezen/", {"notification": named}).status_code == 302
    assert unread_count(sanne) == 1


@pytest.mark.parametrize("path", [f"{INBOX}{'9' * 30}/", f"{INBOX}0/"])
def test_a_number_that_cannot_be_is_not_found(client, sanne, path):
    client.force_login(sanne)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("page", ["2", "99", "x", "-1", "\x00"])
def test_every_page_number_shows_a_page(client, sanne, page):
    for _ in range(21):
        tell(sanne)
    client.force_login(sanne)

    assert client.get(INBOX, {"page": page}).status_code == 200


def test_the_inbox_does_not_query_per_message(client, sanne, django_assert_max_num_queries):
    for _ in range(20):
        tell(sanne)
    client.force_login(sanne)
    client.get(INBOX)

    with django_assert_max_num_queries(8):
        client.get(INBOX)


def test_news_of_a_kind_that_is_gone_still_shows(client, sanne):
    tell(sanne)
    Notification.objects.update(kind="gone")
    client.force_login(sanne)

    assert "Er is nieuws voor u" in client.get(INBOX).content.decode()
