"""What members tell each other of themselves."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.querysets import BlockQuerySet, SparRequestQuerySet


class PeerProfile(models.Model):
    """What a member offers and seeks, for the members of the networks that the person is at home in."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="peer_profile"
    )
    offers = models.TextField(_("what you offer"), blank=True)
    seeks = models.TextField(_("what you seek"), blank=True)
    themes = models.ManyToManyField("networks.Theme", related_name="+", blank=True, verbose_name=_("themes"))
    name_only = models.BooleanField(_("show only my name"), default=False)
    no_requests = models.BooleanField(_("no requests, please"), default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("profile for peers")
        verbose_name_plural = _("profiles for peers")

    def __str__(self) -> str:
        return str(self.person_id)


class Block(models.Model):
    """The person wants no requests of the other. The other is not told, and reads what everybody reads."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    blocked = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "blocked"], name="one_block_per_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.blocked_id}"


class SparRequest(models.Model):
    """A member asks another for a talk about something (sparren). Only the two know of it."""

    class How(models.TextChoices):
        CALL = "call", _("By telephone")
        VIDEO = "video", _("By video call")
        VISIT = "visit", _("At one of our schools")
        ANY = "any", _("Whatever suits you")

    class State(models.TextChoices):
        OPEN = "open", _("Waits for an answer")
        ACCEPTED = "accepted", _("Yes, gladly")
        LATER = "later", _("Not now, ask again later")
        DECLINED = "declined", _("No, thank you")
        WITHDRAWN = "withdrawn", _("Taken back")

    ANSWERS = (State.ACCEPTED, State.LATER, State.DECLINED)

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="+")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    asked = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    subject = models.TextField(_("what about"))
    when = models.CharField(_("when it suits"), max_length=200, blank=True)
    how = models.CharField(_("how"), max_length=10, choices=How.choices, default=How.ANY)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)

    objects = SparRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for a talk")
        verbose_name_plural = _("requests for a talk")
        constraints = [
            models.UniqueConstraint(
                fields=["network", "asker", "asked"], condition=models.Q(state="open"), name="one_open_request_per_pair"
            )
        ]

    def __str__(self) -> str:
        return f"{self.asker_id} {self.asked_id} {self.state}"

    def get_absolute_url(self) -> str:
        return reverse("community:spar_request", args=[self.network.slug, self.pk])

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    def other_than(self, person: Any) -> Any:
        """The other of the two."""
        return self.asked if self.asker_id == person.pk else self.asker
