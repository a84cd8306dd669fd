"""The tabs of a person's settings. Higher apps add theirs in AppConfig.ready()."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Tab:
    """url_name: where it leads. order: lower comes earlier. names: other routes that belong under this tab."""

    label: str | Promise
    url_name: str
    order: int = 50
    names: tuple[str, ...] = ()


_tabs: dict[str, Tab] = {}


def register(tab: Tab) -> None:
    """Show the tab on every settings page."""
    _tabs[tab.url_name] = tab


def registered() -> list[Tab]:
    """All tabs, in the order in which they are shown."""
    return sorted(_tabs.values(), key=lambda tab: tab.order)
