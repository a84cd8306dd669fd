"""Searches in the library that people keep, and hear of when something new fits them."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from datetime import timedelta

    from accounts import erasure, export
    from core import page_cache, periodic
    from notifications import kinds
    from resources.saved import alerts, notices, personal

    kinds.register(notices.FOUND)
    erasure.register("saved_searches", personal.forget)
    export.register("saved_searches", personal.exported)
    periodic.register("saved_searches", every=timedelta(minutes=15), run=alerts.tell_of_new)
    page_cache.unseen("resources.SavedSearch", "resources.ToldOf")
