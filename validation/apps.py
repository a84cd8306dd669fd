from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# What visitors never see of validation: everything but the programmes and their rules.
UNSEEN = tuple(
    f"validation.{name}"
    for name in (
        "Appendix",
        "Assessment",
        "AssessorNote",
        "Case",
        "CaseEvent",
        "CaseRole",
        "CaseTheme",
        "CompetencyLink",
        "Consent",
        "Deadline",
        "DeadlineExtension",
        "Decision",
        "Dialogue",
        "DialoguePlace",
        "Due",
        "Evidence",
        "FeedbackAnswer",
        "FeedbackRequest",
        "FinalReflection",
        "FormalLearning",
        "GuidanceReport",
        "GuidanceTalk",
        "Judgement",
        "LookAlong",
        "LookAlongComment",
        "LookAlong_sections",
        "PointsEstimate",
        "PortfolioSource",
        "ProgrammeRole",
        "ReflectionOn",
        "Registration",
        "Scan",
        "ScanRespondent",
        "ScanSheet",
        "Scan_themes",
        "SectionText",
        "SectionVersion",
        "SigningKey",
        "Submission",
        "SuitableDay",
        "Talk",
        "TalkConsent",
        "TalkNote",
        "TalkSlot",
        "TalkSlot_assessors",
        "TalkTheme",
        "Talk_assessors",
        "ThemeCertificate",
    )
)


class ValidationConfig(AppConfig):
    name = "validation"
    verbose_name = _("Validation")

    def ready(self) -> None:
        from accounts import erasure, export
        from core import own_work, page_cache, periodic
        from networks.calendar import register_events
        from notifications import kinds
        from validation import calendar, link_mail, news, personal, reading, searchable, services
        from validation.services import dialogue_following, erasing, fees, guidance_following, moving, talk_following

        for kind in news.KINDS:
            kinds.register(kind)
        page_cache.unseen(*UNSEEN)
        searchable.register_all()
        own_work.register("portfolio", reading.way_into_portfolio)
        erasure.register("validation", erasing.forget)
        export.register("validation", personal.exported)
        export.register("validation_points", personal.exported_points)
        export.register("validation_tasks", personal.exported_tasks)
        register_events(calendar.talks_of)
        register_events(calendar.dialogues_of)
        register_events(calendar.guidance_of)
        moving.register(talk_following.follow)
        moving.register(dialogue_following.follow)
        moving.register(guidance_following.follow)
        moving.register(fees.follow)
        periodic.register("validation_deadlines", every=timedelta(minutes=10), run=services.tell_of_deadlines)
        periodic.register("validation_talks", every=timedelta(minutes=10), run=services.remind_of_talks)
        periodic.register("validation_dialogues", every=timedelta(minutes=10), run=services.remind_of_dialogues)
        periodic.register("validation_guidance", every=timedelta(minutes=10), run=services.remind_of_guidance)
        periodic.register("validation_scans", every=timedelta(minutes=10), run=services.close_scans_that_ended)
        periodic.register("validation_scan_reminders", every=timedelta(hours=1), run=services.remind_respondents)
        periodic.register("validation_feedback", every=timedelta(hours=1), run=services.remind_colleagues)
        periodic.register("validation_retention", every=timedelta(days=1), run=erasing.empty_old_cases)
        periodic.register("validation_mails", every=timedelta(minutes=1), run=link_mail.send_due)
