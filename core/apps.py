from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Core")

    def ready(self) -> None:
        from core import page_cache, periodic
        from core.page_cache import signals
        from core.page_cache.unseen import OF_LIBRARIES
        from core.workplace import exports

        exports.install()
        periodic.register_own_jobs()
        signals.connect()
        page_cache.unseen("core", *OF_LIBRARIES)
        page_cache.unseen_when_added("wagtailimages.Rendition")
