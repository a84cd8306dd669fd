"""Collections of practices that editors put together in their workplace, each practice with a sentence."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from django.db.models.signals import post_delete, post_save

    from resources.collected import searchable
    from resources.models import Collected, Practice
    from search.searchable import register

    register(searchable.CollectionSearchable())
    post_save.connect(searchable.refresh_collections_with, sender=Practice, dispatch_uid="resources.collections")
    for signal in (post_save, post_delete):
        signal.connect(searchable.refresh_collection_of, sender=Collected, dispatch_uid="resources.Collected")
