"""Where allauth asks us: where to go, which words, and how mail goes out."""

from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.devices import device_name
from accounts.errors import MailUnavailable
from accounts.languages import in_language
from accounts.letters import IGNORE, LETTERS, Letter
from accounts.mail import compose
from accounts.messages import MESSAGES
from accounts.models import User

log = structlog.get_logger(__name__)
PROOFS = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code from your app"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "cannot_remove_primary_email": _("You cannot remove the mail address that you sign in with."),
        "duplicate_email": _("This mail address already belongs to your account."),
        "email_password_mismatch": _("This mail address and password do not belong together."),
        "email_taken": _("There is already an account with this mail address."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_password": _("This password is not right."),
        "incorrect_code": _("This code is not right."),
        "invalid_password_reset": _("This link does not work any more. Ask for a new one."),
        "max_email_addresses": _("You can have at most %d mail addresses."),
        "too_many_login_attempts": _("You tried too often. Please wait five minutes and try again."),
        "unknown_email": _("We know no account with this mail address."),
        "unverified_primary_email": _("Confirm your mail address first."),
        "rate_limited": _("You tried too often. Please wait a moment and try again."),
    }

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The own page in the person's language; an explicit `next` goes before this."""
        language = getattr(request.user, "language", "")
        return in_language(super().get_login_redirect_url(request), language)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return in_language(super().get_logout_redirect_url(request), get_language() or "")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("account_email" if self.request.user.is_authenticated else "account_login")

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """A new person keeps the language in which the account was made."""
        user.language = get_language() or user.language
        return super().save_user(request, user, form, commit)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say it in our words where we have them."""
        words = MESSAGES.get(message_template)
        if words:
            context = kwargs.get("message_context") or (args[0] if args else None) or {}
            return super().add_message(request, level, message=str(words) % context)
        return super().add_message(request, level, message_template, *args, **kwargs)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to prove that it is you, named in our words."""
        return [way | {"description": PROOFS[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail the letter in the person's own language.

        Raises MailUnavailable when the mail server fails and the person waits for the link in this mail; a mere
        notice of a change that was made does not undo that change.
        """
        person = context.get("user") or getattr(self.request, "user", None)
        language = getattr(person, "language", None) or get_language() or "nl"
        letter = LETTERS[template_prefix]
        try:
            _compose(letter, email, language, context).send()
        except Exception as error:  # whatever a mail server or driver raises
            log.warning("mail_failed", letter=template_prefix, error=str(error))
            if not letter.notice:
                raise MailUnavailable from error


def _compose(letter: Letter, email: str, language: str, context: dict[str, Any]) -> Any:
    with translation.override(language):
        return compose(
            to=email,
            language=language,
            subject=str(letter.subject),
            template="accounts/mail/letter",
            context={
                "text": str(letter.text) % context,
                "action": letter.action,
                "link": context.get(letter.link, ""),
                "ignore": IGNORE,
                "warning": letter.warning,
                "moment": context.get("timestamp"),
                "ip": context.get("ip"),
                "browser": context.get("user_agent"),
            },
            headers={"Auto-Submitted": "auto-generated"},
        )


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("Switch two-step sign-in off before you add a mail address."),
        "cannot_delete_authenticator": _("You cannot switch two-step sign-in off."),
        "cannot_generate_recovery_codes": _("Recovery codes need two-step sign-in."),
        "incorrect_code": _("This code is not right."),
        "unverified_email": _("Confirm your mail address first."),
    }

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        """A passkey is named after the device on which it is made, until the person says otherwise."""
        return device_name(current.request.headers.get("User-Agent", ""))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Devices show the name of the site beside its passkeys, rather than a host's."""
        return super().get_public_key_credential_rp_entity() | {"name": settings.MFA_TOTP_ISSUER}
