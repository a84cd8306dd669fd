"""The keywords of practices: editors keep the preferred word, other words for it, and the theme above."""

from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView

from core.errors import InvalidInput
from core.workplace.access import asked_by_wagtail
from core.workplace.lists import KeptList
from networks.models import Theme
from resources.taxonomy.services import check_words, describe_tag


class TagForm(WagtailAdminModelForm):
    """Merging is part of it: a keyword that is named as another word goes up in this one."""

    synonyms = forms.CharField(
        label=_("Other words for the same"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "One on each line. Who types one of them gets this keyword. A word that is a keyword of its own is merged: "
            "its practices get this keyword."
        ),
    )
    broader = forms.ModelChoiceField(label=_("Broader theme"), queryset=Theme.objects.all(), required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["synonyms"] = "\n".join(self.instance.synonyms.values_list("word", flat=True))
            self.initial["broader"] = getattr(getattr(self.instance, "facts", None), "broader_id", None)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if "name" in self.cleaned_data:
            try:
                check_words(tag=Tag(pk=self.instance.pk, name=self.cleaned_data["name"]), synonyms=self._synonyms)
            except InvalidInput as error:
                for field, sentences in error.errors.items():
                    self.add_error(field, sentences)
        return given

    def save(self, commit: bool = True) -> Any:
        tag = super().save(commit=commit)
        return describe_tag(tag=tag, synonyms=self._synonyms, broader=self.cleaned_data.get("broader"))

    @property
    def _synonyms(self) -> list[str]:
        return str(self.cleaned_data.get("synonyms", "")).splitlines()


@asked_by_wagtail
class TagIndexView(IndexView):
    add_item_label = _("Add a tag")


class TagViewSet(KeptList):
    model = Tag
    index_view_class = TagIndexView
    icon = "tag"
    menu_label = _("Tags")
    list_display = [
        "name",
        Column("broader", label=_("Broader theme"), accessor="facts.broader"),
        Column("words", label=_("Other words"), accessor="number_of_words", sort_key="number_of_words"),
        Column("practices", label=_("Practices"), accessor="number_of_practices", sort_key="number_of_practices"),
    ]
    list_export = ["name", "number_of_words", "number_of_practices"]
    export_headings = {"number_of_words": _("Other words"), "number_of_practices": _("Practices")}
    export_filename = "trefwoorden"
    search_fields = ["name"]
    search_backend_name = None
    ordering = "name"
    edit_handler = ObjectList(
        [
            FieldPanel("name", help_text=_("One word or a short phrase, without capitals.")),
            FieldPanel("synonyms"),
            FieldPanel("broader"),
        ],
        base_form_class=TagForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        counted = Tag.objects.annotate(
            number_of_practices=Count("resources_practicetag_items", distinct=True),
            number_of_words=Count("synonyms", distinct=True),
        )
        return counted.select_related("facts__broader")
