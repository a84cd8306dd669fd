"""Choosing what a practice begins with."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.harvest.words import quotable
from community.models import Post
from core.choices import offer
from core.refusals import RefusableForm


class HarvestForm(RefusableForm):
    """Which of the kept posts, which part of each, and what the practice is called."""

    posts = forms.TypedMultipleChoiceField(label=_("What do you want to quote?"), coerce=int)
    title = forms.CharField(
        label=_("Title of the practice"), max_length=200, help_text=_("You can change it as long as you write.")
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, posts: Sequence[Post], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.kept = posts
        offer(self, "posts", [(post.pk, str(post.pk)) for post in posts])
        for post in posts:
            self.fields[_part_of(post)] = forms.CharField(
                label=_("Only this part"),
                help_text=_("Take away what you do not quote, and write … in its place."),
                required=False,
                initial=quotable(post.body),
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def rows(self) -> list[tuple[Post, bool, forms.BoundField]]:
        """Each kept post: is it chosen, and the field with the part."""
        chosen = {str(it) for it in self["posts"].value() or []}
        return [(post, str(post.pk) in chosen, self[_part_of(post)]) for post in self.kept]

    @property
    def quotes(self) -> dict[int, str]:
        """What the service takes."""
        chosen = set(self.cleaned_data["posts"])
        return {post.pk: self.cleaned_data[_part_of(post)] for post in self.kept if post.pk in chosen}


def _part_of(post: Post) -> str:
    return f"text_{post.pk}"
