"""The product as people run it, on a port of its own, with its database, files and mail in one folder."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BETWEEN_MAILS = b"\n" + b"-" * 79 + b"\n"  # mails of one second may share a file
PASSWORD = "leernetwerk-demo"


@dataclass(frozen=True)
class Product:
    """A running platform with demo content."""

    address: str
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """What its server runs with, and whoever works on its database."""
        return os.environ | {
            "PORT": self.address.rpartition(":")[2],
            "DATABASE_URL": f"sqlite:///{self.folder / 'site.sqlite3'}",
            "MEDIA_ROOT": str(self.folder / "media"),
            "EMAIL_URL": f"filemail:///{self.folder / 'mail'}",
            "BASE_URL": self.address,
            "DJANGO_SETTINGS_MODULE": "config.settings.development",
        }

    def mail_to(self, address: str) -> str:
        """All mail that was sent to an address, as one text."""
        found = self.mails_to(address)
        return "\n".join(f"{it['Subject']}\n{it.get_body(('plain',)).get_content()}" for it in found)

    def mails_to(self, address: str) -> list[EmailMessage]:
        """The same, as they were sent."""
        paths = sorted((self.folder / "mail").glob("*.log"))
        written = [part for path in paths for part in path.read_bytes().split(BETWEEN_MAILS)]
        messages = [message_from_bytes(part.lstrip(), policy=default) for part in written if part.strip()]
        return [message for message in messages if address in message["To"]]

    def do(self, script: Path, *words: str) -> None:
        """Run a script on its database, for what no page can do in a test, such as letting time pass."""
        command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", script.read_text()]
        subprocess.run(command, cwd=ROOT, env=self.environment | {"WORDS": " ".join(words)}, check=True)


@contextmanager
def running_product(folder: Path) -> Iterator[Product]:
    """Freshly set up in the folder; SITE and SITE_FOLDER name one that runs already."""
    if running := os.environ.get("SITE"):
        yield Product(running, Path(os.environ.get("SITE_FOLDER") or folder))
        return
    product = Product(f"http://127.0.0.1:{_free_port()}", folder)
    with (folder / "log.txt").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "tools/run.py"],
            cwd=ROOT,
            env=product.environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            _wait_until_ready(product.address, server, folder / "log.txt")
            yield product
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(10)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's own browser, without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise RuntimeError("Chromium is not installed; install the package `chromium`.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield started
        started.close()


def sign_in(page: Page, who: str) -> None:
    """Sign in with a demo account through the form, as a person does."""
    page.goto("/account/login/")
    page.fill("[name=login]", f"{who}@leernetwerk.example")
    page.fill("[name=password]", PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(lambda url: "/account/login/" not in url)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(base: str, server: subprocess.Popen[bytes], log: Path, seconds: int = 400) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the product did not start:\n{log.read_text()[-2000:]}")
        try:
            if urllib.request.urlopen(f"{base}/healthz/ready", timeout=2).status == 200:
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"the product did not answer within {seconds} s:\n{log.read_text()[-2000:]}")
