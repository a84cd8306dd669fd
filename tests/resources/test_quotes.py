"""Words of members in a practice: each with the consent of who said them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.erasure import erase_account
from core.errors import InvalidInput, NotAllowed
from networks.quoting import Passage, library
from notifications.models import Notification
from resources import services
from resources.errors import ConsentMissing, PracticeIncomplete
from resources.models import CoAuthor, Practice, Quote
from resources.quotes import consent, personal
from tests.factories.networks import NetworkFactory
from tests.resources.conftest import Caller, browser_of

pytestmark = pytest.mark.django_db
WORDS = "Eerst feedback, dan een cijfer."


@pytest.fixture
def practice(sanne, tom, network):
    """A complete draft of Sanne that quotes Tom."""
    passage = Passage(source=network, author=tom, text=WORDS, url="/netwerken/flexibel-toetsen/discussie/1/")
    draft = library().open_draft(by=sanne, network=network, title="Feedback eerst", passages=[passage], key=None)
    filled = dict.fromkeys(("question", "context", "approach", "result"), "Zo deden wij het.") | {"sector": "VO"}
    Practice.objects.filter(pk=draft.id).update(**filled)
    return Practice.objects.with_facts().get(pk=draft.id)


@pytest.fixture
def quote(practice):
    return practice.quotes.get()


def say(practice, by, answer):
    return consent.answer_quotes(practice=practice, by=by, answers={practice.quotes.get().pk: answer})


def publish(practice, by, reviewer):
    services.submit_practice(practice=practice, by=by)
    return services.review_practice(practice=practice, by=reviewer, decision="publish")


def told(person):
    return list(Notification.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize("answer", [None, "refused"])
def test_without_consent_nothing_is_handed_in(answer, practice, sanne, tom):
    if answer:
        say(practice, tom, answer)
    with pytest.raises(PracticeIncomplete) as refused:
        services.submit_practice(practice=practice, by=sanne)

    assert list(refused.value.errors) == ["quotes"]
    consent.leave_out(quote=practice.quotes.get(), by=sanne)
    assert services.submit_practice(practice=practice, by=sanne).is_waiting


def test_only_who_may_leave_a_quote_out_is_offered_that(practice, quote, sanne, kees):
    kees_along = CoAuthor.objects.create(practice=practice, person=kees, state="agreed", asked_by=sanne)
    page, leave_out = reverse("resources:step", args=[practice.slug, "aanpak"]), f"/citaten/{quote.pk}/weglaten/"

    assert leave_out in browser_of(sanne).get(page).text
    assert leave_out not in browser_of(kees_along.person).get(page).text


def test_what_a_quote_lacks_is_led_to_from_every_step(practice, quote, sanne):
    step = reverse("resources:step", args=[practice.slug, "vraag"])

    assert reverse("resources:step", args=[practice.slug, "aanpak"]) + "#id_quotes" in browser_of(sanne).get(step).text


@pytest.mark.parametrize(("answer", "shown"), [("named", "Tom"), ("unnamed", "Een lid van het netwerk")])
def test_with_consent_everybody_reads_it(answer, shown, practice, sanne, tom, bram):
    say(practice, tom, answer)
    publish(practice, sanne, bram)

    page = browser_of().get(practice.get_absolute_url()).text
    assert WORDS in page
    assert shown in page
    assert (tom.name in page) == (answer == "named")


def test_nothing_that_was_quoted_runs(practice, sanne, tom, bram):
    Quote.objects.update(text="<script>alert(1)</script>")
    addresses = [f"/praktijkvoorbeelden/{practice.slug}/{part}" for part in ("", "bewerken/", "citaten/")]
    pages = [browser_of(who).get(address).text for who, address in zip((sanne, sanne, tom), addresses, strict=True)]
    say(practice, tom, "named")
    publish(practice, sanne, bram)
    pages.append(browser_of().get(addresses[0]).text)

    assert all("&lt;script&gt;alert(1)" in page and "<script>alert(1)" not in page for page in pages)


def test_the_contributor_hears_each_answer(practice, sanne, tom):
    say(practice, tom, "unnamed")
    assert told(sanne) == ["quote.answered"]
    assert not Notification.objects.filter(recipient=tom, read_at=None).exists()
    say(practice, tom, "unnamed")
    assert told(sanne) == ["quote.answered"], "the same again is no news"


def test_a_no_hides_the_words_and_can_become_a_yes(practice, sanne, tom):
    say(practice, tom, "refused")
    assert told(sanne) == ["quote.refused"]
    page = browser_of(sanne).get(f"/praktijkvoorbeelden/{practice.slug}/bewerken/?ontbreekt").text
    assert WORDS not in page
    assert "1 citaat heeft geen toestemming" in page

    say(practice, tom, "named")
    assert practice.quotes.get().has_consent


def test_consent_taken_back_takes_it_out_of_a_draft(practice, sanne, tom):
    say(practice, tom, "named")
    say(practice, tom, "refused")

    assert not practice.quotes.exists()
    assert told(sanne)[-1] == "quote.gone"


def test_consent_taken_back_of_what_is_published_hides_it_and_tells_the_editors(practice, sanne, tom, bram, noor):
    say(practice, tom, "named")
    publish(practice, sanne, bram)
    say(practice, tom, "refused")

    assert WORDS not in browser_of().get(practice.get_absolute_url()).text
    assert [told(person)[-1] for person in (sanne, bram, noor)] == ["quote.withdrawn"] * 3
    assert practice.title in browser_of(noor).get("/praktijkvoorbeelden/beoordelen/").text

    browser_of(noor).post(f"/praktijkvoorbeelden/citaten/{practice.quotes.get().pk}/weglaten/")
    assert not Quote.objects.exists()


def test_a_publication_asks_once_more(practice, sanne, tom, bram):
    say(practice, tom, "named")
    services.submit_practice(practice=practice, by=sanne)
    Quote.objects.update(state="asked")

    with pytest.raises(ConsentMissing):
        services.review_practice(practice=practice, by=bram, decision="publish")
    page = browser_of(bram).post(
        f"/praktijkvoorbeelden/{practice.slug}/beoordelen/", {"decision": "publish", "version": practice.version}
    )
    assert "1 citaat heeft geen toestemming" in page.text


def test_only_who_said_it_answers_and_only_a_real_answer(practice, sanne, tom, bram):
    for person in (sanne, bram):
        with pytest.raises(NotAllowed):
            say(practice, person, "named")
    with pytest.raises(InvalidInput):
        say(practice, tom, "withdrawn")


def test_who_does_not_answer_is_reminded_once(practice, tom):
    consent.remind()
    assert told(tom) == ["quote.asked"]
    Quote.objects.update(asked_at=timezone.now() - timedelta(days=6))
    consent.remind()
    consent.remind()

    assert told(tom) == ["quote.asked", "quote.reminded"]


def test_an_ended_account_leaves_published_words_without_a_name(practice, sanne, tom, bram):
    say(practice, tom, "named")
    publish(practice, sanne, bram)
    erase_account(person=tom)

    quote = Quote.objects.get()
    assert (quote.author, quote.state) == (None, "unnamed")
    assert WORDS in browser_of().get(practice.get_absolute_url()).text


def test_an_ended_account_takes_its_words_out_of_drafts(practice, sanne, tom):
    say(practice, tom, "named")
    erase_account(person=tom)

    assert not Quote.objects.exists()
    assert told(sanne)[-1] == "quote.gone"


def test_the_export_has_ones_own_words(practice, tom, sanne):
    [row] = personal.exported(tom)
    assert (row["practice"], row["text"], row["answer"]) == ("Feedback eerst", WORDS, "asked")
    assert personal.exported(sanne) == []


def test_the_page_answers_and_is_found_again(practice, tom, quote):
    client = browser_of(tom)
    address = f"/praktijkvoorbeelden/{practice.slug}/citaten/"
    assert "Wacht op uw antwoord" in client.get("/praktijkvoorbeelden/mijn/").text
    assert WORDS in client.get(address).text

    refused = client.post(address, {"answer": ""})
    assert f'id="id_answer_{quote.pk}_error"' in refused.text
    client.post(address, {f"answer_{quote.pk}": "unnamed"})
    assert practice.quotes.get().state == "unnamed"
    assert address in client.get("/praktijkvoorbeelden/mijn/").text


ANSWER, LEAVE_OUT = "/praktijkvoorbeelden/{slug}/citaten/", "/praktijkvoorbeelden/citaten/{pk}/weglaten/"
PAGES = {
    "visitor": (302, 302),
    "outsider": (404, 302),
    "contributor": (404, 302),
    "participant": (200, 302),
    "other facilitator": (404, 302),
    "facilitator": (404, 302),
    "editor": (404, 302),
}
MAY_LEAVE_OUT = {"contributor", "facilitator", "editor"}


@pytest.mark.parametrize("role", PAGES)
def test_who_opens_which_page(role, client_as, practice, quote):
    client, names = client_as(role), {"slug": practice.slug, "pk": quote.pk}

    answers = client.get(ANSWER.format(**names)).status_code, client.post(LEAVE_OUT.format(**names)).status_code
    assert answers == PAGES[role]
    assert Quote.objects.exists() == (role not in MAY_LEAVE_OUT)


OPERATIONS = {
    "visitor": (401, 401, 401),
    "outsider": (200, 404, 404),
    "contributor": (200, 404, 204),
    "participant": (200, 200, 404),
    "other facilitator": (200, 404, 404),
    "facilitator": (200, 404, 204),
    "editor": (200, 404, 204),
}


@pytest.mark.parametrize("role", OPERATIONS)
def test_who_calls_which_operation(role, people, practice, quote):
    call = Caller(people[role])
    answers = (
        call("get", "me/quotes").status_code,
        call.client.put(
            f"/api/v1/quotes/{quote.pk}/answer",
            {"answer": "named"},
            content_type="application/json",
            headers=call.headers,
        ).status_code,
        call("delete", f"quotes/{quote.pk}").status_code,
    )
    assert answers == OPERATIONS[role]


def test_what_programs_read_of_quotes(practice, sanne, tom, bram):
    draft = Caller(sanne)("get", f"practices/{practice.slug}").json()
    assert [(it["words"], it["state"]) for it in draft["quotes"]] == [(WORDS, "asked")]
    assert [it["field"] for it in draft["missing"]] == ["quotes"]
    assert Caller(tom)("get", "me/quotes").json()["items"][0]["text"] == WORDS

    say(practice, tom, "unnamed")
    publish(practice, sanne, bram)
    [shown] = Caller()("get", f"practices/{practice.slug}").json()["quotes"]
    assert (shown["by"], shown["words"]) == ("Een lid van het netwerk", WORDS)


def test_quotes_stay_with_the_original_while_it_is_changed(practice, sanne, tom, bram):
    say(practice, tom, "named")
    publish(practice, sanne, bram)
    original = Practice.objects.with_facts().get(pk=practice.pk)
    services.update_practice(practice=original, by=sanne, title="Feedback eerst, cijfer later")
    publish(original, sanne, bram)

    assert practice.quotes.get().has_consent


def test_many_quotes_cost_no_more_than_one(practice, sanne, tom, network, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def add(number):
        for _ in range(number):
            Quote.objects.create(
                practice=practice,
                author=tom,
                text=WORDS,
                url="/",
                object_id=NetworkFactory(page=False).pk,
                content_type=practice.quotes.first().content_type,
            )

    pages = {person: browser_of(person) for person in (sanne, tom)}
    addresses = {
        sanne: f"/praktijkvoorbeelden/{practice.slug}/bewerken/",
        tom: f"/praktijkvoorbeelden/{practice.slug}/citaten/",
    }
    for person, client in pages.items():
        client.get(addresses[person])
        with CaptureQueriesContext(connection) as few:
            client.get(addresses[person])
        asked = len(few)
        add(4)
        client.get(addresses[person])  # what the page remembers of the site is made anew
        with django_assert_num_queries(asked):
            client.get(addresses[person])
