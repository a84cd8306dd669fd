"""What a visitor downloads for a page: measured in Chromium, in production shape, beside a fresh `wagtail start`."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession

from bench.peer import started_project
from bench.site import demo_site, serving
from tests.browser.product import chromium

WHAT = "Weight of a first visit in kB (1000 bytes) over the wire, pictures aside, and the layout shift at 360 px"
SERVER = ["gunicorn", "-w", "1", "--threads", "4", "-b", "127.0.0.1:PORT", "--log-level", "critical"]
PAGES = {
    "home page": "/",
    "practice": "/praktijkvoorbeelden/toetsbeleid-herzien-met-de-hele-sectie/",
    "network": "/netwerken/flexibilisering-van-toetsing-en-examinering/",
    "library": "/praktijkvoorbeelden/",
}
LIGHT = ("home page", "practice")
MOST = {"total kB": 120, "JavaScript kB": 20, "layout shift": 0.02, "other hosts": 0}
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass
class Weight:
    """The bytes of one visit by kind of resource, headers included; `elsewhere` are other hosts that were asked."""

    kinds: dict[str, float] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)
    shift: float = 0

    @property
    def script(self) -> float:
        return self.kinds.get("Script", 0)

    @property
    def total(self) -> float:
        return sum(bytes_ for kind, bytes_ in self.kinds.items() if kind != "Image")


def run() -> list[dict]:
    with production() as (ours, peer), chromium() as browser:
        rows = [row(name, weigh(browser, f"http://127.0.0.1:{ours}{path}")) for name, path in PAGES.items()]
        return [*rows, row("wagtail start, home page", weigh(browser, f"http://127.0.0.1:{peer}/"))]


def missed(rows: list[dict]) -> list[str]:
    """What is too heavy of the pages with which people come in."""
    return [
        f"{row['page']}: {row[name]} {name}, at most {most}"
        for row in rows
        if row["page"] in LIGHT
        for name, most in MOST.items()
        if row[name] > most
    ]


@contextlib.contextmanager
def production() -> Iterator[tuple[int, int]]:
    """The ports of our platform and of the peer."""
    with demo_site() as environment, started_project() as (folder, peer_environment):
        in_peer = ["--chdir", str(folder), "peer.wsgi"]
        with (
            serving([*SERVER, "config.wsgi"], environment) as ours,
            serving([*SERVER, *in_peer], peer_environment) as peer,
        ):
            yield ours, peer


def row(name: str, weight: Weight) -> dict:
    return {
        "page": name,
        "total kB": round(weight.total / 1000, 1),
        "JavaScript kB": round(weight.script / 1000, 1),
        "style kB": round(weight.kinds.get("Stylesheet", 0) / 1000, 1),
        "font kB": round(weight.kinds.get("Font", 0) / 1000, 1),
        "page itself kB": round(weight.kinds.get("Document", 0) / 1000, 1),
        "layout shift": round(weight.shift, 4),
        "other hosts": len(weight.elsewhere),
    }


def weigh(browser: Browser, address: str) -> Weight:
    """Visit with an empty cache, and count what the network carried."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.add_init_script(SHIFTS)
    weight, kinds = Weight(), {}
    network: CDPSession = context.new_cdp_session(page)

    def asked(event: dict) -> None:
        kinds[event["requestId"]] = event.get("type", "Other")
        host = urlsplit(event["request"]["url"])
        if host.scheme in ("http", "https") and host.netloc != urlsplit(address).netloc:
            weight.elsewhere.add(host.netloc)

    def came(event: dict) -> None:
        kind = kinds.get(event["requestId"], "Other")
        weight.kinds[kind] = weight.kinds.get(kind, 0) + event["encodedDataLength"]

    network.on("Network.requestWillBeSent", asked)
    network.on("Network.loadingFinished", came)
    network.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    weight.shift = page.evaluate("window.shift")
    context.close()
    return weight
