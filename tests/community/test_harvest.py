"""From talk to practice: keeping posts, and opening a practice with quotes of them."""

import uuid

import pytest

from accounts.erasure import erase_account
from accounts.services import create_api_token
from community import services
from community.care.services import hide_post
from community.errors import PostDeleted
from community.harvest import personal
from community.harvest.services import keep_post, kept_posts, open_practice
from community.harvest.words import is_passage, quotable
from community.models import Mark
from core.errors import InvalidInput, NotAllowed
from networks.services import close_network, withdraw
from notifications.models import Notification
from resources.models import Practice, Quote
from tests.community.conftest import say
from tests.factories.resources import PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(thread, imke):
    return say(thread, imke, "<p>Wij geven eerst feedback. Pas daarna een cijfer.</p>")


@pytest.fixture
def kept(post, sanne):
    keep_post(post=post, by=sanne)
    return post


def begin(network, by, *posts, title="Feedback eerst", key=None, **parts):
    quotes = {post.pk: parts.get(f"text_{post.pk}", "") for post in posts}
    return open_practice(network=network, by=by, title=title, quotes=quotes, key=key)


def test_keeping_twice_is_once_and_nobody_else_sees_it(kept, network, sanne, imke):
    keep_post(post=kept, by=sanne)

    assert list(kept_posts(network, sanne)) == [kept]
    assert not kept_posts(network, imke).exists()
    keep_post(post=kept, by=sanne, on=False)
    assert not kept_posts(network, sanne).exists()


def test_only_members_keep_and_only_what_stands(post, kees, sanne, imke):
    with pytest.raises(NotAllowed):
        keep_post(post=post, by=kees)
    services.delete_post(post=post, by=imke)
    with pytest.raises(PostDeleted):
        keep_post(post=post, by=sanne)


def test_what_is_deleted_or_hidden_leaves_the_list(kept, thread, network, sanne, imke, bram):
    other = say(thread, imke, "<p>Iets onaardigs.</p>")
    keep_post(post=other, by=sanne)
    services.delete_post(post=kept, by=imke)
    hide_post(post=other, by=bram, reason="Zo praten wij niet.")

    assert not kept_posts(network, sanne).exists()


def test_a_closed_network_can_still_be_harvested(post, network, bram, sanne):
    close_network(network=network, by=bram)
    keep_post(post=post, by=sanne)

    assert begin(network, sanne, post).slug == "feedback-eerst"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>Wij doen dat zo.</p>", "Wij doen dat zo."),
        ("<blockquote><p>Bram:</p><blockquote><p>Nee</p></blockquote><p>Ja</p></blockquote><p>Mooi.</p>", "Mooi."),
        ('<p>Dank <span data-mention="7">@Sanne de Vries</span>!</p>', "Dank @…!"),
        ("<blockquote><p>Alleen van een ander.</p></blockquote>", ""),
    ],
)
def test_only_the_authors_own_words_are_quoted(body, words):
    assert quotable(body) == words


@pytest.mark.parametrize(
    ("part", "so"),
    [
        ("Eerst feedback. Dan een cijfer.", True),
        ("eerst  feedback", False),
        ("Dan een\ncijfer.", True),
        ("Eerst … een cijfer.", True),
        ("een cijfer. (...) Eerst", False),
        ("Eerst een cijfer.", False),
    ],
)
def test_a_part_keeps_to_the_words(part, so):
    assert is_passage(part, "Eerst feedback. Dan een cijfer.") is so


def test_a_practice_begins_with_quotes_and_asks_their_authors(post, thread, network, sanne, imke):
    own = thread.posts.in_order()[0]
    draft = begin(network, sanne, post, own)

    practice = Practice.objects.get(pk=draft.id)
    assert (practice.contributor, practice.network, practice.state) == (sanne, network, "draft")
    assert [(it.author, it.state) for it in practice.quotes.all()] == [(sanne, "named"), (imke, "asked")]
    [asked] = Notification.objects.filter(kind="quote.asked")
    assert (asked.recipient, asked.url) == (imke, f"/praktijkvoorbeelden/{practice.slug}/citaten/")
    assert "feedback" not in asked.text + asked.title


def test_a_double_click_makes_one_practice(post, network, sanne):
    key = uuid.uuid4()
    assert begin(network, sanne, post, key=key) == begin(network, sanne, post, key=key)
    assert (Practice.objects.count(), Quote.objects.count()) == (1, 1)
    assert Notification.objects.filter(kind="quote.asked").count() == 1


def test_what_a_practice_cannot_begin_with(post, thread, network, sanne, imke, kees):
    with pytest.raises(NotAllowed):
        begin(network, kees, post)
    elsewhere = say(thread, imke, "<blockquote><p>Van een ander.</p></blockquote>")
    long = say(thread, imke, f"<p>{'woord ' * 400}</p>")
    for choice, parts, field in (
        ((), {}, "posts"),
        ((elsewhere,), {}, f"text_{elsewhere.pk}"),
        ((long,), {}, f"text_{long.pk}"),
        ((post,), {f"text_{post.pk}": "Wij geven nooit feedback."}, f"text_{post.pk}"),
    ):
        with pytest.raises(InvalidInput) as refused:
            begin(network, sanne, *choice, **parts)
        assert list(refused.value.errors) == [field]
    services.delete_post(post=post, by=imke)
    with pytest.raises(InvalidInput):
        begin(network, sanne, post)
    assert not Practice.objects.exists()


