"""How to bring an opened page into a state, without changing any data."""

from datetime import date, timedelta

from playwright.sync_api import Page

FORM = "main form[method=post]:not([data-part=follow])"


def submit_empty(page: Page) -> None:
    """Send the page's form as it is, and be told what is missing."""
    page.locator(f"{FORM} [type=submit]").last.click()
    page.locator("[aria-invalid=true], .error-summary").first.wait_for()


def submit_emptied(page: Page) -> None:
    """Empty the form's first text field, and be told that it is needed."""
    page.locator(f"{FORM} input:is([type=text], [type=email])").first.fill("")
    submit_empty(page)


def send_too_late(page: Page) -> None:
    """Send a form that was open for so long that its protection has gone."""
    page.context.clear_cookies(name="csrftoken")
    page.locator(f"{FORM} [type=submit]").last.click()
    page.get_by_text("403").first.wait_for()


def show_days(page: Page) -> None:
    """Name a series and its first day, and see which days it would be; nothing is made."""
    page.fill("[name=title]", "Reeks in het najaar")
    page.fill("[name=first]", (date.today() + timedelta(days=60)).isoformat())
    page.locator(f"{FORM} [type=submit]").last.click()
    page.locator("#days").wait_for()


def submit_half_a_row(page: Page) -> None:
    """Say what was decided in the last row, but not whether it is a decision or an action."""
    page.locator(f"{FORM} [name^=outcomes][name$=text]").last.fill("Wij delen onze PTA’s.")
    submit_empty(page)


def draw_lots(page: Page) -> None:
    """See a division over groups; nothing is stored."""
    page.uncheck("[name=only_without]")
    page.locator(f"{FORM} [type=submit]").last.click()
    page.locator("#division").wait_for()


def type_in_search(page: Page) -> None:
    """Type the beginning of a word, and get suggestions."""
    page.locator("main input[type=search]").first.press_sequentially("toets")
    page.wait_for_timeout(600)
