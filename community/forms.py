import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models import Following, Post, Thread
from community.services import LONGEST_TITLE
from core import richtext
from core.refusals import RefusableForm

LONGEST_TYPED = 15_000
LONGEST_RICH = 60_000


def text_area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "data-writing": ""})


class WritingForm(RefusableForm):
    """A message: typed in a plain box, or in the editor, which writes rich text into `rich`.

    `cleaned_data["body"]` is rich text in both cases.
    """

    body = forms.CharField(label=_("Your message"), max_length=LONGEST_TYPED, widget=text_area(5))
    rich = forms.CharField(
        required=False, max_length=LONGEST_RICH, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        rich = cleaned.pop("rich", "")
        if "body" in cleaned:
            cleaned["body"] = rich or self.from_typed(cleaned["body"])
        return cleaned

    def from_typed(self, text: str) -> str:
        return richtext.from_plain(text)


class ReplyForm(WritingForm):
    """The key makes a form that is sent twice one post."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class ThreadForm(WritingForm):
    field_order = ["kind", "title", "body"]

    kind = forms.ChoiceField(label=_("What kind of conversation?"))
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, may_announce: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        hidden = set() if may_announce else {Thread.Kind.ANNOUNCEMENT}
        self.fields["kind"].choices = [it for it in Thread.Kind.choices if it[0] not in hidden]  # type: ignore[attr-defined]


class FollowingForm(forms.Form):
    """What to hear of; for one thread it may be the same as for its network."""

    AS_NETWORK = "as_network"

    level = forms.ChoiceField(label=_("Tell me about"))

    def __init__(self, *args: Any, of_thread: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        as_network = [(self.AS_NETWORK, _("As for the whole discussion"))] if of_thread else []
        self.fields["level"].choices = [*as_network, *Following.Level.choices]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> str | None:
        """The level; None for the same as in the network."""
        level = self.cleaned_data["level"]
        return None if level == self.AS_NETWORK else level


class PostForm(WritingForm):
    """Changing a post; the version is the one its author read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31)

    def __init__(self, *args: Any, post: Post, **kwargs: Any):
        self.post, self.typed = post, richtext.to_plain(post.body)
        super().__init__(*args, initial={"body": self.typed, "version": post.version}, **kwargs)
        self.fields["body"].widget.attrs |= {"rows": 8, "data-rich": post.body}

    def from_typed(self, text: str) -> str:
        """What nobody touched in a plain text box keeps its markup."""
        return self.post.body if text.split() == self.typed.split() else super().from_typed(text)

    def read_anew(self, post: Post) -> None:
        """After a version conflict: keep what was typed, but for the newest version."""
        self.data = {**self.data.dict(), "version": str(post.version)}  # type: ignore[attr-defined]
