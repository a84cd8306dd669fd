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

        signals.connect()
        node.breaker.on_return = tasks.sync_after_outage
        register_helpful("elasticsearch", health.check)
        periodic.register("old_search_counts", every=timedelta(days=1), run=_forget_old_counts)
        periodic.register("search_sync", every=timedelta(minutes=1), run=tasks.sync.enqueue)
        # Written together with what they tell of; an index that follows later says so itself (feed.py). What was looked
        # for in vain only editors see. What editors say of words changes what is found.
        page_cache.unseen(*(f"search.{name}" for name in self.models if name != "synonymgroup"))
        page_cache.unseen("wagtailsearchpromotions.QueryDailyHits")


def _forget_old_counts() -> None:
    from wagtail.contrib.search_promotions.models import QueryDailyHits

    from search.services import failing

    failing.forget_old()
    QueryDailyHits.garbage_collect()
