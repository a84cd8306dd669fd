"""People who wrote a practice together, each of whom agreed (docs/library.md)."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from notifications import kinds
    from resources.coauthors import notices, personal

    for kind in notices.KINDS:
        kinds.register(kind)
    erasure.register("coauthors", personal.forget)
    export.register("coauthors", personal.exported)
