"""A form that was open for so long that its protection has gone: nothing typed is lost."""

from tests.browser.pages import NETWORK


def test_an_answer_to_a_poll_is_kept_and_can_be_sent_once_more(person):
    page = person("schoolleider")
    page.goto(f"{NETWORK}peilingen/")
    page.locator("main a[href*='/peilingen/']:not([href$='/peilingen/'])").first.click()
    for answer in page.locator("form.ballot [type=radio][value=yes]").all():
        answer.check()
    page.locator("form.ballot [name=csrfmiddlewaretoken]").evaluate("field => (field.value = 'x'.repeat(64))")
    number = page.locator("form.ballot :checked").count()

    page.locator("form.ballot button").last.click()

    toasts = page.locator("#toasts > *")
    toasts.first.wait_for()
    assert [text.split("\n")[0] for text in toasts.all_inner_texts()] == [
        "Deze pagina stond lang open. Wat u hebt ingevuld, staat er nog: verstuur het nog een keer."
    ]
    assert page.locator("form.ballot :checked").count() == number > 0

    page.locator("form.ballot button").last.click()

    page.get_by_text("uw antwoorden zijn opgeslagen").first.wait_for()
