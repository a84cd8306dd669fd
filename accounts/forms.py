"""Forms about one's own account; allauth's get our labels, and no text inside the fields."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User

MAIL, PASSWORD, AGAIN = _("Mail address"), _("Password"), _("Password again")
NEW, NEW_AGAIN = _("New password"), _("New password again")
CODE = _("Code")


class OwnWords(forms.Form):
    """Labels a form's fields anew (`words`) and empties the place-holders that repeat them."""

    words: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.words.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)


class LoginForm(OwnWords, account.LoginForm):
    words = {"login": MAIL, "password": PASSWORD, "remember": _("Keep me signed in on this device")}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""  # the page itself links to the new password
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SignupForm(OwnWords, account.SignupForm):
    first_name = forms.CharField(
        label=_("First name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    field_order = ["first_name", "last_name", "email", "password1", "password2"]
    words = {"email": MAIL, "password1": PASSWORD, "password2": AGAIN}


class ResetPasswordForm(OwnWords, account.ResetPasswordForm):
    words = {"email": MAIL}


class ResetPasswordKeyForm(OwnWords, account.ResetPasswordKeyForm):
    words = {"password1": NEW, "password2": NEW_AGAIN}


class ChangePasswordForm(OwnWords, account.ChangePasswordForm):
    words = {"oldpassword": _("Present password"), "password1": NEW, "password2": NEW_AGAIN}


class SetPasswordForm(OwnWords, account.SetPasswordForm):
    words = {"password1": NEW, "password2": NEW_AGAIN}


class AddEmailForm(OwnWords, account.AddEmailForm):
    words = {"email": _("New mail address")}


class ReauthenticateForm(OwnWords, account.ReauthenticateForm):
    words = {"password": PASSWORD}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class AuthenticateForm(OwnWords, mfa.AuthenticateForm):
    words = {"code": CODE}


class CodeReauthenticateForm(OwnWords, mfa.ReauthenticateForm):
    words = {"code": CODE}


class ActivateAppForm(OwnWords, ActivateTOTPForm):
    words = {"code": _("Code from the app")}


class ProfileForm(forms.ModelForm):
    """What others see of a person, and the language of pages and mail."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "language"]
        labels = {"first_name": _("First name"), "last_name": _("Last name"), "language": _("Language")}
        help_texts = {"language": _("The language of your mail, and of the page after signing in.")}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, token in (("first_name", "given-name"), ("last_name", "family-name")):
            self.fields[name].required = True
            self.fields[name].widget.attrs["autocomplete"] = token


class EraseForm(forms.Form):
    """The one thing that keeps a click from ending an account."""

    sure = forms.BooleanField(label=_("I understand that this cannot be undone"))


class TokenForm(forms.Form):
    """A name by which to recognise the program that gets a token."""

    label = forms.CharField(label=_("What is the token for?"), max_length=100)
