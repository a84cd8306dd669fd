"""The words inside a document, for searching. Whatever the document is, reading it ends in time and harms nothing.

Another process does the work (`worker`), with little memory and time; here stays only what it wrote.
"""

import subprocess
import sys
from pathlib import Path

from core.files.texts.limits import SECONDS

READABLE = frozenset({"pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "txt", "md", "csv"})


class Unreadable(Exception):
    """The document is broken, locked, or more than we take time for."""


def text_of(path: Path | str, extension: str) -> str:
    """The words of the document, at most `MOST_CHARACTERS`; empty for a kind that has none. Raises Unreadable."""
    if extension.lower() not in READABLE:
        return ""
    command = [sys.executable, "-IB", "-X", "utf8", str(Path(__file__).with_name("worker.py")), str(path), extension]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS + 5, check=False)  # noqa: S603 - our own
    except subprocess.TimeoutExpired as error:
        raise Unreadable("it took too long") from error
    if done.returncode != 0:
        raise Unreadable(done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:300] or "it was stopped")
    return done.stdout.decode("utf-8", "replace")
