"""One person's page: what is asked of me, what is new, what is next."""

from dataclasses import dataclass

from accounts.models import User


@dataclass(frozen=True)
class Dashboard:
    person: User


def dashboard_for(person: User) -> Dashboard:
    """Everything the dashboard shows, in a fixed number of queries."""
    return Dashboard(person=person)
