from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What visitors never see of validation: everything but the programmes and their rules.
UNSEEN = tuple(
    f"validation.{name}"
    for name in (
        "Appendix",
        "Case",
        "CaseEvent",
        "CaseRole",
        "CaseTheme",
        "CompetencyLink",
        "Deadline",
        "DeadlineExtension",
        "Evidence",
        "FeedbackAnswer",
        "FeedbackRequest",
        "LookAlong",
        "LookAlong_sections",
        "LookAlongComment",
        "PortfolioSource",
        "ProgrammeRole",
        "SectionText",
        "SectionVersion",
        "Submission",
    )
)


class ValidationConfig(AppConfig):
    name = "validation"
    verbose_name = _("Validation")

    def ready(self) -> None:
        from core import page_cache
        from validation import policies  # noqa: F401  (names its rules)

        page_cache.unseen(*UNSEEN)
