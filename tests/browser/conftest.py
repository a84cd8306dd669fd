"""The running product and people with browsers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import product as products
from tests.browser.checks import listen_for_trouble
from tests.browser.product import Product

SIZES = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 780},
    "smallest": {"width": 320, "height": 640},
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """A freshly set up product with its demo content; SITE and SITE_FOLDER for one that runs already."""
    with products.running_product(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with products.chromium() as started:
        yield started


@pytest.fixture
def mail_to(product: Product) -> Callable[[str], str]:
    return product.mail_to


@pytest.fixture
def visitor(product: Product, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page for somebody who is not signed in: visitor(size="phone", javascript=False)."""
    contexts: list[BrowserContext] = []
    troubles: list[list[str]] = []

    def open_page(size: str = "desktop", javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=product.address, viewport=SIZES[size], java_script_enabled=javascript, locale="nl-NL"
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        troubles.append(listen_for_trouble(page))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not any(troubles), troubles


@pytest.fixture
def person(visitor: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a page for a demo account, signed in through the form: person("schoolleider", size="phone")."""

    def sign_in(who: str, **options: object) -> Page:
        page = visitor(**options)
        products.sign_in(page, who)
        return page

    return sign_in
