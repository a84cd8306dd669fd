"""Reading lists: practices that a person keeps, for that person alone."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from core import page_cache
    from resources.lists import personal

    erasure.register("reading_lists", personal.forget)
    export.register("reading_lists", personal.exported)
    page_cache.unseen("resources.ReadingList", "resources.Kept")
