from collections.abc import Iterator

import pytest
from django.core.cache import cache

from accounts.models import User

PASSWORD = "een-lang-wachtwoord"


@pytest.fixture(autouse=True)
def no_earlier_attempts() -> Iterator[None]:
    """Limits on attempts are counted in the cache."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def sanne(db: None) -> User:
    return User.objects.create_user("sanne@school.example", PASSWORD, first_name="Sanne", last_name="de Wit")


@pytest.fixture
def kees(db: None) -> User:
    return User.objects.create_user("kees@school.example", PASSWORD, first_name="Kees", last_name="Bos", language="en")
