"""What stands in the files of practices, so that it can be found too."""


def register_all() -> None:
    """What this gives to lower floors; from AppConfig.ready()."""
    from datetime import timedelta

    from django.db.models.signals import post_save

    from core import periodic
    from resources.extracted import reading
    from resources.models import PracticeMaterial

    post_save.connect(reading.read_when_added, sender=PracticeMaterial, dispatch_uid="resources.extracted")
    periodic.register("materials_to_read", every=timedelta(minutes=10), run=reading.read_the_rest)
