"""Run a command beside real PostgreSQL, Redis and Elasticsearch: `services.py [--only postgres,redis] -- COMMAND …`

Starts them on free loopback ports in a temporary folder, waits until they answer, tells the command where they are
(DATABASE_URL, REDIS_URL, ELASTICSEARCH_URL) and stops them whatever happens. Each that cannot be started is named
with the reason; the command is then not run, and the exit status is 1.
"""

import argparse
import contextlib
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = {"postgres": 60, "redis": 20, "elasticsearch": 420}  # seconds; the first Elasticsearch start builds it

INITIALISE = "-D data -U leernetwerk --pwfile password -E UTF8 --locale=C.UTF-8 --no-sync --auth=scram-sha-256"
# Loopback only, and no waiting for the disk: the data is thrown away afterwards.
SERVE = (
    "-D data -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
    " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
)


class Unavailable(Exception):
    """Why a service cannot be started."""


class Stopped(BaseException):
    """A signal asked this program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Service:
    """One server process with its own folder, port and log."""

    name: str
    variable: str

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.log = folder / "log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        raise NotImplementedError

    def answers(self) -> bool:
        raise NotImplementedError

    @property
    def url(self) -> str:
        raise NotImplementedError

    def launch(self, *command: object, user: str | None = None, **environment: str) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=user,
                group=pwd.getpwnam(user).pw_gid if user else None,
                extra_groups=[] if user else None,
                env=os.environ | environment,
                start_new_session=True,
            )

    def wait_until_it_answers(self) -> None:
        end = time.monotonic() + PATIENCE[self.name]
        while not self.answers():
            if self.process and self.process.poll() is not None:
                raise Unavailable(f"it ended at once: {self.last_words()}")
            if time.monotonic() > end:
                raise Unavailable(f"no answer within {PATIENCE[self.name]} seconds: {self.last_words()}")
            time.sleep(0.1)

    def last_words(self) -> str:
        lines = [line.strip() for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        return " / ".join(lines[-3:]) or "its log is empty"

    def stop(self) -> None:
        """End the process and its children: politely, then firmly."""
        if self.process is None:
            return
        for number, patience in ((self.stop_signal, 15), (signal.SIGKILL, 5)):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
                return

    stop_signal = signal.SIGTERM


class Postgres(Service):
    name, variable = "postgres", "DATABASE_URL"
    stop_signal = signal.SIGINT  # "fast": ends open connections

    def start(self) -> None:
        """Again after `stop`: with the data of before."""
        if not (self.folder / "data").exists():
            self.initialise()
        self.launch(self.bin / "postgres", "-p", self.port, *SERVE.split(), user=self.user)

    def initialise(self) -> None:
        self.bin, self.user, self.password = postgres_programs(), unprivileged_user(), secrets.token_hex(16)
        secret = self.folder / "password"
        secret.write_text(self.password)
        if self.user:
            for path in (self.folder, secret):
                shutil.chown(path, self.user)
        self.launch(self.bin / "initdb", *INITIALISE.split(), user=self.user)
        if self.process and self.process.wait(60) != 0:
            raise Unavailable(f"initdb failed: {self.last_words()}")

    def answers(self) -> bool:
        """It does when the platform's database is there."""
        create = [str(self.bin / "createdb"), *f"-h 127.0.0.1 -p {self.port} -U leernetwerk leernetwerk".split()]
        done = subprocess.run(create, env=os.environ | {"PGPASSWORD": self.password}, capture_output=True, check=False)
        return done.returncode == 0 or b"already exists" in done.stderr

    @property
    def url(self) -> str:
        return f"postgres://leernetwerk:{self.password}@127.0.0.1:{self.port}/leernetwerk"


class Redis(Service):
    name, variable = "redis", "REDIS_URL"

    def start(self) -> None:
        server = shutil.which("redis-server")
        if not server:
            raise Unavailable("redis-server is not installed (Debian: apt install redis-server)")
        self.launch(server, "--port", self.port, "--bind", "127.0.0.1", "--save", "", "--dir", self.folder)

    def answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1) as link:
            link.sendall(b"PING\r\n")
            return link.recv(16).startswith(b"+PONG")
        return False

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"


class Elasticsearch(Service):
    name, variable = "elasticsearch", "ELASTICSEARCH_URL"

    def start(self) -> None:
        node = ROOT / "tools" / "elasticsearch-node"
        if not shutil.which("java"):
            raise Unavailable("java is not installed (Debian: apt install openjdk-17-jdk-headless)")
        if not (node / "target" / "built").exists() and not shutil.which("mvn"):
            raise Unavailable("maven is needed to build it once, and not installed (Debian: apt install maven)")
        self.launch(node / "run", self.port, self.folder / "data")

    def answers(self) -> bool:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.url}/_cluster/health", timeout=5) as answer:
            return answer.status == 200
        return False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


KINDS: dict[str, type[Service]] = {kind.name: kind for kind in (Postgres, Redis, Elasticsearch)}


def postgres_programs() -> Path:
    """The folder with initdb: version 15 when it is there, else the newest."""
    folders = {
        int(match[1]): path
        for path in Path("/usr/lib/postgresql").glob("*/bin")
        if (match := re.search(r"/(\d+)/bin$", str(path))) and (path / "initdb").exists()
    }
    if folders:
        return folders.get(15) or folders[max(folders)]
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise Unavailable("its server is not installed (Debian: apt install postgresql)")


def unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root: then it runs as postgres, or nobody."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Unavailable("it cannot run as root, and there is no user postgres or nobody")


def free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


@contextlib.contextmanager
def running(names: list[str]) -> Iterator[list[Service]]:
    """The services, started side by side and answering; stopped and wiped afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="leernetwerk-services-"))
    folder.chmod(0o711)  # PostgreSQL's user passes through to its own folder
    services = [KINDS[name](folder / name, port) for name, port in zip(names, free_ports(len(names)), strict=True)]
    try:
        start(services)
        yield services
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for service in services:
            service.stop()
        shutil.rmtree(folder, ignore_errors=True)


def start(services: list[Service]) -> None:
    troubles: dict[str, str] = {}
    for step in ("start", "wait_until_it_answers"):
        for service in services:
            service.folder.mkdir(exist_ok=True)
            if service.name in troubles:
                continue
            try:
                getattr(service, step)()
            except (Unavailable, OSError, subprocess.SubprocessError) as trouble:
                troubles[service.name] = str(trouble)
    for name, reason in troubles.items():
        print(f"{name} cannot be started: {reason}", file=sys.stderr)
    if troubles:
        sys.exit(1)


def run(command: list[str], services: list[Service]) -> int:
    """The command's exit status; a signal to this program reaches the command first."""
    where = {service.variable: service.url for service in services}
    child = subprocess.Popen(command, env=os.environ | where)
    try:
        status = child.wait()
    except Stopped as stopped:
        child.send_signal(stopped.number)
        try:
            child.wait(15)
        except subprocess.TimeoutExpired:
            child.kill()
        return 128 + stopped.number
    return status if status >= 0 else 128 - status


def stop_on_signal(number: int, _frame: object) -> NoReturn:
    raise Stopped(number)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(KINDS), help="comma-separated: " + ",".join(KINDS))
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    names = arguments.only.split(",")
    if unknown := set(names) - set(KINDS):
        parser.error(f"no such service: {', '.join(sorted(unknown))}")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop_on_signal)
    try:
        with running(names) as services:
            return run(arguments.command, services)
    except Stopped as stopped:
        return 128 + stopped.number


if __name__ == "__main__":
    sys.exit(main())
