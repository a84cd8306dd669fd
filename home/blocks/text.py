"""Blocks of words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "blockquote"]
SHORT_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class NoticeBlock(blocks.StructBlock):
    """Something that must not be missed."""

    kind = blocks.ChoiceBlock(
        [("info", _("Information")), ("ok", _("Good news")), ("warn", _("Take care"))],
        default="info",
        label=_("Kind"),
        help_text=_("This gives the notice its colour and its sign."),
    )
    text = blocks.RichTextBlock(
        features=SHORT_TEXT_FEATURES, label=_("Text"), help_text=_("One or two sentences: what is it, until when?")
    )

    class Meta:
        icon = "warning"
        label = _("Notice")
        description = _("Something that must not be missed. Use it sparingly.")
        template = "home/blocks/notice.html"
        preview_value = {"kind": "info", "text": "<p>Op 24 december is het bureau gesloten.</p>"}


class QuoteBlock(blocks.StructBlock):
    """What somebody said."""

    quote = blocks.TextBlock(
        max_length=600, label=_("Quote"), help_text=_("Without quotation marks. Ask first whether you may use it.")
    )
    by = blocks.CharBlock(max_length=120, required=False, label=_("Who said it"), help_text=_("First and last name."))
    role = blocks.CharBlock(
        max_length=120,
        required=False,
        label=_("Role or school"),
        help_text=_("For example: rector of a school in Groningen."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("What somebody said, with the name below it.")
        template = "home/blocks/quote.html"
        preview_value = {
            "quote": "Na drie bijeenkomsten durfden wij het eerste cijfer te schrappen.",
            "by": "Sanne de Vries",
            "role": "Het Noorderlyceum",
        }


class StepBlock(blocks.StructBlock):
    """One step of a step plan."""

    title = blocks.CharBlock(max_length=120, label=_("Title"), help_text=_("What somebody does in this step."))
    text = blocks.RichTextBlock(
        features=SHORT_TEXT_FEATURES, required=False, label=_("Explanation"), help_text=_("How, and with whose help.")
    )


class StepsBlock(blocks.StructBlock):
    """A step plan: what comes after what."""

    heading = blocks.CharBlock(
        max_length=120, label=_("Heading"), help_text=_("What one has done after the last step.")
    )
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), help_text=_("They get their numbers by themselves."))

    class Meta:
        icon = "list-ol"
        label = _("Step plan")
        description = _("What comes after what, numbered.")
        template = "home/blocks/steps.html"
        preview_value = {
            "heading": "Zo doet u mee",
            "steps": [
                {"title": "Meld u aan", "text": "<p>U vertelt welke vraag uw school heeft.</p>"},
                {"title": "Leer samen", "text": "<p>U werkt in vijf bijeenkomsten aan die vraag.</p>"},
            ],
        }


class QuestionBlock(blocks.StructBlock):
    """A question that is asked often, with its answer."""

    question = blocks.CharBlock(max_length=200, label=_("Question"), help_text=_("As a visitor would ask it."))
    answer = blocks.RichTextBlock(
        features=SHORT_TEXT_FEATURES, label=_("Answer"), help_text=_("Short: the answer first, then the explanation.")
    )


class QuestionsBlock(blocks.StructBlock):
    """Questions and answers; each answer opens by itself, without a script."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"), help_text=_("What the questions are about."))
    questions = blocks.ListBlock(
        QuestionBlock(),
        label=_("Questions"),
        help_text=_("Each answer folds open when a visitor chooses its question."),
    )

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("A few questions whose answers fold open. For many, make a page of questions and answers.")
        template = "home/blocks/questions.html"
        preview_value = {
            "heading": "Vragen",
            "questions": [{"question": "Kost deelname geld?", "answer": "<p>Nee, deelname is gratis.</p>"}],
        }


class CardBlock(blocks.StructBlock):
    """One card: where it leads, and why one would go there."""

    title = blocks.CharBlock(
        max_length=80, label=_("Title"), help_text=_("A few words; with a link they are the text of it.")
    )
    text = blocks.TextBlock(
        max_length=300, required=False, label=_("Text"), help_text=_("Why one would go there, in one or two sentences.")
    )
    page = blocks.PageChooserBlock(
        required=False, label=_("Leads to this page"), help_text=_("The link follows when the page moves.")
    )
    address = blocks.URLBlock(
        required=False, label=_("Or to this address"), help_text=_("On another site, with https:// in front.")
    )


class CardsBlock(blocks.StructBlock):
    """Short texts beside each other."""

    heading = blocks.CharBlock(
        max_length=120, required=False, label=_("Heading"), help_text=_("Above the cards; may be left empty.")
    )
    cards = blocks.ListBlock(
        CardBlock(), max_num=6, label=_("Cards"), help_text=_("At most six; two, three or six look best.")
    )

    class Meta:
        icon = "grip"
        label = _("Cards")
        description = _("Up to six short texts beside each other, each with a link if you like.")
        template = "home/blocks/cards.html"
        preview_value = {
            "heading": "Wat u hier vindt",
            "cards": [
                {"title": "Leernetwerken", "text": "Een jaar lang samen aan een vraag van uw school."},
                {"title": "Praktijkvoorbeelden", "text": "Wat andere scholen probeerden, en wat het bracht."},
            ],
        }
