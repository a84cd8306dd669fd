"""The mails about an account: what allauth sends under which name, in our own words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise
NOT_YOU = _("Was this not you? Then choose a new password at once, and tell us.")


@dataclass(frozen=True)
class Letter:
    """link: the name in the context that holds the address behind `action`. notice: tells of a change only.
    warning: what the notice says to who did not do it.
    """

    subject: Text
    text: Text
    action: Text = ""
    link: str = ""
    notice: bool = False
    warning: Text = NOT_YOU


IGNORE = _("Did you not ask for this? Then you need not do anything.")
CONFIRM = Letter(
    _("Confirm your mail address"),
    _("With the button below you confirm that this mail address is yours."),
    _("Confirm my mail address"),
    "activate_url",
)


def _notice(subject: Text, text: Text) -> Letter:
    return Letter(subject, text, notice=True)


LETTERS = {
    "account/email/email_confirmation": CONFIRM,
    "account/email/email_confirmation_signup": Letter(
        _("Welcome to Leernetwerk"),
        _("You made an account. Confirm that this mail address is yours, and then you can sign in."),
        CONFIRM.action,
        CONFIRM.link,
    ),
    "account/email/account_already_exists": Letter(
        _("You already have an account"),
        _("Somebody asked for an account with your mail address, but you have one. Have you lost your password?"),
        _("Choose a new password"),
        "password_reset_url",
    ),
    "account/email/unknown_account": Letter(
        _("There is no account with this mail address"),
        _("Somebody asked for a new password for this mail address, but we know no account with it."),
        _("Create an account"),
        "signup_url",
    ),
    "account/email/password_reset_key": Letter(
        _("Choose a new password"),
        _("You asked for a new password. With the button below you choose one. It works for three days, and once."),
        _("Choose a new password"),
        "password_reset_url",
    ),
    "accounts/email/invitation": Letter(
        _("There is an account for you at Leernetwerk"),
        _(
            "An administrator made an account for you. Choose a password, and then you can sign in with this mail"
            " address. The button works for three days, and once; after that you ask for a new password yourself."
        ),
        _("Choose a password"),
        "invitation_url",
    ),
    "account/email/password_changed": _notice(
        _("Your password was changed"), _("The password of your account was changed.")
    ),
    "account/email/password_reset": _notice(
        _("Your password was changed"), _("The password of your account was changed.")
    ),
    "account/email/password_set": _notice(
        _("Your password was changed"), _("The password of your account was changed.")
    ),
    "account/email/email_changed": _notice(
        _("Your mail address was changed"), _("Your account now uses the mail address %(to_email)s.")
    ),
    "account/email/email_confirm": _notice(
        _("Your mail address is confirmed"), _("The mail address of your account is confirmed.")
    ),
    "account/email/email_deleted": _notice(
        _("A mail address was removed"), _("The mail address %(deleted_email)s no longer belongs to your account.")
    ),
    "accounts/email/sessions_ended": _notice(
        _("You were signed out on another device"),
        _("Somebody with your account signed out one or more of your other devices."),
    ),
    "accounts/email/token_made": _notice(
        _("Your account has a new API token"),
        _("With the token “%(label)s” a program can do on Leernetwerk what you can do."),
    ),
    "accounts/email/farewell": Letter(
        _("Your account is gone"),
        _(
            "You ended your account at Leernetwerk. Your name, your mail address and what was personal are removed."
            " What others read stays, under no name. Thank you for what you shared. This is our last mail to you."
        ),
        notice=True,
        warning=_("Was this not you? Then tell us."),
    ),
    "mfa/email/totp_activated": _notice(
        _("Two-step sign-in is on"), _("From now on you sign in with your password and a code from your app.")
    ),
    "mfa/email/totp_deactivated": _notice(
        _("Two-step sign-in is off"), _("From now on you sign in with your password alone.")
    ),
    "mfa/email/webauthn_added": _notice(
        _("Your account has a new passkey"),
        _("From now on you can sign in with this passkey. With your password you need a second step."),
    ),
    "mfa/email/webauthn_removed": _notice(
        _("A passkey was removed"), _("A passkey of your account was removed. It no longer signs in.")
    ),
    "mfa/email/recovery_codes_generated": _notice(
        _("You have new recovery codes"), _("The earlier recovery codes of your account no longer work.")
    ),
}
