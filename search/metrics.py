"""What `/metrics` tells of the search: who answered, why Elasticsearch did not, how far its index is behind."""

from prometheus_client import Counter, Gauge

answers = Counter("search_answers", "Searches answered, by the engine that answered", ["engine"])
passed_over = Counter("search_passed_over", "Searches that Elasticsearch did not answer, by why", ["why"])
outages = Counter("search_outages", "Times that Elasticsearch stopped answering")
changes_behind = Gauge(
    "search_changes_behind",
    "Changes that its index had not seen when last asked",
    multiprocess_mode="mostrecent",
)
