"""Forms about one's own account; allauth's get our labels, and no text inside the fields."""

import re
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.photos import clean
from core.errors import DomainError

MAIL, PASSWORD, AGAIN = _("Mail address"), _("Password"), _("Password again")
NEW, NEW_AGAIN = _("New password"), _("New password again")
CODE = _("Code")
TELEPHONE = re.compile(r"\+?[0-9][0-9 ()./-]{6,28}")


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


class PhotoField(forms.FileField):
    """A picture of oneself; its value is the clean one that we keep."""

    widget = forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return clean(file)
        except DomainError as error:
            raise forms.ValidationError(str(error)) from error


class ProfileForm(forms.ModelForm):
    """What others see of a person, and the language of pages and mail."""

    new_photo = PhotoField(
        label=_("Photo"),
        required=False,
        help_text=_("JPG, PNG or WebP, at most 8 MB. People with whom you share a network see it."),
    )
    remove_photo = forms.BooleanField(label=_("Remove my picture"), required=False)
    field_order = [
        "first_name",
        "last_name",
        "job_title",
        "telephone",
        "new_photo",
        "remove_photo",
        "photo_public",
        "language",
    ]

    class Meta:
        model = User
        fields = ["first_name", "last_name", "job_title", "telephone", "photo_public", "language"]
        labels = {
            "first_name": _("First name"),
            "last_name": _("Last name"),
            "job_title": _("Function"),
            "telephone": _("Telephone"),
            "photo_public": _("Show my photo on the public page of networks that I facilitate"),
            "language": _("Language"),
        }
        help_texts = {
            "job_title": _("For example: head of department. Seen by people in your networks."),
            "telephone": _("Only the facilitators of your networks see it."),
            "photo_public": _("Your name and function are there in any case. Without a photo your initials are shown."),
            "language": _("The language of your mail, and of the page after signing in."),
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, token in (("first_name", "given-name"), ("last_name", "family-name")):
            self.fields[name].required = True
            self.fields[name].widget.attrs["autocomplete"] = token
        self.fields["job_title"].widget.attrs["autocomplete"] = "organization-title"
        self.fields["telephone"].widget.attrs |= {"autocomplete": "tel", "inputmode": "tel"}
        if not self.instance.photo:
            del self.fields["remove_photo"]

    def clean_telephone(self) -> str:
        number = str(self.cleaned_data["telephone"])
        if number and not TELEPHONE.fullmatch(number):
            raise forms.ValidationError(_("Fill in a telephone number, such as 06 12345678 or +31 6 12345678."))
        return number

    @property
    def photo_changes(self) -> bool:
        """Whether there is a new picture, or none any more."""
        return bool(self.cleaned_data["new_photo"] or self.cleaned_data.get("remove_photo"))


class EraseForm(forms.Form):
    """The one thing that keeps a click from ending an account."""

    sure = forms.BooleanField(label=_("I understand that this cannot be undone"))


class TokenForm(forms.Form):
    """A name by which to recognise the program that gets a token."""

    label = forms.CharField(label=_("What is the token for?"), max_length=100)
