"""What a page says after allauth did something: its messages, by their templates' names, in our own words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: dict[str | None, str | Promise] = {
    "account/messages/cannot_delete_primary_email.txt": _(
        "Your mail goes to %(email)s. Choose another address for it before you remove this one."
    ),
    "account/messages/email_confirmation_failed.txt": _("The mail address %(email)s belongs to another account."),
    "account/messages/email_confirmation_sent.txt": _("We sent a mail to %(email)s. Press the button in it."),
    "account/messages/email_confirmed.txt": _("The mail address %(email)s is confirmed."),
    "account/messages/email_deleted.txt": _("The mail address %(email)s is removed."),
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is changed."),
    "account/messages/primary_email_set.txt": _("Your mail goes to this address from now on."),
    "account/messages/unverified_primary_email.txt": _("Confirm the mail address first."),
    "mfa/messages/recovery_codes_generated.txt": _("You have new recovery codes."),
    "mfa/messages/totp_activated.txt": _("You sign in with a code from your app from now on."),
    "mfa/messages/totp_deactivated.txt": _("You sign in without a code from now on."),
    "mfa/messages/webauthn_added.txt": _("Your passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("Your passkey is removed."),
}
