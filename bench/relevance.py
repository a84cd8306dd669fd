"""How good the answers of the library's search are: judged queries on the demo's practices, engine by engine.

nDCG@10 compares the first ten practices with the best order that the grades allow: 1 is perfect, a practice of grade g
counts 2^g - 1, discounted by its place. Starts PostgreSQL and Elasticsearch unless ELASTICSEARCH_URL is there.
SHOW=0.8 in the environment names the answers that stay below that.
"""

import json
import math
import os
import subprocess
import sys
from collections.abc import Callable, Iterable

from bench.judged import QUERIES, Query, held_out
from bench.judging import SHOWN
from bench.site import ROOT, demo_site, manage

PRACTICES = 345
WHAT = f"{len(QUERIES)} judged Dutch queries on {PRACTICES} practices: nDCG@{SHOWN}, and how many found nothing"
WANTED = {"elasticsearch": 0.85, "database": 0.70}
PARTS: dict[str, Callable[[int], bool]] = {
    "tuned on": lambda number: not held_out(number),
    "held out": held_out,
    "all": lambda number: True,
}
Practices = dict[str, tuple[str, str]]


def run() -> list[dict]:
    if "ELASTICSEARCH_URL" not in os.environ:
        return _beside_services()
    with demo_site("--practices", str(PRACTICES)) as environment:
        manage(environment, ["search_rebuild"])
        rows = measured("Elasticsearch", environment)
        rows += measured("PostgreSQL", environment | {"ELASTICSEARCH_URL": ""})
    for name in ("DATABASE_URL", "ELASTICSEARCH_URL"):
        del os.environ[name]
    with demo_site("--practices", str(PRACTICES)) as environment:
        return rows + measured("SQLite", environment)


def missed(rows: list[dict]) -> list[str]:
    """The figure over all queries counts: its parts are there to see whether it was tuned to what it is measured by."""
    return [
        f"{row['engine']}: nDCG@{SHOWN} {row['nDCG@10']}, wanted {row['wanted']}"
        for row in rows
        if row["queries"] == "all" and row["nDCG@10"] < row["wanted"]
    ]


def _beside_services() -> list[dict]:
    command = [sys.executable, "tools/services.py", "--only", "postgres,elasticsearch", "--", sys.executable]
    measure = "from bench.__main__ import measure; measure('relevance')"
    subprocess.run([*command, "-c", measure], cwd=ROOT, check=True)
    return json.loads((ROOT / "bench" / "results" / "relevance.json").read_text())["rows"]


def measured(name: str, environment: dict[str, str]) -> list[dict]:
    """A row for each part of the queries."""
    command = [sys.executable, "-m", "bench.judging", str(PRACTICES)]
    output = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    told = json.loads(output)
    engines = {answer["engine"] for answer in told["answers"]}
    assert len(engines) == 1, f"several engines answered: {engines}"
    quality = [
        ndcg(query, answer["slugs"], told["practices"]) for query, answer in zip(QUERIES, told["answers"], strict=True)
    ]
    for query, answer, figure in zip(QUERIES, told["answers"], quality, strict=True):
        if os.environ.get("SHOW") and figure < float(os.environ["SHOW"]):
            print(f"{name} {figure:.2f} {answer['total']:4} {query.text!r} {answer['slugs'][:5]}", file=sys.stderr)
    return [
        {"engine": name, "queries": part} | _figures([(quality[n], told["answers"][n]["total"]) for n in numbers])
        | {"wanted": WANTED[next(iter(engines))]}
        for part, numbers in ((part, [n for n in range(len(QUERIES)) if belongs(n)]) for part, belongs in PARTS.items())
    ]  # fmt: skip


def _figures(answers: list[tuple[float, int]]) -> dict:
    nothing = sum(total == 0 for _quality, total in answers)
    return {
        "number": len(answers),
        "nDCG@10": round(sum(quality for quality, _total in answers) / len(answers), 3),
        "all words found nothing": f"{100 * nothing / len(answers):.0f} %",
    }


def ndcg(query: Query, slugs: Iterable[str], practices: Practices) -> float:
    """0 to 1: how close the shown order comes to the best one."""
    grades = {slug: grade(query, *facts) for slug, facts in practices.items()}
    best = _gain(sorted(grades.values(), reverse=True)[:SHOWN])
    return _gain([grades.get(slug, 0) for slug in slugs][:SHOWN]) / best


def grade(query: Query, like: str, subject: str) -> int:
    given = query.grades.get(like, 0)
    return min(given, 1) if query.subject and subject != query.subject else given


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))
