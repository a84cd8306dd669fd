import pytest

from home.site_setup import set_up_site


@pytest.fixture
def home_page(db):
    """The site as a new installation has it."""

    return set_up_site()
