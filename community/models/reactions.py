from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from community.models.posts import Post


class Reaction(models.Model):
    """A word of a person about a post, for which a message would be too much; one of each kind."""

    class Kind(models.TextChoices):
        THANKS = "thanks", _("Thank you")
        AGREE = "agree", _("I see that too")
        USEFUL = "useful", _("I will use this")
        APPLAUSE = "applause", _("Well done")

    post = models.ForeignKey(Post, models.CASCADE, related_name="reactions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["post", "person", "kind"], name="one_reaction_of_each_kind")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.post_id} {self.kind}"
