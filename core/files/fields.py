"""Choosing files in a form."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from core.errors import DomainError
from core.files.types import TYPES
from core.files.uploads import check_upload

ACCEPT = ",".join(f".{extension}" for extension in TYPES)
MOST_AT_ONCE = 20


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; each is checked, and the first that we cannot take is named."""

    widget = FilesInput(attrs={"accept": ACCEPT})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [super(FilesField, self).clean(file, initial) for file in data or [] if file]
        if len(files) > MOST_AT_ONCE:
            raise forms.ValidationError(_("Add at most %(most)d files at once.") % {"most": MOST_AT_ONCE})
        for file in files:
            try:
                check_upload(file)
            except DomainError as error:
                raise forms.ValidationError(f"{file.name}: {error}") from error
        return files
