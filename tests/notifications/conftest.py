import pytest

from accounts.models import User
from notifications import kinds
from notifications.delivery import Delivery
from notifications.kinds import Kind
from tests.factories.people import UserFactory

WELCOME = Kind(
    key="test.welcome",
    label="Somebody joins",
    title="%(name)s joins %(network)s",
    text="Say hello to %(name)s.",
    action="To the network",
)
QUIET = Kind(
    key="test.quiet", label="Small news", title="Small news", text="", delivery=Delivery.INBOX, may_be_off=True
)


@pytest.fixture(autouse=True)
def test_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register(WELCOME)
    kinds.register(QUIET)


@pytest.fixture
def sanne(db: None) -> User:
    return UserFactory(first_name="Sanne", last_name="de Wit", email="sanne@school.example")


@pytest.fixture
def bram(db: None) -> User:
    return UserFactory(first_name="Bram", last_name="Vos", email="bram@school.example")
