"""Forms of passkeys: the browser makes or proves one (static/accounts/passkeys.js) and sends it as JSON."""

from typing import Any

from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import OwnWords

NAME = _("Name of the passkey")
GARBLED = (TypeError, ValueError, KeyError, AttributeError)  # what libraries raise that expect a browser's JSON
REFUSED = _("This passkey does not work here. Sign in another way, or use another passkey.")


class Proof(forms.Form):
    """What a browser sends; a passkey that is unknown, removed or garbled is refused in our words."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]  # of the form that this is mixed into
        except GARBLED as error:
            raise forms.ValidationError(REFUSED) from error
        except forms.ValidationError as error:
            if error.code != "incorrect_code":
                raise
            raise forms.ValidationError(REFUSED) from error


class PasskeyLoginForm(Proof, webauthn.LoginWebAuthnForm):
    pass


class PasskeyStepForm(Proof, webauthn.AuthenticateWebAuthnForm):
    pass


class PasskeyReauthenticateForm(Proof, webauthn.ReauthenticateWebAuthnForm):
    pass


class AddPasskeyForm(OwnWords, webauthn.AddWebAuthnForm):
    """A new passkey always signs in by itself, so that the device must have asked for a finger, face or PIN."""

    words = {"name": NAME}
    name = forms.CharField(max_length=100, required=False, help_text=_("By this you recognise it later."))
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        try:
            return dict(super().clean() or {})
        except GARBLED as error:
            raise forms.ValidationError(_("This did not work. Please try again.")) from error


class RenamePasskeyForm(OwnWords, webauthn.EditWebAuthnForm):
    words = {"name": NAME}
    name = forms.CharField(max_length=100)
