"""What a contributor types before saving it, kept so that nothing is lost (docs/library.md)."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from core import page_cache
    from resources.writing import personal

    erasure.register("unsaved_practices", personal.forget)
    export.register("unsaved_practices", personal.exported)
    page_cache.unseen("resources.Unsaved")
