"""What a contributor and a reviewer fill in. The services check again; these forms help people get it right."""

from collections.abc import Collection, Iterator
from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer, offer_rows
from core.errors import DomainError
from core.files.fields import FilesField
from networks.models import LearningQuestion, Network, Theme
from resources.choices import MaterialKind, SchoolSize, SchoolType, school_year
from resources.models import CheckItem, Practice, PracticeMaterial, Review
from resources.parts import COLUMNS, RELATIONS
from resources.permission.services import LONGEST as LONGEST_NAME
from resources.policies import contributes_to, is_editor
from resources.services.content import COMPULSORY
from resources.steps import STEPS
from resources.taxonomy.suggesting import often_used
from schools.models import School, Sector

OLDEST_YEAR = 2005
CONTENT = (*COLUMNS, "themes", *RELATIONS, "tags")
NEEDED = {*COMPULSORY, "network", "permission_by", "permission"}
KIND_CHOICES = [("", _("Let the type of file decide")), *MaterialKind.choices]


class TagsField(forms.CharField):
    """Words with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else ", ".join(str(tag) for tag in value or [])

    def clean(self, value: Any) -> list[str]:
        return [tag.strip() for tag in super().clean(value).split(",") if tag.strip()]


class PracticeForm(forms.ModelForm):
    """A practice that was begun, complete or not. Only the title is needed to keep it as a draft."""

    tags = TagsField(
        label=_("Keywords"),
        required=False,
        help_text=_("With commas between them, for example: formative, feedback, havo"),
    )
    often_used = forms.MultipleChoiceField(
        label=_("Keywords that others use"), required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    uploads = FilesField(
        label=_("Files"),
        required=False,
        allow_empty_file=True,
        help_text=_("PDF, Office, pictures, sound or video; each at most 25 MB. You can choose several at once."),
    )
    uploads_kind = forms.ChoiceField(
        label=_("What kind of material are these files?"), choices=KIND_CHOICES, required=False
    )
    link = forms.URLField(
        label=_("Web address"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text=_("Of a video or a page."),
    )
    link_title = forms.CharField(label=_("Title of the web address"), required=False, max_length=200)
    permission_by = forms.CharField(
        label=_("Who at the school agrees?"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("Name and role of who may decide this, for example the head of the school. It is not published."),
    )
    permission = forms.BooleanField(label=_("The school agrees that this practice becomes public"), required=False)
    quotes = forms.Field(label=_("Quotes"), required=False)  # shown beside the form; what is wrong stands there

    class Meta:
        model = Practice
        fields = (*COLUMNS, "themes", *RELATIONS)
        labels = {
            "title": _("Title"),
            "summary": _("In short"),
            "question": _("Which question did you have?"),
            "context": _("Context"),
            "approach": _("What did you do?"),
            "result": _("What did it bring?"),
            "conditions": _("What does it take?"),
            "what_did_not_work": _("What did not work?"),
            "sector": _("Sector"),
            "school_type": _("School type"),
            "school_size": _("Size of the school"),
            "subjects": _("School subjects"),
            "first_year": _("From school year"),
            "last_year": _("Until and including school year"),
            "themes": _("Themes"),
            "network": _("Learning network"),
            "school": _("School"),
            "learning_question": _("Learning question"),
            "licence": _("Licence"),
            "contact": _("Contact"),
        }
        help_texts = {
            "title": _("Say what you did, for example: “Feedback instead of grades in year one”."),
            "summary": _("One or two sentences that readers see in the list."),
            "question": _("The question or problem that you started from."),
            "context": _("Which classes, how many pupils, what was already there?"),
            "approach": _("Step by step, so that others can try it. Start a line with “- ” for a list."),
            "result": _("What changed for pupils and teachers, and how do you know?"),
            "conditions": _("Time, people, means, agreements: what should another school arrange first?"),
            "what_did_not_work": _("Others learn most from what you would do differently."),
            "subjects": _("For example: Dutch, mathematics. Leave it empty when it is about all of them."),
            "network": _("Its facilitator reviews your practice."),
            "learning_question": _("It is shown with your practice."),
            "licence": _("CC BY is the usual choice: others may use and adapt it as long as they name you."),
            "contact": _("How readers can reach you. This becomes public; leave it empty if you would rather not."),
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3}),
            "themes": forms.CheckboxSelectMultiple,
            "learning_question": forms.Select,
        }

    use_required_attribute = False

    def __init__(self, *args: Any, person: User, only: Collection[str] | None = None, **kwargs: Any):
        """only: the fields of one step; without it all of them are asked."""
        super().__init__(*args, **kwargs)
        if only is not None:
            self.fields = {name: field for name, field in self.fields.items() if name in only or field.widget.is_hidden}
        self._offer_own(person)
        self._offer_tags()
        self._offer_years()
        if not self.is_bound:
            self._mark_needed()

    def full_clean(self) -> None:
        super().full_clean()
        self._mark_needed()

    def _mark_needed(self) -> None:
        """Show what submitting asks for as not optional; a draft is saved without it all the same."""
        for name in NEEDED & self.fields.keys():
            self.fields[name].required = True

    def _offer_own(self, person: User) -> None:
        """Networks, schools and questions of the contributor; an editor may choose any network."""
        contributor = self.instance.contributor
        networks, schools = contributes_to(contributor), School.objects.of(contributor)
        if is_editor(person):
            networks = Network.objects.order_by("title")
        networks |= Network.objects.filter(pk=self.instance.network_id)
        questions = LearningQuestion.objects.filter(enrolment__person=contributor).order_by("enrolment", "-version")
        own = {"network": networks, "school": schools, "learning_question": questions, "themes": Theme.objects.all()}
        for name in own.keys() & self.fields.keys():
            offer_rows(self, name, own[name] if name == "themes" else own[name].distinct())
        kinds = {"sector": Sector, "school_type": SchoolType, "school_size": SchoolSize}
        for name in kinds.keys() & self.fields.keys():
            offer(self, name, kinds[name].choices, choose=True)

    def _offer_tags(self) -> None:
        """The script finds others while one types; these are there without it."""
        if "often_used" not in self.fields:
            return
        words = often_used(self.instance.themes.all(), without=[tag.name for tag in self.instance.tags.all()])
        offer(self, "often_used", [(word, word) for word in words])
        if "tags" in self.fields:
            self.fields["tags"].widget.attrs |= {
                "data-suggest-tags": reverse("resources:suggest_tags"),
                "data-label": _("Keywords that begin like this"),
                "autocomplete": "off",
            }
        if not words:
            del self.fields["often_used"]

    def _offer_years(self) -> None:
        newest = timezone.localdate().year
        years = [("", _("Choose")), *((year, school_year(year)) for year in range(newest, OLDEST_YEAR - 1, -1))]
        for name in {"first_year", "last_year"} & self.fields.keys():
            self.fields[name] = forms.TypedChoiceField(
                label=self.fields[name].label, choices=years, coerce=int, empty_value=None, required=False
            )

    def clean(self) -> dict[str, Any] | None:
        given = super().clean()
        if self.cleaned_data.get("permission") and not self.cleaned_data.get("permission_by"):
            self.add_error("permission_by", _("Tell us who at the school agrees."))
        return given

    def _post_clean(self) -> None:
        """The services validate the practice; the form leaves the instance alone."""

    def sections(self) -> Iterator[tuple[str, Any, list[forms.BoundField]]]:
        """The parts of the form that have something to fill in: key, heading and fields."""
        for step in STEPS:
            if fields := [self[name] for name in step.fields if name in self.fields]:
                yield step.key, step.heading, fields

    def content(self) -> dict[str, Any]:
        """What the services take of what was asked."""
        return self._with_tags({name: self.cleaned_data[name] for name in CONTENT if name in self.fields})

    def content_of_right_fields(self) -> dict[str, Any]:
        """The same of a form with errors: without the fields that are wrong."""
        return self._with_tags({name: self.cleaned_data[name] for name in CONTENT if name in self.cleaned_data})

    def _with_tags(self, content: dict[str, Any]) -> dict[str, Any]:
        """The keywords that were ticked count beside those that were typed."""
        if "tags" in content:
            content["tags"] = [*content["tags"], *self.cleaned_data.get("often_used", ())]
        return content

    @property
    def permission_given(self) -> str:
        """Who agrees for the school, when the box is ticked."""
        return self.cleaned_data.get("permission_by", "") if self.cleaned_data.get("permission") else ""

    def show(self, error: DomainError) -> None:
        """Put each sentence of the error at its field, or above the form."""
        for name, sentences in error.errors.items():
            for sentence in sentences:
                self.add_error(name if name in self.fields else None, sentence)
        if not error.errors:
            self.add_error(None, str(error))


class MaterialForm(forms.ModelForm):
    """The title and the kind of one material."""

    class Meta:
        model = PracticeMaterial
        fields = ("title", "kind")
        labels = {"title": _("Title"), "kind": _("Kind")}


class ReviewForm(forms.Form):
    """Publish, or return with reasons."""

    decision = forms.ChoiceField(choices=Review.Decision.choices, widget=forms.HiddenInput)
    reasons = forms.CharField(
        label=_("What should change first, and why?"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Only needed when you return it without remarks. The contributor reads this by mail and on the site; be "
            "kind and concrete."
        ),
    )
    ticked = forms.MultipleChoiceField(
        label=_("What did you look at?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "ticked", [(str(it.pk), it.label) for it in CheckItem.objects.filter(is_used=True)])

    def clean_ticked(self) -> list[int]:
        return [int(value) for value in self.cleaned_data["ticked"]]
