from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from networks.forms.attachments import file_field, link_field
from networks.models import Source
from networks.models.sources import FIRST_YEAR, LAST_YEAR, ONE_LINE


class SourceForm(forms.Form):
    """What was read, seen or heard. Of the web address and the file one, or neither: a book has none."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=_("Title"), max_length=200)
    authors = forms.CharField(label=_("Who made it?"), max_length=200, required=False)
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False)
    link = link_field(required=False, help_text=_("Or add a file. A book needs neither."))
    file = file_field(
        _("File"),
        help_text=_("PDF, Office, pictures, sound or video; at most 25 MB. Members of the network can download it."),
    )
    without_file = forms.BooleanField(required=False)
    gave = forms.CharField(
        label=_("What did it give you?"), max_length=ONE_LINE, help_text=_("In one line, for your fellow participants.")
    )

    def __init__(self, *args: Any, source: Source | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.source = source
        if source:
            names = ("title", "authors", "year", "link", "gave")
            self.initial.update({name: getattr(source, name) for name in names})
        if source and source.file:
            self.fields["without_file"].label = _("Take away %(file)s") % {"file": source.name}
        else:
            del self.fields["without_file"]

    @property
    def facts(self) -> dict[str, Any]:
        """What both services take."""
        return {name: self.cleaned_data[name] for name in ("title", "authors", "year", "link", "file", "gave")}
