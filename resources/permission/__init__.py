"""The school's permission to make a practice public: who gave it, when, and for which text (docs/library.md)."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from core import page_cache
    from resources.permission import personal

    erasure.register("school_permissions", personal.forget)
    export.register("school_permissions", personal.exported)
    page_cache.unseen("resources.SchoolPermission")
