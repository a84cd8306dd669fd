import pytest
from django.core.cache import cache

from home.site_setup import set_up_site


@pytest.fixture
def home_page(db):
    """The site as a new installation has it; the footer is read anew in each test."""
    cache.clear()
    return set_up_site()
