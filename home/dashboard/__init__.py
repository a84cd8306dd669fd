"""One person's page /mijn/: what is asked of me, what is new, what is next."""

from home.dashboard.dashboard import Dashboard, dashboard_for

__all__ = ["Dashboard", "dashboard_for"]
