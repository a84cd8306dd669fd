import json
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community import services
from community.drafts import Begun
from community.excerpts import excerpt_of
from community.models import Following, Post, Thread
from community.services import LONGEST_TITLE
from core import richtext
from core.choices import offer
from core.files.fields import FilesField
from core.refusals import RefusableForm
from networks.models import Network

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


class IdsField(forms.CharField):
    """Ids with commas between them."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def clean(self, value: Any) -> list[int]:
        words = super().clean(value).split(",")
        return [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 19]


class SendingForm(WritingForm):
    """A new message: with files chosen here, or `kept`, which were sent while it was written.

    The key makes a form that is sent twice one post.
    """

    uploads = FilesField(label=_("Pictures and files"), required=False)
    kept = IdsField(required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, begun: Begun, **kwargs: Any):
        typed = richtext.to_plain(begun.body)
        cited = kwargs.get("initial", {}).get("body", "")
        kwargs["initial"] = {"body": f"{typed}\n\n{cited}" if typed and cited else typed or cited} | self.also(begun)
        super().__init__(*args, **kwargs)
        self.fields["body"].required = not (self.files or self.data.get("kept"))
        if not self.is_bound:
            self.fields["kept"].widget.attrs["data-files"] = json.dumps(begun.files)
            self.fields["body"].widget.attrs |= {"data-rich": begun.body} if begun.body and not cited else {}

    def also(self, begun: Begun) -> dict[str, Any]:
        """What else the form begins with."""
        return {}

    def keep_files(self, network: Network, by: Any) -> dict[str, Any]:
        """What the service takes; chosen files are kept first. Raises what `services.keep_file` does."""
        fields = dict(self.cleaned_data)
        made = [services.keep_file(network=network, by=by, file=file).pk for file in fields.pop("uploads")]
        return fields | {"files": [*fields.pop("kept"), *made]}


class ReplyForm(SendingForm):
    field_order = ["body", "uploads"]


class ThreadForm(SendingForm):
    field_order = ["kind", "title", "body", "uploads"]

    kind = forms.ChoiceField(label=_("What kind of conversation?"))
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)

    def also(self, begun: Begun) -> dict[str, Any]:
        return {"title": begun.title, "kind": begun.kind}

    def __init__(self, *args: Any, may_announce: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        hidden = set() if may_announce else {Thread.Kind.ANNOUNCEMENT}
        offer(self, "kind", [it for it in Thread.Kind.choices if it[0] not in hidden])


def _others(thread: Thread) -> list[tuple[Any, Any]]:
    """The other conversations of the same network or small group, the newest activity first."""
    others = thread.network.threads.living().filter(group=thread.group_id).exclude(pk=thread.pk).newest_activity_first()
    return list(others.values_list("pk", "title"))


class MoveForm(RefusableForm):
    """Which messages go where: to an existing conversation or a new one. posts: those on this page."""

    posts = forms.TypedMultipleChoiceField(label=_("Which messages?"), coerce=int, widget=forms.CheckboxSelectMultiple)
    to = forms.TypedChoiceField(label=_("To which conversation?"), coerce=int, empty_value=None, required=False)
    title = forms.CharField(label=_("Or the title of a new conversation"), max_length=LONGEST_TITLE, required=False)

    def __init__(self, *args: Any, thread: Thread, posts: Sequence[Post], **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "to", _others(thread), choose=True)
        movable = [post for post in posts if post.deleted_at is None and post.key != thread.key]
        offer(self, "posts", [(post.pk, _summary(post)) for post in movable])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "to" in cleaned and not cleaned["to"] and not cleaned.get("title"):
            self.add_error("to", _("Choose a conversation, or give a new one its title."))
        return cleaned


class MergeForm(RefusableForm):
    to = forms.TypedChoiceField(label=_("Into which conversation?"), coerce=int, empty_value=None)

    def __init__(self, *args: Any, thread: Thread, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "to", _others(thread), choose=True)


def _summary(post: Post) -> str:
    return f"{post.author.name}: {excerpt_of(post, 100)}"


class FollowingForm(forms.Form):
    """What to hear of; for one thread it may be the same as for its network."""

    AS_NETWORK = "as_network"

    level = forms.ChoiceField(label=_("Tell me about"))

    def __init__(self, *args: Any, of_thread: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        as_network = [(self.AS_NETWORK, _("As for the whole discussion"))] if of_thread else []
        offer(self, "level", [*as_network, *Following.Level.choices])

    @property
    def chosen(self) -> str | None:
        """The level; None for the same as in the network."""
        level = self.cleaned_data["level"]
        return None if level == self.AS_NETWORK else level


class PostFilesForm(RefusableForm):
    """What is in the pictures of a post, and more files for it."""

    uploads = FilesField(label=_("Add pictures and files"), required=False)

    def __init__(self, *args: Any, post: Post, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.pictures = {f"alt_{it.pk}": it for it in post.files.all() if it.is_picture}
        for name, picture in self.pictures.items():
            self.fields[name] = forms.CharField(
                label=_("What is in the picture “%(name)s”?") % {"name": picture.name},
                help_text=_("One sentence for people who do not see it."),
                max_length=services.LONGEST_ALT,
                required=False,
                initial=picture.alt,
            )


class PostForm(WritingForm):
    """Changing a post; the version is the one its author read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31)

    def __init__(self, *args: Any, post: Post, **kwargs: Any):
        self.post, self.typed = post, richtext.to_plain(post.body)
        kwargs["initial"] = {"body": self.typed, "version": post.version}
        super().__init__(*args, **kwargs)
        self.fields["body"].widget.attrs |= {"rows": 8, "data-rich": post.body}

    def from_typed(self, text: str) -> str:
        """What nobody touched in a plain text box keeps its markup."""
        return self.post.body if text.split() == self.typed.split() else super().from_typed(text)

    def read_anew(self, post: Post) -> None:
        """After a version conflict: keep what was typed, but for the newest version."""
        self.data = {**self.data.dict(), "version": str(post.version)}  # type: ignore[attr-defined]
