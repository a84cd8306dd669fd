"""Materials shown before they are fetched: small pictures, first pages, and cards of videos (docs/library.md)."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from datetime import timedelta

    from django.db.models.signals import post_delete, post_save

    from core import periodic
    from resources.models import FirstPage, PracticeMaterial
    from resources.previews import pages

    post_save.connect(pages.draw_when_added, sender=PracticeMaterial, dispatch_uid="resources.first_page")
    post_delete.connect(pages.forget_picture, sender=FirstPage, dispatch_uid="resources.first_page")
    periodic.register("first_pages_to_draw", every=timedelta(minutes=10), run=pages.draw_the_rest)
