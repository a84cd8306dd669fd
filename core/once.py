"""Ask a thing once in a request that only reads; where something is written, every question is asked anew."""

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

Answer = TypeVar("Answer")
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


def once(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """The answer given earlier in this request, or a new one. Outside a reading request it is always a new one."""
    answers = _answers.get()
    if answers is None:
        return ask()
    if question not in answers:
        answers[question] = ask()
    return answers[question]


def asking_once(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The middleware that begins and ends what `once` remembers."""

    def middleware(request: HttpRequest) -> HttpResponse:
        token = _answers.set({} if request.method in {"GET", "HEAD"} else None)
        try:
            return get_response(request)
        finally:
            _answers.reset(token)

    return middleware
