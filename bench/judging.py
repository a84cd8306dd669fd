"""Asks the judged queries as a visitor of the library: `python -m bench.judging COUNT` prints what is shown.

Where no practice has all words of a query, the reader is shown what was perhaps meant or what comes nearest; then that
is what is judged.
"""

import json
import sys

import django

from bench.judged import QUERIES, WRITTEN

SHOWN = 10


def main() -> None:
    django.setup()
    from django.contrib.auth.models import AnonymousUser

    visitor = AnonymousUser()
    answers = [shown(visitor, query.text) for query in QUERIES]
    json.dump({"practices": practices(int(sys.argv[1])), "answers": answers}, sys.stdout)


def practices(count: int) -> dict[str, tuple[str, str]]:
    """Of each published practice, by its address: what it is like and which school subject it is about."""
    from home.demo.corpus import invented
    from home.demo.practices import key_of
    from resources.models import Practice

    made = {key_of(texts): (texts["seed"], texts["subject"]) for texts in map(invented, range(count))}
    rows = Practice.objects.published().values_list("slug", "key")
    return {slug: made[key] if key in made else (WRITTEN.get(slug, ""), "") for slug, key in rows}


def shown(visitor: object, text: str) -> dict:
    from search.services import help_with, search

    found = search(user=visitor, text=text, kinds=["practice"], limit=SHOWN)
    hits = found.items
    if not hits:
        offered = help_with(user=visitor, text=text, kinds=["practice"], limit=SHOWN)
        hits = offered.corrected.items if offered.corrected else [near.hit for near in offered.nearest]
    return {"slugs": [hit.slug for hit in hits], "total": found.total, "engine": found.engine}


if __name__ == "__main__":
    main()
