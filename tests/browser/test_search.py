"""Searching by keyboard: suggestions as a combobox, on the header's field and on the results page."""

from playwright.sync_api import expect

from tests.browser.checks import problems_of


def test_suggestions_are_chosen_with_the_keyboard(visitor):
    page = visitor()
    page.goto("/zoeken/")
    field = page.get_by_role("combobox", name="Waarover wilt u iets weten?")
    field.press_sequentially("toetsb", delay=20)
    options = page.get_by_role("listbox", name="Suggesties").get_by_role("option")

    expect(options.first).to_contain_text("Toetsbeleid")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="suggestie")).to_have_count(1)
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(field).to_be_focused()
    assert problems_of(page, "nl") == []

    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("toetsb")
    field.press("ArrowDown")  # asks again
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url("**/praktijkvoorbeelden/?theme=*")


def test_the_headers_field_sends_what_is_typed_and_the_filters_work_at_once(visitor):
    page = visitor()
    page.goto("/")
    field = page.get_by_role("combobox", name="Zoeken", exact=True)
    field.fill("toets")
    field.press("Enter")
    page.wait_for_url("**/zoeken/?q=toets")

    page.get_by_label("Praktijkvoorbeelden").first.check()
    page.wait_for_url("**/zoeken/?q=toets&kind=practice")

    expect(page.get_by_label("Praktijkvoorbeelden").first).to_be_focused()
    assert problems_of(page, "nl") == []


def test_a_phone_without_javascript_gets_another_spelling(visitor):
    page = visitor(size="phone", javascript=False)
    page.goto("/zoeken/?q=toetsbelied")
    page.get_by_role("link", name="toetsbeleid", exact=True).click()

    page.wait_for_url("**/zoeken/?q=toetsbeleid")
    page.get_by_text("Filteren").click()
    page.get_by_label("Netwerken").check()
    page.get_by_role("button", name="Toon resultaten").click()
    page.wait_for_url("**kind=network*")
