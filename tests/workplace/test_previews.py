"""What the workplace shows of the site within a frame: pages while they are written, and blocks to choose from."""

import pytest

from home.blocks import HomeBlocks
from home.models import ContactPage, FaqPage, HomePage, NewsIndexPage, OfferIndexPage, StandardPage


@pytest.fixture
def pages(people, network):
    """One page of each kind that stands below the home page, with the announcement of a network."""
    home = HomePage.objects.get(locale__language_code="nl")
    for kind in (ContactPage, FaqPage, NewsIndexPage, OfferIndexPage, StandardPage):
        home.add_child(instance=kind(title=kind.__name__, locale=home.locale))
    return [home, *home.get_descendants().specific()]


def test_each_page_is_previewed_in_a_frame_by_the_policy_of_the_site(browser_as, pages):
    browser, refused = browser_as("administrator"), {}

    for page in pages:
        answer = browser.get(f"/admin/pages/{page.pk}/view_draft/")  # the road of each preview
        policy = answer["Content-Security-Policy"]
        if answer.status_code != 200 or "frame-ancestors 'self'" not in policy or "unsafe" in policy:
            refused[type(page).__name__] = (answer.status_code, policy)

    assert refused == {}


def test_each_block_shows_what_it_looks_like():
    assert [name for name, block in HomeBlocks().child_blocks.items() if not block.is_previewable] == []
