"""From a response to a stored page, if it may be stored, and back."""

import gzip
import hashlib

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.http import parse_etags

from core.page_cache.marks import Parameters
from core.page_cache.store import Entry, KeptHeaders

# Browsers and proxies may keep it, and ask each time whether it is still so: that costs them a 304. Going back in the
# browser stays instant, as this is not `no-store`.
CACHE_CONTROL = "private, no-cache"
VARY = "Accept-Encoding, Cookie, HX-Request"
# Differences that never reach the store: cookies and htmx (middleware), the language (each has its own address).
KNOWN_DIFFERENCES = {"", "accept-encoding", "accept-language", "cookie", "hx-request", "hx-history-restore-request"}
# Last-Modified counts whole seconds: of two changes in one second it would hide the second. The ETag tells them apart.
NOT_KEPT = {"last-modified", "etag", "expires", "vary", "cache-control", "content-length"}
IN_304 = ("ETag", "Cache-Control", "Vary", "Content-Location")


def may_be_stored(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether this answer holds nothing of one reader: no session, message, token or cookie."""
    session = getattr(request, "session", None)
    user = request.__dict__.get("user")
    return (
        request.method == "GET"
        and not request.META.get("HTTP_COOKIE")
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not (session is not None and (session.modified or not session.is_empty()))
        and not getattr(user, "is_authenticated", False)
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not getattr(getattr(request, "_messages", None), "added_new", False)
        and getattr(request, "_csp_nonce", None) is None
        and not getattr(request, "is_preview", False)
        and "no-store" not in response.get("Cache-Control", "")
        and "Content-Encoding" not in response
        and {name.strip() for name in response.get("Vary", "").lower().split(",")} <= KNOWN_DIFFERENCES
    )


def entry_of(
    request: HttpRequest, response: HttpResponse, generation: int, until: float, parameters: Parameters | None
) -> Entry:
    plain = response.content
    etag = f'W/"{hashlib.blake2b(plain, digest_size=12).hexdigest()}"'
    kept = {name: value for name, value in response.items() if name.lower() not in NOT_KEPT}
    return Entry(
        generation=generation,
        until=until,
        parameters=parameters,
        headers=KeptHeaders(kept | {"ETag": etag, "Cache-Control": CACHE_CONTROL, "Vary": VARY}),
        etag=etag,
        plain=plain,
        gzipped=gzip.compress(plain, 6, mtime=0),
        match=request.resolver_match,
    )


def answer(entry: Entry, request: HttpRequest) -> HttpResponse:
    """The stored page for this reader: whole, compressed, without its body, or only “not modified”."""
    if _has_it_already(request, entry.etag):
        return HttpResponseNotModified(headers={name: entry.headers[name] for name in IN_304 if name in entry.headers})
    compressed = accepts_gzip(request)
    body = entry.gzipped if compressed else entry.plain
    response = HttpResponse(b"" if request.method == "HEAD" else body)
    response.headers = entry.headers.copy()
    response.headers["Content-Length"] = str(len(body))
    if compressed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def accepts_gzip(request: HttpRequest) -> bool:
    for offer in request.META.get("HTTP_ACCEPT_ENCODING", "").lower().split(","):
        name, _semicolon, quality = offer.replace(" ", "").partition(";q=")
        if name == "gzip":
            return quality.strip("0.") != "" or not quality
    return False


def _has_it_already(request: HttpRequest, etag: str) -> bool:
    given = request.META.get("HTTP_IF_NONE_MATCH", "")
    return bool(given) and (etag in (known := parse_etags(given)) or known == ["*"])
