from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import offer
from core.refusals import RefusableForm
from networks.forms.texts import text_field
from networks.models import SignUpQuestion
from networks.models.options import ENGLISH_HELP
from networks.services.asking import LONGEST
from networks.services.sign_up_questions import condition_of


class SignUpQuestionForm(RefusableForm):
    """One question at sign-up, with the earlier ones on which it may depend."""

    text = forms.CharField(label=_("Question"), max_length=LONGEST)
    text_en = forms.CharField(
        label=_("Question in English"),
        max_length=LONGEST,
        required=False,
        help_text=_("For who reads the site in English. Left empty, they read the question above."),
    )
    help_text = forms.CharField(
        label=_("Explanation"),
        max_length=LONGEST,
        required=False,
        help_text=_("Below the question: why you ask, or an example."),
    )
    help_text_en = forms.CharField(label=_("Explanation in English"), max_length=LONGEST, required=False)
    kind = forms.ChoiceField(
        label=_("Kind of answer"),
        choices=SignUpQuestion.Kind.choices,
        initial=SignUpQuestion.Kind.TEXT,
        widget=forms.RadioSelect,
    )
    choices = text_field(_("Answers to choose from"), rows=4, help_text=_("One on each line. Only for a choice."))
    choices_en = text_field(_("Answers in English"), rows=4, help_text=ENGLISH_HELP)
    required = forms.BooleanField(
        label=_("An answer is needed"), required=False, initial=True, help_text=_("Nobody signs up without it.")
    )
    only_after = forms.ChoiceField(
        label=_("When do you ask it?"),
        required=False,
        help_text=_("Always, or only after a certain answer to an earlier question."),
    )
    only_after_answer = forms.CharField(
        label=_("After which answer to that question?"), max_length=LONGEST, required=False
    )

    class Media:
        js = (forms.Script("networks/conditional.js", type="module"),)

    def __init__(
        self, *args: Any, questions: Sequence[SignUpQuestion], question: SignUpQuestion | None = None, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        for name in ("choices", "choices_en"):
            self.fields[name].required = False
            self.fields[name].widget.attrs |= {"data-only-after": "kind", "data-answer": SignUpQuestion.Kind.CHOICE}
        number = questions.index(question) if question else len(questions)
        self.earlier = {str(it.pk): it for it in questions[:number]}
        names = [(pk, f"{place}. {it.label}") for place, (pk, it) in enumerate(self.earlier.items(), 1)]
        offer(self, "only_after", [("", _("Always")), *names])
        self.fields["only_after_answer"].widget.attrs["data-only-after"] = "only_after"
        if not names:
            del self.fields["only_after"], self.fields["only_after_answer"]
        if question:
            self.initial = {name: getattr(question, name) for name in self.fields}
            condition = condition_of(question, questions)
            self.initial["only_after"] = str(condition.pk) if condition else ""

    @property
    def facts(self) -> dict[str, Any]:
        """What networks.services takes."""
        given = dict(self.cleaned_data)
        return given | {"only_after": self.earlier.get(given.get("only_after", ""))}
