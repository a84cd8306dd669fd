from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What visitors never see of validation: everything but the programmes and their rules.
UNSEEN = tuple(
    f"validation.{name}"
    for name in (
        "Case",
        "CaseEvent",
        "CaseRole",
        "CaseTheme",
        "Deadline",
        "DeadlineExtension",
        "ProgrammeRole",
        "Submission",
    )
)


class ValidationConfig(AppConfig):
    name = "validation"
    verbose_name = _("Validation")

    def ready(self) -> None:
        from core import page_cache

        page_cache.unseen(*UNSEEN)
