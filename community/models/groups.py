"""Small groups (intervisiegroepen) inside a network, whose talk only their members read."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.groups.querysets import SmallGroupQuerySet


class SmallGroup(models.Model):
    """A few members of one network who talk among themselves. It is never deleted; a closed one is still read."""

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="small_groups")
    name = models.CharField(_("name"), max_length=80)
    purpose = models.TextField(_("purpose"), blank=True)
    founder = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    objects = SmallGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("small group")
        verbose_name_plural = _("small groups")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["network", "name"], name="groups_by_name")]
        constraints = [models.UniqueConstraint(fields=["founder", "key"], name="one_group_per_key")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("community:group", args=[self.network.slug, self.pk])

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


class GroupPlace(models.Model):
    """Somebody's place in a small group, or the invitation to take it. Who left or said no has no row."""

    class State(models.TextChoices):
        INVITED = "invited", _("Invited")
        MEMBER = "member", _("Member")

    group = models.ForeignKey(SmallGroup, models.CASCADE, related_name="places")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="group_places")
    state = models.CharField(max_length=10, choices=State.choices)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["since", "pk"]
        constraints = [models.UniqueConstraint(fields=["group", "person"], name="one_place_per_group")]
        indexes = [models.Index(fields=["person", "state"], name="places_of_a_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.group_id} {self.state}"


class GroupFounding(models.Model):
    """Whether the participants of a network found small groups themselves; without a row they do."""

    network = models.OneToOneField("networks.Network", models.CASCADE, primary_key=True, related_name="+")
    by_participants = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.network_id} {self.by_participants}"
