"""What in a practice may tell of pupils, pointed at for its contributor and its reviewer (docs/library.md)."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from core import page_cache

    page_cache.unseen("resources.PrivacyLook")
