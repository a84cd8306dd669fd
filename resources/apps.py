from datetime import timedelta

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    name = "resources"
    verbose_name = _("Library")

    def ready(self) -> None:
        from taggit.models import Tag

        from accounts import erasure, export
        from core import page_cache, periodic
        from networks import announcing, attention, closing, hanging, obligations, rooms
        from networks.models import Agreement, Network, Theme
        from notifications import kinds
        from resources import (
            announced,
            coauthors,
            collected,
            conversation,
            extracted,
            lists,
            news,
            permission,
            personal,
            previews,
            privacy,
            quotes,
            saved,
            searchable,
            sharing,
            tried,
            watching,
            writing,
        )
        from resources.hanging import practices
        from resources.services import erasing, using
        from schools.models import School
        from search.searchable import register

        for kind in news.KINDS:
            kinds.register(kind)
        register(searchable.PracticeSearchable())
        register(searchable.ThemeSearchable())
        erasure.register("practices", erasing.forget)
        export.register("practices", personal.exported)
        for key, watcher in watching.WATCHERS.items():
            attention.register(key, watcher)
        attention.register_matters("resources", watching.matters)
        closing.register("practices", sharing.harvest)
        hanging.register("practices", practices)
        obligations.register(Agreement.Kind.SHARING, sharing.sharing)
        announcing.register("resources/of_network.html", announced.practices_of)
        rooms.register(
            rooms.Room(key="practices", label=_("Practices"), url_name="resources:room", icon="book", order=60)
        )
        for model in (Theme, Network, School):
            post_save.connect(searchable.refresh_practices_of, sender=model, dispatch_uid=f"resources.{model.__name__}")
        post_save.connect(searchable.refresh_practices_with, sender=Tag, dispatch_uid="resources.Tag")
        pre_delete.connect(searchable.remember_practices_with, sender=Tag, dispatch_uid="resources.Tag")
        post_delete.connect(searchable.refresh_practices_with, sender=Tag, dispatch_uid="resources.Tag")
        for part in (
            coauthors,
            collected,
            conversation,
            extracted,
            lists,
            permission,
            previews,
            privacy,
            quotes,
            saved,
            tried,
            writing,
        ):
            part.register_all()
        periodic.register("practices_used", every=timedelta(hours=1), run=using.refresh_used)
        page_cache.unseen("resources.Review", "resources.PracticeUse")
