"""Where each process keeps its pages: in its own memory, so that no other server needs to answer."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from django.http.response import ResponseHeaders

from core.page_cache.marks import Parameters

Query = tuple[tuple[str, tuple[str, ...]], ...]
Key = tuple[str, str, str, Query]  # scheme, host, path, query


class KeptHeaders(ResponseHeaders):
    """Headers that were checked and encoded once; doing that for each answer is a tenth of its work."""

    def copy(self) -> "KeptHeaders":
        copied = KeptHeaders({})
        copied._store = dict(self._store)
        return copied


@dataclass(frozen=True, slots=True)
class Entry:
    """One page as it was in one generation, until one moment (seconds since 1970)."""

    generation: int
    until: float
    parameters: Parameters | None
    headers: KeptHeaders
    etag: str
    plain: bytes
    gzipped: bytes
    match: Any

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.gzipped) + 1000


class Shelf:
    """Entries up to a number of bytes; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self._entries: OrderedDict[Key, Entry] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Entry | None:
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: Key, entry: Entry) -> None:
        with self._lock:
            self._remove(key)
            self._entries[key] = entry
            self.size += entry.size
            while self.size > self.most:
                self._remove(next(iter(self._entries)))

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self.size = 0

    def _remove(self, key: Key) -> None:
        if (entry := self._entries.pop(key, None)) is not None:
            self.size -= entry.size

    def __len__(self) -> int:
        return len(self._entries)


class Store:
    """Pages on one shelf and their variants with a query on another, which therefore cannot push the pages out."""

    def __init__(self, megabytes: int) -> None:
        self.pages = Shelf(megabytes * 1024 * 512)
        self.variants = Shelf(megabytes * 1024 * 512)

    def get(self, key: Key) -> Entry | None:
        return self._shelf(key).get(key)

    def put(self, key: Key, entry: Entry) -> None:
        self._shelf(key).put(key, entry)

    def clear(self) -> None:
        self.pages.clear()
        self.variants.clear()

    def _shelf(self, key: Key) -> Shelf:
        return self.variants if key[3] else self.pages
