"""A review as a conversation: what to look at, remarks at a part, and the history (docs/library.md)."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from accounts import export
    from core import page_cache
    from notifications import kinds
    from resources.conversation import notices, personal

    for kind in notices.KINDS:
        kinds.register(kind)
    export.register("remarks_on_practices", personal.exported)
    page_cache.unseen("resources.CheckItem", "resources.Remark", "resources.RemarkAnswer", "resources.PracticeEvent")
