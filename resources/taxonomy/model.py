from django.db import models
from django.utils.translation import gettext_lazy as _


class TagFacts(models.Model):
    """What editors say of a keyword. Only resources.taxonomy writes it."""

    tag = models.OneToOneField("taggit.Tag", models.CASCADE, related_name="facts")
    broader = models.ForeignKey(
        "networks.Theme", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("broader theme")
    )

    class Meta:
        verbose_name = _("facts of a keyword")
        verbose_name_plural = _("facts of keywords")

    def __str__(self) -> str:
        return str(self.tag)


class Synonym(models.Model):
    """Another word for a keyword, in small letters: who types it gets the keyword."""

    word = models.CharField(max_length=100, unique=True)
    tag = models.ForeignKey("taggit.Tag", models.CASCADE, related_name="synonyms")

    class Meta:
        verbose_name = _("other word for a keyword")
        verbose_name_plural = _("other words for keywords")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word