@pytest.mark.parametrize("gone", ["deleted", "hidden"])
def test_words_that_go_from_the_network_go_from_the_draft(gone, post, network, sanne, imke, bram):
    draft = begin(network, sanne, post)
    if gone == "deleted":
        services.delete_post(post=post, by=imke)
    else:
        hide_post(post=post, by=bram, reason="Zo praten wij niet.")

    assert not Quote.objects.exists()
    assert Notification.objects.get(recipient=sanne, kind="quote.gone").object_id == str(draft.id)


def test_the_page_begins_a_practice(client, kept, network, sanne):
    client.force_login(sanne)
    page = client.get(f"/netwerken/{network.slug}/discussie/bewaard/").text
    assert "Wie toetst anders?" in page

    form = {
        "title": "Feedback eerst",
        "key": uuid.uuid4(),
        "posts": [kept.pk],
        f"text_{kept.pk}": "Pas daarna … cijfer.",
    }
    answer = client.post(f"/netwerken/{network.slug}/discussie/bewaard/", form)

    assert answer.headers["Location"] == "/praktijkvoorbeelden/feedback-eerst/bewerken/"
    assert Quote.objects.get().text == "Pas daarna … cijfer."
    assert "Wacht op toestemming" in client.get(answer.headers["Location"]).text


def test_what_was_typed_stays_when_something_is_wrong(client, kept, network, sanne):
    client.force_login(sanne)
    form = {"title": "Feedback eerst", "key": uuid.uuid4(), "posts": [kept.pk], f"text_{kept.pk}": "Heel iets anders."}
    page = client.post(f"/netwerken/{network.slug}/discussie/bewaard/", form).text

    assert "Heel iets anders." in page
    assert f'value="{kept.pk}" checked' in page
    assert f'id="id_text_{kept.pk}_error"' in page


def test_keeping_on_the_page_and_putting_back(client, post, thread, network, sanne):
    client.force_login(sanne)
    address = f"/netwerken/{network.slug}/discussie/berichten/{post.pk}/bewaren/"
    client.post(address, {"on": "1"})
    assert 'aria-pressed="true"' in client.get(thread.get_absolute_url()).text

    gone = client.post(address, {"on": "0", "back": "1"}, follow=True).text
    assert "U bewaarde nog niets" in gone
    assert "Wij geven eerst feedback." in client.post(address, {"on": "1", "back": "1"}, follow=True).text


# In the order of ROLES; `other` wrote the post.
ROLES = ("visitor", "outsider", "participant", "other", "facilitator")
PAGES = {
    ("get", "/netwerken/toetsing/discussie/bewaard/"): (302, 403, 200, 200, 200),
    ("post", "/netwerken/toetsing/discussie/berichten/{post}/bewaren/"): (302, 403, 302, 302, 302),
}
OPERATIONS = {
    ("put", "/posts/{post}/mark"): (401, 404, 204, 204, 204),
    ("delete", "/posts/{post}/mark"): (401, 404, 204, 204, 204),
    ("get", "/networks/toetsing/marked-posts"): (401, 403, 200, 200, 200),
    ("post", "/networks/toetsing/practice-drafts"): (401, 403, 201, 201, 201),
}


@pytest.mark.parametrize(("method", "address"), PAGES)
def test_who_opens_which_page(method, address, client, people, post):
    got = []
    for who in ROLES:
        client.logout()
        if who != "visitor":
            client.force_login(people[who])
        got.append(getattr(client, method)(address.format(post=post.pk), {"on": "1"}).status_code)

    assert tuple(got) == PAGES[method, address]


@pytest.mark.parametrize(("method", "address"), OPERATIONS)
def test_who_calls_which_operation(method, address, client, people, post):
    got = []
    for who in ROLES:
        token = who != "visitor" and create_api_token(person=people[who], label="Test")
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        body = {"title": "Feedback eerst", "quotes": [{"post": post.pk}]}
        place, content = "/api/v1" + address.format(post=post.pk), body if method != "get" else None
        answer = getattr(client, method)(place, content, content_type="application/json", headers=headers)
        got.append(answer.status_code)

    assert tuple(got) == OPERATIONS[method, address]


def test_the_list_costs_the_same_for_one_and_many(client, kept, thread, imke, sanne, django_assert_num_queries):
    client.force_login(sanne)
    address = f"/netwerken/{thread.network.slug}/discussie/bewaard/"
    client.get(address)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        client.get(address)
    asked = len(few)
    for number in range(12):
        keep_post(post=say(thread, imke, f"<p>Nog iets {number}</p>"), by=sanne)
    with django_assert_num_queries(asked):
        client.get(address)


def test_who_left_keeps_nothing_open_and_an_ended_account_nothing_at_all(client, kept, network, sanne):
    assert personal.exported(sanne)[0]["conversation"] == "Wie toetst anders?"
    withdraw(enrolment=sanne.enrolments.get())
    client.force_login(sanne)
    assert client.get(f"/netwerken/{network.slug}/discussie/bewaard/").status_code == 403

    erase_account(person=sanne)
    assert not Mark.objects.exists()


def test_a_published_quote_is_hidden_when_its_post_goes(post, network, sanne, imke, bram):
    practice = PracticeFactory(contributor=sanne, network=network, state="published")
    Quote.objects.create(
        practice=practice,
        author=imke,
        text="Feedback.",
        state="named",
        url=post.get_absolute_url(),
        content_type_id=_type_of(post),
        object_id=post.pk,
    )
    services.delete_post(post=post, by=imke)

    assert Quote.objects.get().state == "withdrawn"
    told = Notification.objects.filter(kind="quote.withdrawn").values_list("recipient", flat=True)
    assert set(told) == {sanne.pk, bram.pk}


def _type_of(post):
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(post).pk
