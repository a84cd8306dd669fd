"""Files and web addresses in forms: those of a meeting, an assignment, a source and a request for support."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.files.fields import ACCEPT, FilesField
from networks.models.attachments import Attachment


def link_field(**options: Any) -> forms.URLField:
    """A web address, as long as it can be kept."""
    return forms.URLField(label=_("Web address"), max_length=1000, assume_scheme="https", **options)


def file_field(label: Any, **options: Any) -> forms.FileField:
    """One file, or none; the service says what it cannot take."""
    widget = forms.FileInput(attrs={"accept": ACCEPT})
    return forms.FileField(label=label, required=False, allow_empty_file=True, widget=widget, **options)


def files_field() -> FilesField:
    """Several files at once, or none."""
    return FilesField(
        label=_("Files"),
        required=False,
        allow_empty_file=True,
        help_text=_("PDF, Office, pictures, sound or video; each at most 25 MB. You can choose several at once."),
    )


class AttachmentsForm(forms.Form):
    """Files and a link to add, and boxes for those to take away. Mix it into forms of what they belong to."""

    uploads = files_field()
    link = link_field(required=False)
    link_title = forms.CharField(label=_("Title of the web address"), required=False, max_length=200)
    remove = forms.MultipleChoiceField(
        label=_("Take away"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )

    def offer_to_remove(self, attached: list[Any]) -> None:
        """Let the person take these away."""
        self.attached: dict[str, Attachment] = {str(row.pk): row for row in attached}
        if not attached:
            del self.fields["remove"]
            return
        offer(self, "remove", ((pk, row.title) for pk, row in self.attached.items()))

    @property
    def removed(self) -> list[Any]:
        return [self.attached[pk] for pk in self.cleaned_data.get("remove", [])]
