"""Reading a file that people handed us in a process of its own, which ends in time and harms nothing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import structlog

from core.texts import storable

Result = TypeVar("Result")
log = structlog.get_logger(__name__)
GRACE = 5  # seconds above those of processor time: starting, and waiting for its turn


class Unreadable(Exception):
    """The document is broken, locked, or more than we take time for."""


def output_of(worker: Path, *arguments: str, seconds: float) -> bytes:
    """What this program writes to its standard output; it limits itself (`limiting`). Raises Unreadable.

    seconds: of processor time that it may take; after `GRACE` more it is stopped whatever it does.
    """
    command = [sys.executable, "-IB", "-X", "utf8", str(worker), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds + GRACE, check=False)  # noqa: S603 - our own
    except subprocess.TimeoutExpired as error:
        raise Unreadable("it took too long") from error
    if done.returncode != 0:
        raise Unreadable(done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:300] or "it was stopped")
    return done.stdout


def attempt(read: Callable[[], Result], otherwise: Result, **about: object) -> tuple[Result, str]:
    """What `read` makes of a file and no problem; or `otherwise` and the problem, in words that can be stored.

    about: what the log says of the file beside the problem.
    """
    try:
        return read(), ""
    except (Unreadable, OSError) as error:
        log.info("file_unreadable", reason=str(error), **about)
        return otherwise, storable(str(error))[:300]
