from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunityConfig(AppConfig):
    name = "community"
    verbose_name = _("Community")

    def ready(self) -> None:
        from anymail.signals import inbound

        from accounts import erasure, export
        from community import (
            asked,
            care,
            erasing,
            groups,
            harvest,
            peers,
            personal,
            policies,  # noqa: F401  (names its rules)
            subjects,
            watching,
        )
        from community.mailed.receiving import forget_received
        from community.mailed.webhook import on_inbound
        from community.models import Thread
        from community.notices import KINDS
        from community.searchable import PostSearchable, ThreadSearchable
        from community.services import forget_deleted, forget_waiting
        from core import page_cache, periodic
        from networks import attention, rooms, rules, talk
        from notifications import kinds
        from search import searchable

        for kind in KINDS:
            kinds.register(kind)
        for name, watcher in watching.WATCHERS.items():
            attention.register(name, watcher)
        attention.register_matters("community", watching.matters)
        erasure.register("community", erasing.forget)
        export.register("posts", personal.exported)
        export.register("drafts_of_posts", personal.exported_drafts)
        export.register("reactions", personal.exported_reactions)
        searchable.register(ThreadSearchable())
        searchable.register(PostSearchable())
        rules.register(asked.POSTS)
        rooms.register(
            rooms.Room(
                key="discussion",
                label=_("Discussion"),
                url_name="community:discussion",
                icon="message",
                permission="networks.see_space",
                waiting=Thread.objects.for_everybody().unread_by,
            )
        )
        care.register_all()
        talk.register(subjects.talk_about)
        peers.register_all()
        harvest.register_all()
        groups.register_all()
        page_cache.unseen("community")
        inbound.connect(on_inbound, dispatch_uid="community")
        periodic.register("community_received_mail", every=timedelta(days=1), run=forget_received)
        periodic.register("community_waiting_files", every=timedelta(hours=1), run=forget_waiting)
        periodic.register("community_deleted_posts", every=timedelta(minutes=1), run=forget_deleted)
