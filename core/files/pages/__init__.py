"""A picture of the first page of a PDF. Whatever the PDF is, drawing it ends in time and harms nothing.

Another process does the work (`worker`), with little memory and time; here stays only the picture that it made.
"""

from pathlib import Path

from core.files.apart import Unreadable, output_of
from core.files.pages.limits import SECONDS

__all__ = ["Unreadable", "first_page_of"]

WORKER = Path(__file__).with_name("worker.py")


def first_page_of(path: Path | str) -> bytes:
    """A WebP of at most `SIDE` pixels wide and high. Raises Unreadable, for a PDF with a password too."""
    return output_of(WORKER, str(path), seconds=SECONDS)
