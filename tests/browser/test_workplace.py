"""The workplace of editors: accessible where it is ours, and whole on a phone."""

import pytest

from tests.browser.checks import AXE, DESKTOP, PHONE, TAGS
from tests.browser.pages import WORKPLACE
from tests.browser.stage import Stage

# What is opened most is tested at each change, the rest with all pages. Dutch in the light, English in the dark.
EVERY_DAY = {"workplace", "workplace-networks", "workplace-sign-ups", "workplace-practices", "workplace-participation"}
STATES = [
    pytest.param(state, id=state.name, marks=[] if state.name in EVERY_DAY else pytest.mark.every_page)
    for state in WORKPLACE
]


@pytest.fixture(scope="module")
def stage(product, browser):
    stage = Stage(product, browser)
    stage.find_what_no_demo_has()
    return stage


@pytest.mark.parametrize(("language", "theme"), [("nl", "light"), ("en", "dark")])
@pytest.mark.parametrize("state", STATES)
def test_our_part_is_for_everybody_and_fits_a_phone(stage, state, language, theme):
    workplace = stage.window(state.who_in(language))
    workplace.set_default_timeout(60_000)
    workplace.emulate_media(color_scheme=theme)
    workplace.set_viewport_size(DESKTOP)
    state.open(workplace, language, stage.found)
    workplace.evaluate(AXE)
    found = {}
    for name, size in (("desktop", DESKTOP), ("phone", PHONE)):
        workplace.set_viewport_size(size)
        found[name] = workplace.evaluate(
            """async (tags) => {
              const wagtails = [".public-DraftEditor-content", ".w-editing-sessions"].map((part) => [part]);
              const ours = { include: [["main"]], exclude: wagtails };
              const told = await axe.run(ours, { runOnly: { type: "tag", values: tags } });
              return told.violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`));
            }""",
            TAGS,
        )
    sideways = workplace.evaluate("document.scrollingElement.scrollWidth - innerWidth")

    assert workplace.locator("html").get_attribute("lang") == language
    assert found == {"desktop": [], "phone": []}
    assert sideways <= 0


def test_what_is_being_edited_is_told_to_others(stage):
    workplace, answers = stage.window("beheer"), []
    workplace.on("response", lambda it: "editing-sessions/ping" in it.url and answers.append(it.status))

    workplace.goto("/admin/snippets/networks/theme/")
    workplace.locator("td.title a").first.click()
    workplace.wait_for_event("response", lambda it: "editing-sessions/ping" in it.url)

    assert answers == [200]
