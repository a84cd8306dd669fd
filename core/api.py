"""The API's manners: RFC 9457 problems, pages of lists, idempotent creation, and their description."""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser
from pydantic import Field, create_model

from core.access import public
from core.errors import DomainError, InvalidInput, NotFound
from core.idempotency import answer_once
from core.sentences import sentence

PROBLEM_TYPE = "application/problem+json"


class Problem(Schema):
    """An error as RFC 9457 describes it, with a stable `code` and, for fields, their sentences."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    errors: dict[str, list[str]] = {}


class PageQuery(Schema):
    """Which part of a list: at most 100 items, after the first `offset`."""

    limit: int = Field(20, ge=1, le=100)
    offset: int = Field(0, ge=0, le=1_000_000)


def page_of(item: type[Schema]) -> type[Schema]:
    """The schema of one page of a list: how many there are in all, and the items of this page."""
    return create_model(f"PageOf{item.__name__}", __base__=Schema, total=(int, ...), items=(list[item], ...))  # type: ignore[valid-type]


def paginate(queryset: QuerySet[Any] | list[Any], page: PageQuery) -> dict[str, Any]:
    """One page of the list, in two queries."""
    total = queryset.count() if isinstance(queryset, QuerySet) else len(queryset)
    return {"total": total, "items": list(queryset[page.offset : page.offset + page.limit])}


def problems(*statuses: int) -> dict[int, type[Schema]]:
    """For an operation's `response=`: the errors it may answer besides those that every operation may."""
    return dict.fromkeys(statuses, Problem)


def idempotent(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For creating operations, with ninja's `decorate_view`: honours `Idempotency-Key`."""

    @wraps(run)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return answer_once(request, lambda: run(request, *args, **kwargs))
        except DomainError as error:
            return problem_response(error)

    return wrapper


def problem_response(error: DomainError) -> HttpResponse:
    """The domain error as problem+json."""
    return _problem(error.status, error.code, str(error), error.errors, error.extensions)


def _problem(
    status: int,
    code: str,
    detail: str,
    errors: dict[str, list[str]] | None = None,
    extensions: dict[str, Any] | None = None,
) -> HttpResponse:
    problem = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, code=code, errors=errors or {})
    body = json.dumps({**(extensions or {}), **problem.model_dump()})
    response = HttpResponse(body, status=status, content_type=PROBLEM_TYPE)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


class BodyTooLarge(DomainError):
    """More than DATA_UPLOAD_MAX_MEMORY_SIZE, files aside."""

    code, status = "too_large", 413
    message = gettext_lazy("This is more than we can take in at once.")


class WholeCharacters(Parser):
    """JSON whose texts are whole characters: half of a surrogate pair fits in no database."""

    def parse_body(self, request: HttpRequest) -> Any:
        content = super().parse_body(request)
        json.dumps(content, ensure_ascii=False).encode()
        return content


@public
def absent(request: HttpRequest, rest: str) -> HttpResponse:
    """For addresses of the API that lead to nothing."""
    return problem_response(NotFound())


def as_problem(response: HttpResponse) -> HttpResponse:
    """The error that Django or ninja gave, as problem+json; its other headers stay."""
    status = response.status_code
    detail = str(DETAILS.get(status, HTTPStatus(status).phrase))
    problem = _problem(status, HTTP_CODES.get(status, "error"), detail)
    response.content, response["Content-Type"] = problem.content, PROBLEM_TYPE
    if "Content-Length" in response:
        response["Content-Length"] = str(len(response.content))
    return response


class ProblemAPI(NinjaAPI):
    """A ninja API whose errors are problems, in the answers and in the description alike."""

    def __init__(self, **kwargs: Any):
        super().__init__(parser=WholeCharacters(), **kwargs)
        self.exception_handler(DomainError)(lambda request, error: problem_response(error))
        self.exception_handler(ValidationError)(_invalid)
        self.exception_handler(AuthenticationError)(
            lambda request, error: _problem(401, "not_signed_in", _("Sign in or send a valid token."))
        )
        self.exception_handler(RequestDataTooBig)(lambda request, error: problem_response(BodyTooLarge()))
        self.exception_handler(Http404)(lambda request, error: problem_response(NotFound()))
        self.exception_handler(PermissionDenied)(
            lambda request, error: _problem(403, "not_allowed", _("You are not allowed to do this."))
        )
        self.exception_handler(HttpError)(
            lambda request, error: _problem(
                error.status_code,
                HTTP_CODES.get(error.status_code, "error"),
                str(DETAILS.get(error.status_code, error)),
            )
        )

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        description = super().get_openapi_schema(*args, **kwargs)
        for path in description["paths"].values():
            for operation in path.values():
                _describe_problems(operation, description["components"]["schemas"])
        return description


HTTP_CODES = {
    400: "unreadable",
    403: "csrf_failed",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    429: "too_many_requests",
    500: "server_error",
}
DETAILS = {
    400: gettext_lazy("We could not read this request."),
    403: gettext_lazy("The page you came from is out of date. Load it again, then try once more."),
    404: NotFound.message,
    405: gettext_lazy("This address does not take this method."),
    500: gettext_lazy("Something went wrong on our side."),
}


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors: dict[str, list[str]] = {}
    for item in error.errors:
        place = [part for part in map(str, item["loc"]) if "[" not in part]  # a union names its branches too
        field = ".".join(place[2:] or place[1:] or place)
        errors.setdefault(field, []).append(sentence(item))
    return problem_response(InvalidInput(errors=errors))


def _describe_problems(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Add the errors every operation may answer, and give all errors their own media type."""
    schemas.setdefault("Problem", Problem.json_schema())
    reference = {"$ref": "#/components/schemas/Problem"}
    everywhere = {"400", "422"} | ({"401", "403"} if operation.get("security") else {"401"})
    everywhere |= {"413"} if "requestBody" in operation else set()
    for status in everywhere | {status for status in map(str, operation["responses"]) if status >= "400"}:
        operation["responses"].pop(int(status), None)
        operation["responses"][status] = {
            "description": HTTPStatus(int(status)).phrase,
            "content": {PROBLEM_TYPE: {"schema": reference}},
        }
