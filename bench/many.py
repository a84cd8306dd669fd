"""Thousands of published practices at once: `python -m bench.many COUNT` prints what the search took to know them.

They are the demo's invented ones, written past the services: those tell and check one practice at a time, which is not
what is measured here. The search learns of them as after any change that passed the signals by.
"""

import json
import sys
import time
from datetime import timedelta
from typing import Any

import django

BATCH = 1_000


def main() -> None:
    django.setup()
    from search.engines.elasticsearch import feed, node

    count = int(sys.argv[1])
    write(count)
    told: dict[str, Any] = {"table": rows_a_second(fill_table)}
    if node.configured():
        told["index"] = rows_a_second(feed.rebuild)
    json.dump(told, sys.stdout)


def write(count: int) -> None:
    """Rows of practices with their themes and keywords, until there are so many."""
    from resources.models import Practice

    there = Practice.objects.published().count()
    for start in range(0, count - there, BATCH):
        _write_batch(range(start, min(start + BATCH, count - there)))


def _write_batch(numbers: range) -> None:
    from taggit.models import Tag

    from home.demo.corpus import invented
    from networks.models import Network, Theme
    from resources.models import Practice, PracticeTag

    network = Network.objects.first()
    assert network is not None
    texts = [invented(number) for number in numbers]
    made = Practice.objects.bulk_create(
        [_practice(number, told, network) for number, told in zip(numbers, texts, strict=True)]
    )
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    tags = {name: Tag.objects.get_or_create(name=name)[0] for name in {tag for told in texts for tag in told["tags"]}}
    Practice.themes.through.objects.bulk_create(
        Practice.themes.through(practice=practice, theme=themes[slug])
        for practice, told in zip(made, texts, strict=True)
        for slug in told["themes"]
    )
    PracticeTag.objects.bulk_create(
        PracticeTag(content_object=practice, tag=tags[name])
        for practice, told in zip(made, texts, strict=True)
        for name in dict.fromkeys(told["tags"])
    )


def _practice(number: int, told: dict[str, Any], network: Any) -> Any:
    from home.demo.practices import COLUMNS, FIRST_PUBLISHED
    from resources.models import Practice

    return Practice(
        slug=f"veel-{number}",
        contributor_id=network.facilitators.values_list("pk", flat=True)[0],
        network=network,
        first_year=told["year"],
        state=Practice.State.PUBLISHED,
        published_at=FIRST_PUBLISHED + timedelta(minutes=number),
        **{name: told[name] for name in COLUMNS if name in told},
    )


def fill_table() -> int:
    from search import rebuilding

    return sum(changed for _kind, changed in rebuilding.refresh_everything())


def rows_a_second(work: Any) -> dict[str, float]:
    start = time.perf_counter()
    rows = work()
    seconds = time.perf_counter() - start
    return {"rows": rows, "seconds": round(seconds, 1), "rows a second": round(rows / seconds)}


if __name__ == "__main__":
    main()
