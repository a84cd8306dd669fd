import re
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer, offer_rows
from core.refusals import RefusableForm
from networks.forms.attachments import file_field, link_field
from validation.models import CaseTheme, Competency, Evidence, PortfolioSection, PortfolioSource
from validation.models.materials import PARAGRAPH
from validation.portfolio.wording import moment_in_words
from validation.services.materials import OF_EVIDENCE, OF_SOURCE

FILES = _("PDF, Office, pictures, sound or video; at most 25 MB. Only you, and later your assessors, can open it.")
MOMENT = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]?\d)")


class MomentField(forms.CharField):
    """A moment in sound or video, as “3:20” or “1:02:05”; its value is in seconds."""

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        found = MOMENT.fullmatch(text)
        if found is None:
            raise forms.ValidationError(_("Write minutes and seconds, like 3:20."))
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return hours * 3600 + minutes * 60 + seconds

    def prepare_value(self, value: Any) -> Any:
        return moment_in_words(value) if isinstance(value, int) else value


class SourceForm(forms.ModelForm, RefusableForm):
    """A source, with what a list of sources in APA needs."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    link = link_field(required=False)

    class Meta:
        model = PortfolioSource
        fields = (
            "kind",
            "is_literature",
            "authors",
            "year",
            "title",
            "container",
            "volume",
            "pages",
            "publisher",
            "doi",
            "isbn",
            "link",
        )
        help_texts = {
            "is_literature": _("A book, an article or a report: something that was published."),
            "authors": _("As “Vries, A. de, & Jansen, B.”, or the name of an organisation."),
            "container": _("The journal, the book or the site in which it appeared."),
            "volume": _("As 12(3)."),
            "pages": _("As 45–67."),
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        self.fields["year"].widget.attrs["inputmode"] = "numeric"

    @property
    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in OF_SOURCE & self.cleaned_data.keys()}


class MaterialForm(RefusableForm):
    """A file or a web address with its title."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label=_("Title"), max_length=200, required=False, help_text=_("Empty: the name of the file.")
    )
    file = file_field(_("File"), help_text=FILES)
    link = link_field(required=False, help_text=_("Instead of a file."))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())


class EvidenceForm(MaterialForm):
    """A piece of evidence, with the part that matters and what it is for. All but the thing itself may wait."""

    supports = forms.CharField(
        label=_("What does it support?"),
        required=False,
        max_length=PARAGRAPH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Which claim in your text does it prove?"),
    )
    perspective = forms.ChoiceField(
        label=_("Whose perspective is it?"),
        required=False,
        choices=[("", _("Choose")), *Evidence.Perspective.choices],
    )
    section = forms.ModelChoiceField(PortfolioSection.objects.none(), label=_("With which section?"), required=False)
    competency = forms.ModelChoiceField(Competency.objects.none(), label=_("Which competency?"), required=False)
    part = forms.ChoiceField(
        label=_("Which part matters?"),
        required=False,
        choices=Evidence.Part.choices,
        widget=forms.RadioSelect,
        help_text=_("Assessors read this part, not the whole."),
    )
    page_from = forms.IntegerField(label=_("From page"), required=False, min_value=1, max_value=99_999)
    page_to = forms.IntegerField(label=_("To page"), required=False, min_value=1, max_value=99_999)
    quote = forms.CharField(
        label=_("Quote"), required=False, max_length=PARAGRAPH, widget=forms.Textarea(attrs={"rows": 3})
    )
    time_from = MomentField(label=_("From minute"), required=False, help_text=_("Like 3:20."))
    time_to = MomentField(label=_("Until minute"), required=False)
    left = forms.IntegerField(label=_("From the left (%)"), required=False, min_value=0, max_value=100)
    top = forms.IntegerField(label=_("From the top (%)"), required=False, min_value=0, max_value=100)
    width = forms.IntegerField(label=_("Width (%)"), required=False, min_value=1, max_value=100)
    height = forms.IntegerField(label=_("Height (%)"), required=False, min_value=1, max_value=100)

    PARTS = {
        "pages": ("page_from", "page_to"),
        "quote": ("quote",),
        "time": ("time_from", "time_to"),
        "region": ("left", "top", "width", "height"),
    }

    def __init__(self, *args: Any, theme: CaseTheme, evidence: Evidence | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.evidence = evidence
        offer_rows(self, "section", theme.case.version.sections.all())
        offer_rows(self, "competency", theme.theme.competencies.all())
        if evidence:
            names = ("title", "link", *OF_EVIDENCE)
            self.initial.update({name: getattr(evidence, name) for name in names})
            if evidence.frozen:
                self._keep_to_text()

    def _keep_to_text(self) -> None:
        """What was taken from the platform is text with a title: its part is a quote, and nothing takes its place."""
        for kind, names in self.PARTS.items():
            for name in names if kind != Evidence.Part.QUOTE else ():
                del self.fields[name]
        del self.fields["file"], self.fields["link"]
        offer(self, "part", [(Evidence.Part.QUOTE, Evidence.Part.QUOTE.label)])
        self.fields["title"].required, self.fields["title"].help_text = True, ""
        self.fields["quote"].help_text = _(
            "Out of the text above, word for word. Write … where you leave something out."
        )

    def clean(self) -> dict[str, Any]:
        """What belongs to another kind of part than the chosen one is let go."""
        cleaned = super().clean() or self.cleaned_data
        for kind, names in self.PARTS.items():
            if kind != cleaned.get("part"):
                cleaned.update({name: "" if name == "quote" else None for name in names})
        return cleaned

    def part_fields(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields of each kind of part."""
        shown = {kind: names for kind, names in self.PARTS.items() if names[0] in self.fields}
        return [(kind, [self[name] for name in names]) for kind, names in shown.items()]

    @property
    def facts(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in OF_EVIDENCE}
        return given | {name: self.cleaned_data[name] for name in ("title", "file", "link") if name in self.fields}
