"""What happens around every request: an id for the logs, the language, and errors of the domain."""

import re
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.utils import translation
from django.views.defaults import page_not_found

from core import parts
from core.api import PROBLEM_TYPE, as_problem
from core.errors import DomainError, OnlyByButton
from core.log_lines import request_of_lines

CSP_HEADER = "Content-Security-Policy"
SAFE_REQUEST_ID = re.compile(r"[\w-]{8,64}")


def request_id(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give every request an id that is in each of its log lines and in the answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        request_id = given if SAFE_REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        with request_of_lines(request_id):
            response = get_response(request)
        response["X-Request-ID"] = request_id
        return response

    return middleware


def looser_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let the editor's workplace run its inline code; the site itself allows none.

    The preview of a page went through all middleware before, as a visitor's would: it keeps the policy of the site,
    save that the workplace may show it within a frame.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(settings.LOOSER_POLICY_PATHS):
            is_preview = response.has_header(CSP_HEADER)
            del response[CSP_HEADER]
            policy = settings.PREVIEW_POLICY if is_preview else settings.LOOSER_POLICY
            response._csp_config = policy  # type: ignore[attr-defined]
        return response

    return middleware


def upload_answers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell core/js/uploads.js where to go on, as a script cannot see a redirect before it has followed it.

    Followed twice, the page would lose its messages.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.headers.get("X-Requested-With") == "upload" and response.has_header("Location"):
            response.status_code = 204
            response["X-Go-To"] = response["Location"]
            del response["Location"]
        return response

    return middleware


class DutchFirstLocaleMiddleware(LocaleMiddleware):
    """Dutch without a prefix, English under /en/; a program asks the API for its language by header.

    The browser's preference does not decide: a Dutch address is Dutch in every browser.
    """

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        if request.path_info.startswith("/api/"):
            language = settings.LANGUAGE_CODE
            if "Accept-Language" in request.headers:
                language = translation.get_language_from_request(request)
            translation.activate(language)
            request.LANGUAGE_CODE = translation.get_language()


def api_problems(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let each error under /api/ be a problem, also those that arise before or beside the API.

    In development a 500 keeps its traceback.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        wrong = response.status_code >= 400 and response.get("Content-Type") != PROBLEM_TYPE
        if not wrong or not request.path_info.startswith("/api/") or (settings.DEBUG and response.status_code >= 500):
            return response
        return as_problem(response)

    return middleware


class DomainErrorMiddleware:
    """Turn a domain error that left a view into a page in style, with its status; a refused method too.

    What is not found looks the same for everybody, and in development too. A form that htmx sent keeps its page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and request.method == "GET" and not response.content:
            error = OnlyByButton()
            page = render(request, error.template, {"error": error}, status=error.status)
            page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DomainError) and parts.wants_part(request):
            return parts.refused(exception)
        if isinstance(exception, Http404) or (isinstance(exception, DomainError) and exception.status == 404):
            return page_not_found(request, exception)
        if not isinstance(exception, DomainError):
            return None
        return render(request, exception.template, {"error": exception}, status=exception.status)
