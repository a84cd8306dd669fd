"""Which server serves our pages best? Behind ADR 0003."""

import itertools
import threading
import time
from http.client import HTTPConnection

from bench.site import demo_site, serving

WHAT = "Pages per second by server: two processes each, 16 visitors at once, the practice library and a network's page"
SECONDS = 10
VISITORS = 16
PAGES = ("/netwerken/flexibilisering-van-toetsing-en-examinering/", "/praktijkvoorbeelden/")
SERVERS = {
    "gunicorn (ours)": "gunicorn -c deploy/gunicorn.conf.py -b 127.0.0.1:PORT -w 2 config.wsgi",
    "gunicorn sync": "gunicorn -k sync -w 2 -b 127.0.0.1:PORT config.wsgi",
    "uvicorn": "uvicorn --workers 2 --port PORT --lifespan off --no-access-log config.asgi:application",
    "daphne (one process)": "daphne -p PORT config.asgi:application",
}


def run() -> list[dict]:
    with demo_site() as environment:
        return [measured(name, command, environment) for name, command in SERVERS.items()]


def measured(name: str, command: str, environment: dict[str, str]) -> dict:
    with serving(command.split(), environment) as port:
        visit(port, seconds=3)  # warm up: templates, connections
        times, failures = visit(port, seconds=SECONDS)
    times.sort()
    return {
        "server": name,
        "pages/s": round(len(times) / SECONDS, 1),
        "p50 ms": round(times[len(times) // 2] * 1000),
        "p95 ms": round(times[len(times) * 95 // 100] * 1000),
        "failures": failures,
    }


def visit(port: int, seconds: float) -> tuple[list[float], int]:
    """Durations of the answered requests, and how many went wrong."""
    times: list[float] = []
    failed: list[object] = []
    end = time.monotonic() + seconds

    def visitor() -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        for page in itertools.cycle(PAGES):
            start = time.monotonic()
            if start > end:
                return
            try:
                connection.request("GET", page)
                answer = connection.getresponse()
                answer.read()
            except OSError as error:
                connection.close()
                failed.append(str(error))
                continue
            (times if answer.status == 200 else failed).append(time.monotonic() - start)

    threads = [threading.Thread(target=visitor) for _ in range(VISITORS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, len(failed)
