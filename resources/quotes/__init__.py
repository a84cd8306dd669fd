"""Words of members in a practice, each with the consent of who said them (docs/library.md)."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from datetime import timedelta

    from accounts import erasure, export
    from core import periodic
    from networks import quoting
    from notifications import kinds
    from resources.quotes import consent, notices, opening, personal

    for kind in notices.KINDS:
        kinds.register(kind)
    quoting.register(opening.Quotes())
    erasure.register("quotes", consent.forget)
    export.register("quotes", personal.exported)
    periodic.register("resources_consent_reminders", every=timedelta(hours=12), run=consent.remind)
