from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from community.models.threads import Thread


class Following(models.Model):
    """What a person wants to hear of a network, or of one thread in it, which then goes before the network's."""

    class Level(models.TextChoices):
        EVERYTHING = "everything", _("Everything")
        CONCERNS = "concerns", _("What concerns me")
        NOTHING = "nothing", _("Nothing")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, related_name="+")
    level = models.CharField(max_length=10, choices=Level.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "network"], condition=models.Q(thread=None), name="one_level_per_network"
            ),
            models.UniqueConstraint(fields=["person", "thread"], name="one_level_per_thread"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.network_id} {self.level}"
