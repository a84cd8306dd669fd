"""How quick the library's page answers beside the bare search that it needs: the same words, filters and counts.

With Elasticsearch and 20,000 practices the peer is the request that our own engine sends, sent by itself; with the
database alone and 5,000 practices it is one PostgreSQL query written by hand with the same counts. Each address is
asked once, so that no page comes from a store; ours and the peer take turns. Starts its services by itself.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from http.client import HTTPConnection
from itertools import product
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

from bench.judged import QUERIES
from bench.site import ROOT, demo_site, serving

MANY, FEWER = int(os.environ.get("PRACTICES", "20000")), int(os.environ.get("FEWER_PRACTICES", "5000"))
WHAT = f"The library's page with words and filters beside the bare search, {MANY} and {FEWER} practices; milliseconds"
SERVER = ["gunicorn", "-w", "1", "--threads", "4", "-b", "127.0.0.1:PORT", "--log-level", "critical", "config.wsgi"]
FILTERS = ({}, {"sector": "VO"}, {"theme": "formatief-evalueren"}, {"sector": "VO", "year": "2023"})


def run() -> list[dict]:
    if "DATABASE_URL" not in os.environ:
        return _beside_services()
    with demo_site() as environment:
        search = os.environ.get("ELASTICSEARCH_URL")
        told = _output(environment, "bench.many", str(MANY if search else FEWER))
        asked = [{"q": query.text, **chosen} for query, chosen in product(QUERIES, FILTERS)]
        bare = json.loads(_output(environment, "bench.bare_search", json.dumps(asked)))
        with serving(SERVER, environment) as port:
            ours, peer = in_turn(_pages(port, asked), _searches(search, bare) if search else _queries(bare))
    return rows("Elasticsearch" if search else "PostgreSQL", ours, peer, json.loads(told), 2.0 if search else 1.5)


def _beside_services() -> list[dict]:
    found = []
    for services in ("postgres,elasticsearch", "postgres"):
        command = [sys.executable, "tools/services.py", "--only", services, "--", sys.executable]
        measure = "from bench.__main__ import measure; measure('library')"
        subprocess.run([*command, "-c", measure], cwd=ROOT, check=True)
        found += json.loads((ROOT / "bench" / "results" / "library.json").read_text())["rows"]
    return found


def _output(environment: dict[str, str], module: str, argument: str) -> str:
    command = [sys.executable, "-m", module, argument]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


Ask = Callable[[], None]


def _pages(port: int, asked: list[dict[str, str]]) -> list[Ask]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    return [_ask(connection, "GET", f"/praktijkvoorbeelden/?{urlencode(chosen)}") for chosen in asked]


def _searches(url: str, bodies: list[dict]) -> list[Ask]:
    at = urlsplit(url)
    connection = HTTPConnection(at.hostname or "", at.port, timeout=60)
    return [_ask(connection, "POST", f"/{it['index']}/_search", json.dumps(it["body"])) for it in bodies]


def _ask(connection: HTTPConnection, method: str, path: str, body: str = "") -> Ask:
    def ask() -> None:
        connection.request(method, path, body or None, {"Content-Type": "application/json"} if body else {})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, (path, answer.status)

    return ask


def _queries(bodies: list[dict]) -> list[Ask]:
    import psycopg

    link = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    return [lambda it=it: link.execute(it["sql"], it["values"]).fetchall() for it in bodies]


def in_turn(ours: list[Ask], peer: list[Ask]) -> tuple[list[float], list[float]]:
    """Seconds that each took; the first few warm up both."""
    took: tuple[list[float], list[float]] = ([], [])
    for number, pair in enumerate(zip(ours, peer, strict=True)):
        for one, seconds in list(zip(pair, took, strict=True))[:: 1 if number % 2 else -1]:
            start = time.perf_counter()
            one()
            seconds.append(time.perf_counter() - start)
    return took[0][10:], took[1][10:]


def rows(engine: str, ours: list[float], peer: list[float], told: dict, wanted: float) -> list[dict]:
    """Ours and the peer, and how quickly the search learnt of all practices."""
    figures = [{"what": f"page, {engine}"} | _milliseconds(ours), {"what": f"bare, {engine}"} | _milliseconds(peer)]
    figures[0] |= {"× bare (p95)": round(figures[0]["p95"] / figures[1]["p95"], 2), "at most": wanted}
    for part, work in told.items():
        figures.append({"what": f"{part} of {work['rows']} rows", "× bare (p95)": f"{work['rows a second']} rows/s"})
    empty = dict.fromkeys(("what", "median", "p95", "× bare (p95)", "at most"), "")
    return [empty | row for row in figures]


def missed(rows: list[dict]) -> list[str]:
    """The pages that are slower beside the bare search than they should be."""
    return [
        f"{row['what']}: {row['× bare (p95)']} × the bare search, at most {row['at most']}"
        for row in rows
        if row["at most"] and row["× bare (p95)"] > row["at most"]
    ]


def _milliseconds(seconds: list[float]) -> dict:
    cuts = quantiles([1000 * it for it in seconds], n=20)
    return {"median": round(cuts[9], 1), "p95": round(cuts[18], 1)}
