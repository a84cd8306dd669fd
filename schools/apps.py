from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SchoolsConfig(AppConfig):
    name = "schools"
    verbose_name = _("Schools")

    def ready(self) -> None:
        from accounts import erasure, export, me, tabs
        from core import page_cache
        from schools.api import SchoolOut, own_schools
        from schools.models import Employment
        from schools.services import forget

        me.register("schools", list[SchoolOut], own_schools)
        erasure.register("schools", forget)
        export.register("schools", Employment.export)
        tabs.register(tabs.Tab(_("Where I work"), "schools:employments", 20))
        page_cache.unseen("schools.Employment")
