"""What the discussion costs: ours beside the textbook consumer of Channels and a bare fan-out, and server by server.

Starts PostgreSQL and Redis unless REDIS_URL tells that they are there. The same crowd listens to the same posts of one
talker; each way is measured with fresh servers, one after the other.
"""

import asyncio
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.crowd import Crowd
from bench.site import ROOT, Server, demo_site, started
from bench.talker import NETWORK

SECONDS = float(os.environ.get("SECONDS", "60"))
POSTS_A_SECOND = 20
SOCKETS = 200
IDLE = int(os.environ.get("IDLE", "2000"))
PROCESSES = 2
WHAT = (
    f"{SOCKETS} sockets on one network in {PROCESSES} processes, {POSTS_A_SECOND} posts a second for {SECONDS:.0f} s,"
    f" and {IDLE} idle sockets"
)
SERVERS = {
    "uvicorn": "uvicorn --lifespan off --no-access-log --ws-per-message-deflate false --port PORT",
    "daphne": "daphne -v 0 --websocket_connect_timeout 120 -p PORT",
    "granian": "granian --interface asginl --no-log --backlog 8192 --port PORT",
}
OURS, TEXTBOOK, BARE = "ours", "group_each", "bare"
APPLICATIONS = {OURS: "config.asgi:application", TEXTBOOK: "bench.textbook:group_each", BARE: "bench.textbook:bare"}
RUNS = [(OURS, "uvicorn"), (TEXTBOOK, "uvicorn"), (BARE, "uvicorn"), (OURS, "daphne"), (OURS, "granian")]


def run() -> list[dict]:
    if "REDIS_URL" not in os.environ:
        return _beside_services()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with demo_site() as environment:
        tokens = json.loads(_program(environment, "bench.members", str(SOCKETS)))
        return [asyncio.run(measured(way, server, environment, tokens)) for way, server in RUNS]


def _beside_services() -> list[dict]:
    command = [sys.executable, "tools/services.py", "--only", "postgres,redis", "--", sys.executable, "-m", "bench"]
    subprocess.run([*command, "sockets"], cwd=ROOT, check=True)
    return json.loads((ROOT / "bench" / "results" / "sockets.json").read_text())["rows"]


def _program(environment: dict[str, str], *module: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", *module], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


@contextlib.contextmanager
def servers(way: str, kind: str, environment: dict[str, str]) -> Iterator[list[Server]]:
    command = [*SERVERS[kind].split(), APPLICATIONS[way]]
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(started(command, environment)) for _ in range(PROCESSES)]


async def measured(way: str, kind: str, environment: dict[str, str], tokens: list[str]) -> dict:
    with servers(way, kind, environment) as running:
        addresses = [f"ws://127.0.0.1:{server.port}/ws/networks/{NETWORK}/" for server in running]
        idle = await idle_sockets(running, addresses, tokens)
        async with Crowd(addresses, tokens, SOCKETS) as crowd:
            await asyncio.sleep(3)
            before = cpu_seconds(running)
            committed = await talk(way, environment)
            await crowd.until_all_heard(max(committed), patience=15)
            cost = cpu_seconds(running) - before
        return {"way": way, "server": kind} | heard_by(crowd, committed) | {"CPU s": round(cost, 1)} | idle


async def talk(way: str, environment: dict[str, str]) -> dict[int, float]:
    """Per event when it was committed."""
    words = [sys.executable, "-m", "bench.talker", way, str(POSTS_A_SECOND), str(SECONDS)]
    process = await asyncio.create_subprocess_exec(*words, cwd=ROOT, env=environment, stdout=subprocess.PIPE)
    output, _ = await process.communicate()
    return {int(seq): at for seq, at in json.loads(output).items()}


def heard_by(crowd: Crowd, committed: dict[int, float]) -> dict:
    """What was lost, doubled and late, over all sockets together."""
    lost = doubled = disordered = 0
    delays: list[float] = []
    for listener in crowd.listeners:
        seqs = [seq for seq, _at in listener.heard if seq in committed]
        lost += len(committed) - len(set(seqs))
        doubled += len(seqs) - len(set(seqs))
        disordered += seqs != sorted(seqs)
        delays += [at - committed[seq] for seq, at in listener.heard if seq in committed]
    hundredths = statistics.quantiles(delays, n=100)
    return {
        "events": len(committed),
        "lost": lost,
        "doubled": doubled,
        "out of order": disordered,
        "p50 ms": round(hundredths[49] * 1000, 1),
        "p95 ms": round(hundredths[94] * 1000, 1),
    }


async def idle_sockets(running: list[Server], addresses: list[str], tokens: list[str]) -> dict:
    """How many of the idle sockets hold for ten seconds, and the memory each takes in the server."""
    async with Crowd(addresses, tokens, 2 * PROCESSES):
        await asyncio.sleep(2)
    before = kilobytes(running)
    async with Crowd(addresses, tokens, IDLE) as crowd:
        await asyncio.sleep(10)
        taken = kilobytes(running) - before
        held = sum(not listener.closed for listener in crowd.listeners)
    return {"idle held": held, "KiB per idle socket": round(taken / IDLE, 1)}


def processes_of(server: Server) -> Iterator[int]:
    """The server's process and those it started."""
    waiting = [server.pid]
    while waiting:
        pid = waiting.pop()
        yield pid
        for task in Path(f"/proc/{pid}/task").iterdir():
            waiting += map(int, (task / "children").read_text().split())


def cpu_seconds(running: list[Server]) -> float:
    ticks = 0
    for pid in (pid for server in running for pid in processes_of(server)):
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(after_name[11]) + int(after_name[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def kilobytes(running: list[Server]) -> int:
    total = 0
    for pid in (pid for server in running for pid in processes_of(server)):
        status = Path(f"/proc/{pid}/status").read_text()
        total += int(status.partition("VmRSS:")[2].split()[0])
    return total
