from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from core import page_cache, periodic
        from core.health import register_helpful
        from search import health, signals, tasks
        from search.engines.elasticsearch import node
        from search.services import failing

        signals.connect()
        node.breaker.on_return = tasks.sync_after_outage
        register_helpful("elasticsearch", health.check)
        periodic.register("failed_searches", every=timedelta(days=1), run=failing.forget_old)
        periodic.register("search_sync", every=timedelta(minutes=1), run=tasks.sync.enqueue)
        # Written together with what they tell of; an index that follows later says so itself (feed.py). What was looked
        # for in vain only editors see.
        page_cache.unseen("search")
