"""What a page costs: from the outermost cache beside a bare cached answer, signed in beside a fresh `wagtail start`.

All servers are up at once, and are measured in turn, round after round: what else the machine does meets all alike. The
figures are medians of the rounds.
"""

import contextlib
import os
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from bench.peer import started_project
from bench.site import demo_site, serving

WHAT = "Pages per second, one gunicorn worker each, four visitors at once: medians of rounds in turn"
ROUNDS = int(os.environ.get("ROUNDS", "7"))
SECONDS = 2.0
VISITORS = 4
PRACTICE = "/praktijkvoorbeelden/toetsbeleid-herzien-met-de-hele-sectie/"
NETWORK = "/netwerken/flexibilisering-van-toetsing-en-examinering/"
SERVER = ["gunicorn", "-w", "1", "--threads", "4", "-b", "127.0.0.1:PORT", "--log-level", "critical"]


@dataclass
class Target:
    """A page of one server, as somebody asks for it; `beside` is the one it is measured against."""

    name: str
    port: int
    path: str
    cookie: str = ""
    beside: str = ""
    wanted: float | None = None
    rates: list[float] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        return {"Accept-Encoding": "gzip"} | ({"Cookie": self.cookie} if self.cookie else {})


def run() -> list[dict]:
    with targets() as all_targets:
        for target in all_targets:
            rate(target, 1)  # warm up: templates, connections, the store
        for _ in range(ROUNDS):
            for target in all_targets:
                target.rates.append(rate(target, SECONDS))
    by_name = {target.name: target for target in all_targets}
    return [row(target, by_name.get(target.beside)) for target in all_targets]


@contextlib.contextmanager
def targets() -> Iterator[list[Target]]:
    with contextlib.ExitStack() as stack:
        environment = stack.enter_context(demo_site())
        folder, peer_environment = stack.enter_context(started_project())
        ours = stack.enter_context(serving([*SERVER, "config.wsgi"], environment))
        peer = stack.enter_context(serving([*SERVER, "--chdir", str(folder), "peer.wsgi"], peer_environment))
        body = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "body"
        body.write_bytes(bytes_of(ours, "/"))
        bare_environment = environment | {"BARE_BODY": str(body), "DJANGO_SETTINGS_MODULE": ""}
        bare = stack.enter_context(serving([*SERVER, "bench.bare"], bare_environment))
        cookie = signed_in(ours, "schoolleider")
        yield [
            Target("bare cached answer", bare, "/"),
            Target("home page, visitor", ours, "/", beside="bare cached answer", wanted=0.6),
            Target("network, visitor", ours, NETWORK, beside="bare cached answer", wanted=0.6),
            Target("library, visitor", ours, "/praktijkvoorbeelden/", beside="bare cached answer", wanted=0.6),
            Target("practice, visitor", ours, PRACTICE, beside="bare cached answer", wanted=0.6),
            Target("wagtail start, home page", peer, "/"),
            Target("standard page, signed in", ours, "/privacy/", cookie, "wagtail start, home page", 0.7),
            Target("home page, signed in", ours, "/", cookie, "wagtail start, home page", 0.7),
            Target("practice, signed in", ours, PRACTICE, cookie, "wagtail start, home page"),
            Target("network, signed in", ours, NETWORK, cookie, "wagtail start, home page"),
            Target("dashboard, signed in", ours, "/mijn/", cookie, "wagtail start, home page"),
        ]


def row(target: Target, beside: Target | None) -> dict:
    share = median_share(target, beside) if beside else None
    return {
        "page": target.name,
        "pages/s": round(statistics.median(target.rates), 1),
        "lowest–highest": f"{min(target.rates):.0f}–{max(target.rates):.0f}",
        "× its peer": "" if share is None else round(share, 2),
        "wanted": target.wanted or "",
    }


def missed(rows: list[dict]) -> list[str]:
    """The pages that are slower beside their peer than they should be."""
    return [
        f"{row['page']}: {row['× its peer']} × its peer, wanted {row['wanted']}"
        for row in rows
        if row["wanted"] and row["× its peer"] < row["wanted"]
    ]


def median_share(target: Target, beside: Target) -> float:
    """The median of each round's own ratio: a round that was disturbed counts once."""
    return statistics.median(one / other for one, other in zip(target.rates, beside.rates, strict=True))


def rate(target: Target, seconds: float) -> float:
    """Answered requests per second; anything but a 200 ends the benchmark."""
    counts = [0] * VISITORS
    failed: list[str] = []
    end = time.monotonic() + seconds

    def visitor(number: int) -> None:
        connection = HTTPConnection("127.0.0.1", target.port, timeout=60)
        while time.monotonic() < end:
            connection.request("GET", target.path, headers=target.headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failed.append(f"{target.name}: {answer.status}")
                return
            counts[number] += 1

    threads = [threading.Thread(target=visitor, args=(number,)) for number in range(VISITORS)]
    start = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise RuntimeError(failed[0])
    return sum(counts) / (time.monotonic() - start)


def bytes_of(port: int, path: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    return connection.getresponse().read()


def signed_in(port: int, who: str) -> str:
    """The cookies of a demo account that signed in through the form."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/account/login/")
    answer = connection.getresponse()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.read().decode())
    cookies = cookies_of(answer)
    assert token is not None
    form = {"login": f"{who}@leernetwerk.example", "password": "leernetwerk-demo", "csrfmiddlewaretoken": token[1]}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookies}
    connection.request("POST", "/account/login/", urlencode(form), headers)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 302, answer.status
    return cookies_of(answer)


def cookies_of(answer: object) -> str:
    lines = answer.headers.get_all("Set-Cookie", [])  # type: ignore[attr-defined]
    return "; ".join(line.partition(";")[0] for line in lines)
