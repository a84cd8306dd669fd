"""The blocks from which editors build a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home import overview

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "blockquote"]
SHORT_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class NoticeBlock(blocks.StructBlock):
    """Something that must not be missed."""

    kind = blocks.ChoiceBlock(
        [("info", _("Information")), ("ok", _("Good news")), ("warn", _("Take care"))], default="info", label=_("Kind")
    )
    text = blocks.RichTextBlock(features=SHORT_TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "warning"
        label = _("Notice")
        template = "home/blocks/notice.html"


class StepBlock(blocks.StructBlock):
    """One step of a step plan."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = blocks.RichTextBlock(features=SHORT_TEXT_FEATURES, required=False, label=_("Explanation"))


class StepsBlock(blocks.StructBlock):
    """A step plan: what comes after what."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"))

    class Meta:
        icon = "list-ol"
        label = _("Step plan")
        template = "home/blocks/steps.html"


class QuestionBlock(blocks.StructBlock):
    """A question that is asked often, with its answer."""

    question = blocks.CharBlock(max_length=200, label=_("Question"))
    answer = blocks.RichTextBlock(features=SHORT_TEXT_FEATURES, label=_("Answer"))


class QuestionsBlock(blocks.StructBlock):
    """Questions and answers; each answer opens by itself, without a script."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    questions = blocks.ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = "home/blocks/questions.html"


class NetworksBlock(blocks.StructBlock):
    """The networks that run or take new participants, soonest meeting first."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    limit = blocks.IntegerBlock(default=6, min_value=1, max_value=12, label=_("At most this many"))

    class Meta:
        icon = "group"
        label = _("Running networks")
        template = "home/blocks/networks.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return context | {"networks": overview.running_networks(value["limit"])}


class PracticesBlock(blocks.StructBlock):
    """The practices that were published last."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    limit = blocks.IntegerBlock(default=3, min_value=1, max_value=12, label=_("At most this many"))

    class Meta:
        icon = "doc-full"
        label = _("Newest practices")
        template = "home/blocks/practices.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return context | {"practices": overview.newest_practices(value["limit"])}


class StandardBlocks(blocks.StreamBlock):
    """What a standard page may hold."""

    text = blocks.RichTextBlock(
        features=TEXT_FEATURES, icon="pilcrow", label=_("Text"), template="home/blocks/text.html"
    )
    notice = NoticeBlock()
    steps = StepsBlock()
    questions = QuestionsBlock()


class HomeBlocks(StandardBlocks):
    """What the home page may hold besides: lists that keep themselves up to date."""

    networks = NetworksBlock()
    practices = PracticesBlock()
