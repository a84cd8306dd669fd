"""Ask a thing once in a request that only reads; where something is written, every question is asked anew.

Some answers hold in a request that writes too, since hardly any request changes them: those are asked as `steady`, and
what does change them says `forget`.
"""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class _Known:
    """What one request was told."""

    only_reads: bool
    is_page: bool
    answers: dict[Hashable, Any] = field(default_factory=dict)


_known: ContextVar[_Known | None] = ContextVar("known", default=None)


def once(question: Hashable, ask: Callable[[], Answer], *, steady: bool = False) -> Answer:
    """The answer given earlier in this request, or a new one; outside a request it is always a new one.

    steady: in a request that writes, the earlier answer is taken too.
    """
    known = _known.get()
    if known is None or not (known.only_reads or steady):
        return ask()
    if question not in known.answers:
        known.answers[question] = ask()
    return known.answers[question]


def forget() -> None:
    """Ask everything anew from here: something steady was changed."""
    if known := _known.get():
        known.answers.clear()


def reads_a_page() -> bool:
    """Is a page on its way that somebody only reads? Then what every such page shows can be asked along."""
    known = _known.get()
    return known is not None and known.only_reads and known.is_page


def asking_once(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware that begins and ends what `once` remembers."""

    def middleware(request: HttpRequest) -> HttpResponse:
        token = _known.set(_begun(request))
        try:
            return get_response(request)
        finally:
            _known.reset(token)

    return middleware


def _begun(request: HttpRequest) -> _Known:
    is_page = not request.path_info.startswith("/api/")
    return _Known(only_reads=request.method in {"GET", "HEAD"}, is_page=is_page)
