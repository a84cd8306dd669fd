from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Interest(models.Model):
    """Somebody wants to hear when a network lets people in, or begins. Only networks.services writes it.

    The row goes with the one message that it is for.
    """

    class Awaits(models.TextChoices):
        SIGN_UP = "sign_up", _("that people can sign up")
        FIRST_DATE = "first_date", _("the first date")

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="interests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="network_interests")
    awaits = models.CharField(max_length=10, choices=Awaits.choices)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "person"], name="one_interest_per_person")]

    def __str__(self) -> str:
        return f"{self.person} - {self.network}"
