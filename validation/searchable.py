"""What can be found of validation: its programmes, by everybody. Nothing of a case is ever found."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.db.models.signals import post_save
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from search import audiences
from search.searchable import Searchable, SearchDocumentData, register
from search.services import refresh_many
from validation.models import Programme, ProgrammeVersion


class ProgrammeSearchable(Searchable):
    """A programme with its newest published rules. Registered in validation.apps."""

    model = Programme
    kind = "validation"
    label = _("Validation programme")
    plural = _("Validation programmes")
    dated = False

    def queryset(self) -> QuerySet[Any]:
        versions = ProgrammeVersion.objects.published().with_rules().newest_first()
        return Programme.objects.prefetch_related(Prefetch("versions", versions, to_attr="published"))

    def document(self, programme: Any) -> SearchDocumentData | None:
        """None while no version is published."""
        version = programme.published[0] if programme.published else None
        if version is None:
            return None
        words = [version.introduction, version.introduction_en]
        for theme in version.themes.all():
            words += [theme.title, theme.title_en, theme.text, theme.text_en]
            words += [name for it in theme.competencies.all() for name in (it.title, it.title_en)]
        return SearchDocumentData(
            title=" · ".join(filter(None, (programme.title, programme.title_en))),
            summary=version.summary,
            body="\n".join(filter(None, words)),
            url=programme.url,
            audience=[audiences.PUBLIC],
            data={"nl": programme.title, "en": programme.title_en},
        )

    def title(self, title: str, data: dict[str, Any]) -> str:
        """Found by its title in either language, shown in the reader's."""
        return data.get((get_language() or "nl")[:2]) or data.get("nl") or title


def register_all() -> None:
    register(ProgrammeSearchable())
    post_save.connect(_on_version, sender=ProgrammeVersion, dispatch_uid="validation.search.version")


def _on_version(sender: Any, instance: ProgrammeVersion, raw: bool = False, **kwargs: Any) -> None:
    """Other rules are published: the programme is found by other words."""
    if not raw and not instance.is_draft:
        refresh_many(Programme.objects.filter(pk=instance.programme_id))
