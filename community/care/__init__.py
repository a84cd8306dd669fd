"""Care for the discussion: reporting what does harm, hiding it, and the code of conduct."""

from importlib import import_module


def register_all() -> None:
    """What care gives to lower floors; from AppConfig.ready()."""
    from accounts import erasure, export
    from community.care import notices, personal, watching
    from networks import attention
    from notifications import kinds

    import_module("community.care.policies")  # names its rules
    for kind in notices.KINDS:
        kinds.register(kind)
    for name, watcher in watching.WATCHERS.items():
        attention.register(name, watcher)
    attention.register_matters("care", watching.matters)
    erasure.register("care", personal.forget)
    export.register("reports", personal.exported)
    export.register("code_of_conduct", personal.exported_acceptances)
