"""Every page of the list, in both languages: accessible, within its window, and within the policy of the site."""

from urllib.parse import urlsplit

import pytest

from tests.browser.checks import problems_of
from tests.browser.pages import PAGES
from tests.browser.stage import Stage
from tests.markup import inline_code

# What people open every day is tested at each change; all the rest by `make test-pages`, which takes long.
EVERY_DAY = {
    "dashboard-new",
    "enrol",
    "space-not-member",
    "dashboard",
    "inbox",
    "profile",
    "space",
    "discussion",
    "conversation",
    "contribute",
    "own-practices",
    "cockpit",
    "reviews",
}
STATES = [
    pytest.param(
        state,
        language,
        id=f"{state}-{language}",
        marks=[] if state.who == "visitor" or state.name in EVERY_DAY else pytest.mark.every_page,
    )
    for language in ("nl", "en")
    for state in PAGES
    if language in state.languages
]
LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@pytest.fixture(scope="module")
def stage(product, browser):
    return Stage(product, browser, script=LISTEN).prepare_pages()


@pytest.mark.parametrize(("state", "language"), STATES)
def test_a_page_is_for_everybody_and_keeps_the_policy(stage, state, language):
    page, wrong = stage.window(state.who_in(language)), []

    def note_request(request):
        if urlsplit(request.url).netloc != urlsplit(stage.product.address).netloc and "://" in request.url:
            wrong.append(f"asks another host: {request.url}")

    told = f"status of {state.status}"

    def note_message(message):
        if message.type == "error" and "status of 4" not in message.text and told not in message.text:
            wrong.append(f"console: {message.text}")

    def note_error(error):
        if not str(error).startswith("Transition was"):  # Chromium's own word for one that was cut short
            wrong.append(f"script: {error}")

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", note_error)
    try:
        html = state.open(page, language, stage.found)
        wrong += [f"inline code: {line}" for line in inline_code(html) if not state.stands_alone]
        wrong += [f"language: {lang}" for lang in [page.locator("html").get_attribute("lang")] if lang != language]
        if page.evaluate("!window.htmx && !!document.querySelector('[hx-get], [hx-post]')"):
            wrong.append("fetches parts of itself, and does not load htmx")
        wrong += problems_of(page, language)
        wrong += [f"policy: {line}" for line in page.evaluate("window.violations")]
    finally:
        page.remove_listener("request", note_request)
        page.remove_listener("console", note_message)
        page.remove_listener("pageerror", note_error)

    assert wrong == []
