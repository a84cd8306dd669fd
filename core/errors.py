"""The errors of the domain: each has a stable code, an HTTP status and a sentence for the reader."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """A rule of the domain says no.

    Views, API and socket show `message`; `errors` maps a field's name to its sentences, so that a form or a
    client can put each sentence beside its field.
    """

    code = "conflict"
    status = 409
    template = "core/error.html"
    extensions: dict[str, Any] = {}
    """More for the problem that the API answers, as RFC 9457 allows."""
    message: str | Promise = _("This is not possible now.")

    def __init__(self, message: str | Promise | None = None, *, errors: dict[str, list[str]] | None = None):
        self.message = message or self.message
        self.errors = errors or {}
        super().__init__(self.message)

    def __str__(self) -> str:
        return str(self.message)


class Conflict(DomainError):
    """What is asked does not fit the present state."""


class VersionConflict(DomainError):
    """Somebody else changed it since it was read."""

    code = "version_conflict"
    message = _("Somebody changed this in the meantime. Look at the newest version and try again.")


class NotAllowed(DomainError):
    """The person may know that it exists, but may not do this."""

    code, status = "not_allowed", 403
    message = _("You are not allowed to do this.")


class OnlyByButton(DomainError):
    """The address takes what a form sends, and shows nothing by itself."""

    code, status = "only_by_button", 405
    message = _("This address does something, and shows nothing. Go to the page with the button, and press it there.")


class FormTooOld(DomainError):
    """What protects a form against misuse is no longer what the browser holds: the page was open for long."""

    code, status = "form_too_old", 403
    message = _("This page was open for a long time. Nothing you typed is lost: please send it once more.")


class NotFound(DomainError):
    """It does not exist, or the person may not know that it does: both look alike."""

    code, status = "not_found", 404
    message = _("We could not find this.")


class InvalidInput(DomainError):
    """Fields that are missing or wrong; `errors` names them."""

    code, status = "invalid", 422
    message = _("Please check what you filled in.")
