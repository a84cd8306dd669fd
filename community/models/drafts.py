from django.conf import settings
from django.db import models

from community.models.threads import Thread


class Draft(models.Model):
    """What somebody is writing, which nobody else sees.

    One reply for each thread, and one new thread for each network and each small group.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="+")
    group = models.ForeignKey(
        "community.SmallGroup", models.CASCADE, null=True, related_name="+", help_text="Of a new thread in a group."
    )
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    files = models.JSONField(default=list, help_text="Numbers of files that wait to be sent with it.")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "network"], condition=models.Q(thread=None, group=None), name="one_new_thread_begun"
            ),
            models.UniqueConstraint(
                fields=["person", "group"], condition=models.Q(thread=None), name="one_new_thread_begun_per_group"
            ),
            models.UniqueConstraint(fields=["person", "thread"], name="one_reply_begun_per_thread"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.network_id} {self.thread_id}"
