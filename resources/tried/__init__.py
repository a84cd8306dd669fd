"""What schools found when they tried a practice: reported by their leaders, moderated, read by everybody."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from core import page_cache
    from notifications import kinds
    from resources.tried import notices, personal

    for kind in notices.KINDS:
        kinds.register(kind)
    erasure.register("trials", personal.forget)
    export.register("trials", personal.exported)
    page_cache.unseen("resources.Objection")
