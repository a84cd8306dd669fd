"""What the participant is told of colleagues who give feedback or look along: that it is there, not what it says."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from notifications.kinds import Kind
from notifications.services import notify
from validation.models import FeedbackRequest, LookAlong
from validation.news.groups import VALIDATION

KINDS = (
    Kind(
        key="validation.feedback_given",
        label=_("A colleague gave feedback for my portfolio"),
        group=VALIDATION,
        title=_("%(name)s gave you feedback"),
        text=_("For “%(theme)s”. Read it, and write what you take from it."),
        action=_("Read the feedback"),
    ),
    Kind(
        key="validation.feedback_declined",
        label=_("A colleague gives no feedback for my portfolio"),
        group=VALIDATION,
        title=_("%(name)s gives no feedback"),
        text=_("For “%(theme)s”. You can ask somebody else."),
        action=_("View"),
    ),
    Kind(
        key="validation.look_along_comment",
        label=_("Somebody who looks along commented on my portfolio"),
        group=VALIDATION,
        title=_("%(name)s commented on your portfolio"),
        text=_("On “%(theme)s”."),
        action=_("Read the comment"),
        may_be_off=True,
    ),
)


def given(request: FeedbackRequest) -> None:
    _tell("validation.feedback_given", request, "feedback")


def declined(request: FeedbackRequest) -> None:
    _tell("validation.feedback_declined", request, "feedback")


def commented(look_along: LookAlong) -> None:
    _tell("validation.look_along_comment", look_along, "look_along")


def _tell(kind: str, row: FeedbackRequest | LookAlong, page: str) -> None:
    theme = row.theme
    url = reverse(f"validation:{page}", args=[theme.case_id, theme.pk])
    params = {"name": row.name, "theme": theme.theme.title}
    notify([theme.case.person], kind, about=row, url=url, params=params)
