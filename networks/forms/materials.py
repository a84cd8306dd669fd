from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from networks.forms.attachments import file_field, files_field, link_field
from networks.models import Meeting, MeetingMaterial

Timing = MeetingMaterial.Timing


class AboutMaterialForm(forms.Form):
    """When it is for, and whether guests see it too."""

    timing = forms.ChoiceField(
        label=_("When is it for?"), choices=Timing.choices, widget=forms.RadioSelect, initial=Timing.BEFORE
    )
    for_guests = forms.BooleanField(
        label=_("Guests see it too"),
        required=False,
        help_text=_("Guests and experts find it by the link in their invitation, until the meeting is over."),
    )


class NewMaterialForm(AboutMaterialForm):
    """Files, a web address, or both at once."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    uploads = files_field()
    link = link_field(required=False, help_text=_("In the place of a file, or beside it."))
    title = forms.CharField(
        label=_("Title"),
        required=False,
        max_length=200,
        help_text=_("Without one a file is called by its own name. Leave it empty when you add several at once."),
    )
    field_order = ["key", "uploads", "link", "title", "timing", "for_guests"]

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if meeting.is_over:
            self.initial.setdefault("timing", Timing.AFTER)

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services.add_materials takes."""
        names = ("key", "link", "title", "timing", "for_guests")
        return {name: self.cleaned_data[name] for name in names} | {"files": self.cleaned_data["uploads"]}


class MaterialForm(AboutMaterialForm):
    """A web address keeps being one, and a file a file."""

    title = forms.CharField(label=_("Title"), max_length=200)
    link = link_field()
    file = file_field(_("Another file in its place"))
    field_order = ["title", "link", "file", "timing", "for_guests"]

    def __init__(self, *args: Any, material: MeetingMaterial, **kwargs: Any):
        super().__init__(*args, **kwargs)
        del self.fields["file" if material.link else "link"]
        if "file" in self.fields:
            self.fields["file"].help_text = _("Now: %(file)s") % {"file": material.name}
        self.initial.update({name: getattr(material, name) for name in self.fields if name != "file"})

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services.change_material takes."""
        return dict(self.cleaned_data)
