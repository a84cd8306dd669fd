"""The workplace of editors: accessible where it is ours, and whole on a phone."""

import pytest

from tests.browser.checks import AXE, DESKTOP, PHONE, TAGS
from tests.browser.product import sign_in

PAGES = (
    "/admin/",
    "/admin/snippets/networks/network/",
    "/admin/snippets/networks/enrolment/",
    "/admin/snippets/resources/practice/",
    "/admin/reports/deelname/",
    "/admin/reports/afspraken/",
    "/admin/images/",
    "/admin/snippets/networks/schoolholiday/",
)


@pytest.fixture(scope="module")
def workplace(product, browser):
    context = browser.new_context(base_url=product.address, viewport=DESKTOP, locale="nl-NL")
    context.set_default_timeout(60_000)
    page = context.new_page()
    sign_in(page, "beheer")
    yield page
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_our_part_is_for_everybody_and_fits_a_phone(workplace, address, theme):
    workplace.emulate_media(color_scheme=theme)
    workplace.set_viewport_size(DESKTOP)
    workplace.goto(address)
    workplace.evaluate(AXE)
    found = {}
    for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
        workplace.set_viewport_size(size)
        found[name] = workplace.evaluate(
            """async (tags) => {
              const told = await axe.run("main", { runOnly: { type: "tag", values: tags } });
              return told.violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`));
            }""",
            TAGS,
        )
    sideways = workplace.evaluate("document.scrollingElement.scrollWidth - innerWidth")

    assert found == {"desktop": [], "phone": []}
    assert sideways <= 0


def test_what_is_being_edited_is_told_to_others(workplace):
    answers = []
    workplace.on("response", lambda it: "editing-sessions/ping" in it.url and answers.append(it.status))

    workplace.goto("/admin/snippets/networks/theme/")
    workplace.locator("td.title a").first.click()
    workplace.wait_for_event("response", lambda it: "editing-sessions/ping" in it.url)

    assert answers == [200]
