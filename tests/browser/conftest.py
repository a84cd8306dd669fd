"""The running product and people with browsers. Chromium is the system's own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "leernetwerk-demo"
BETWEEN_MAILS = b"\n" + b"-" * 79 + b"\n"  # mails of one second may share a file
SIZES = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 780},
    "smallest": {"width": 320, "height": 640},
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the product of this run keeps its database, files and mail; SITE_FOLDER for one that runs already."""
    return Path(os.environ.get("SITE_FOLDER") or tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """The address of a freshly set up product with its demo content; SITE for one that runs already."""
    if running := os.environ.get("SITE"):
        yield running
        return
    port = _free_port()
    environment = os.environ | {
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "EMAIL_URL": f"filemail:///{folder / 'mail'}",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "DJANGO_SETTINGS_MODULE": "config.settings.development",
    }
    log = (folder / "log.txt").open("w")
    server = subprocess.Popen(
        [sys.executable, "tools/run.py"], cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
    )
    try:
        _wait_until_ready(f"http://127.0.0.1:{port}", server, folder / "log.txt")
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(10)
        log.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("Chromium is not installed; install the package `chromium`.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield started
        started.close()


@pytest.fixture
def mail_to(folder: Path) -> Callable[[str], str]:
    """All mail that was sent to an address, as one text."""

    def read(address: str) -> str:
        written = [part for path in (folder / "mail").glob("*.log") for part in path.read_bytes().split(BETWEEN_MAILS)]
        messages = [message_from_bytes(part.lstrip(), policy=default) for part in written if part.strip()]
        found = [message for message in messages if address in message["To"]]
        return "\n".join(f"{it['Subject']}\n{it.get_body(('plain',)).get_content()}" for it in found)

    return read


@pytest.fixture
def visitor(site: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page for somebody who is not signed in: visitor(size="phone", javascript=False)."""
    contexts: list[BrowserContext] = []

    def open_page(size: str = "desktop", javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=site, viewport=SIZES[size], java_script_enabled=javascript, locale="nl-NL"
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def person(visitor: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a page for a demo account, signed in through the form: person("schoolleider", size="phone")."""

    def sign_in(who: str, **options: object) -> Page:
        page = visitor(**options)
        page.goto("/account/login/")
        page.fill("[name=login]", f"{who}@leernetwerk.example")
        page.fill("[name=password]", PASSWORD)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(lambda url: "/account/login/" not in url)
        return page

    return sign_in


def assert_accessible(page: Page) -> None:
    """axe finds nothing, and the page is not wider than the window."""
    report = Axe().run(page)
    assert report.violations_count == 0, report.generate_report()
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0, f"{page.url} is {overflow} px wider than the window"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(base: str, server: subprocess.Popen[bytes], log: Path, seconds: int = 400) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            pytest.fail(f"the product did not start:\n{log.read_text()[-2000:]}")
        try:
            if urllib.request.urlopen(f"{base}/healthz/ready", timeout=2).status == 200:
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"the product did not answer within {seconds} s:\n{log.read_text()[-2000:]}")
