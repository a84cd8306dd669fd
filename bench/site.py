"""A platform with demo content in a temporary folder, and a server in front of it, for the benchmarks."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def demo_site(*options: str) -> Iterator[dict[str, str]]:
    """The environment of a platform with demo content; on the DATABASE_URL given, else on a fresh SQLite file.

    options: of the command that makes the demo content.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = os.environ.get("DATABASE_URL") or f"sqlite:///{folder}/bench.sqlite3"
        environment = production_environment(Path(folder), database)
        manage(environment, ["migrate"], ["collectstatic", "--noinput"], ["demo", "--force", *options])
        yield environment


def production_environment(folder: Path, database: str) -> dict[str, str]:
    """What a server in production shape needs to know to keep its files in the folder."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "only-for-a-benchmark-on-this-machine-and-this-hour",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BASE_URL": "http://127.0.0.1",
        "DATABASE_URL": database,
        "STATIC_ROOT": f"{folder}/static",
        "MEDIA_ROOT": f"{folder}/media",
        "EMAIL_URL": "dummymail://",
        "LOG_LEVEL": "ERROR",
    }


def manage(environment: dict[str, str], *commands: list[str]) -> None:
    for command in commands:
        subprocess.run([sys.executable, "manage.py", *command, "-v0"], cwd=ROOT, env=environment, check=True)


@dataclass(frozen=True)
class Server:
    """A server that answers; several benchmarks look at what its process costs."""

    port: int
    pid: int


@contextlib.contextmanager
def serving(command: list[str], environment: dict[str, str]) -> Iterator[int]:
    """The server's port, once it answers; `PORT` in the command is replaced by it."""
    with started(command, environment) as server:
        yield server.port


@contextlib.contextmanager
def started(command: list[str], environment: dict[str, str]) -> Iterator[Server]:
    """As `serving`, for who needs to know the process too."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [word.replace("PORT", str(port)) for word in command]
    process = subprocess.Popen(
        [sys.executable, "-m", *words], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(30)


def wait_for(port: int, process: subprocess.Popen, patience: float = 120) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz/live")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise RuntimeError(f"no server on port {port}: {process.args}")
