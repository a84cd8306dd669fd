"""The same request sent twice does its work once (CONTRACT: `Idempotency-Key`)."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.errors import InvalidInput
from core.models import IdempotencyKey

KEPT = timedelta(hours=24)
HEADER = "Idempotency-Key"


class KeyUsedForAnotherBody(InvalidInput):
    """The key was used before for a request with another body."""

    code = "idempotency_key_reused"
    message = _("This Idempotency-Key was used for another request.")


class KeyTooLong(InvalidInput):
    """Keys have at most 200 characters."""

    code = "idempotency_key_invalid"
    message = _("An Idempotency-Key has at most 200 characters.")


def answer_once(request: HttpRequest, run: Callable[[], HttpResponse]) -> HttpResponse:
    """Run, or give the answer that the same key and body got within the last 24 hours.

    The key's row is inserted first, in the transaction of the work itself: a second request with the key waits
    for the first to commit and then reads its answer. Only successful answers are kept; a refused request may be
    mended and sent again under its key.

    Raises KeyUsedForAnotherBody, KeyTooLong.
    """
    key = request.headers.get(HEADER, "").replace("\x00", "")
    if not key or not request.user.is_authenticated:
        return run()
    if len(key) > 200:
        raise KeyTooLong
    identity = {"person": request.user, "operation": f"{request.method} {request.path}"[:300], "key": key}
    body_hash = _body_hash(request)
    IdempotencyKey.objects.filter(**identity, created_at__lt=timezone.now() - KEPT).delete()
    try:
        with transaction.atomic():
            row = _claim(identity, body_hash)
            response = run()
            if response.status_code >= 300:
                raise _Refused(response)
            row.status, row.content = response.status_code, response.content.decode()
            row.save(update_fields=["status", "content"])
            return response
    except _Refused as refused:
        return refused.response
    except _Claimed:
        return _earlier_answer(identity, body_hash)


def _claim(identity: dict[str, Any], body_hash: str) -> IdempotencyKey:
    try:
        with transaction.atomic():
            return IdempotencyKey.objects.create(**identity, body_hash=body_hash)
    except IntegrityError as error:
        raise _Claimed from error


def _body_hash(request: HttpRequest) -> str:
    """Equal for equal content; of an upload the parts count, not the boundary between them."""
    digest = hashlib.sha256()
    if request.content_type != "multipart/form-data":
        digest.update(request.body)
        return digest.hexdigest()
    digest.update(repr(sorted(request.POST.lists())).encode())
    for name, uploads in sorted(request.FILES.lists()):
        for upload in uploads:
            digest.update(repr((name, upload.name, upload.size)).encode())
            for chunk in upload.chunks():
                digest.update(chunk)
            upload.seek(0)
    return digest.hexdigest()


def _earlier_answer(identity: dict[str, Any], body_hash: str) -> HttpResponse:
    earlier = IdempotencyKey.objects.get(**identity)
    if earlier.body_hash != body_hash:
        raise KeyUsedForAnotherBody
    return HttpResponse(earlier.content, status=earlier.status, content_type="application/json; charset=utf-8")


class _Claimed(Exception):
    """Another request holds the key."""


class _Refused(Exception):
    """Takes the key's row back together with whatever the refused request wrote."""

    def __init__(self, response: HttpResponse):
        self.response = response


def forget_old_keys() -> int:
    """Delete keys older than 24 hours; returns how many. Run by the scheduler."""
    return IdempotencyKey.objects.filter(created_at__lt=timezone.now() - KEPT).delete()[0]
