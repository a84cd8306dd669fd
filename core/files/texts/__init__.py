"""The words inside a document, for searching. Whatever the document is, reading it ends in time and harms nothing.

Another process does the work (`worker`), with little memory and time; here stays only what it wrote.
"""

from pathlib import Path

from core.files.apart import Unreadable, output_of
from core.files.texts.limits import SECONDS

__all__ = ["READABLE", "Unreadable", "text_of"]

READABLE = frozenset({"pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "txt", "md", "csv"})
WORKER = Path(__file__).with_name("worker.py")


def text_of(path: Path | str, extension: str) -> str:
    """The words of the document, at most `MOST_CHARACTERS`; empty for a kind that has none. Raises Unreadable."""
    if extension.lower() not in READABLE:
        return ""
    return output_of(WORKER, str(path), extension, seconds=SECONDS).decode("utf-8", "replace")
