from django.db import models

from community.querysets import EventCounterQuerySet, EventQuerySet


class EventCounter(models.Model):
    """The newest sequence number of a network; locked while an event is written (docs/adr on the event sequence)."""

    network = models.OneToOneField("networks.Network", models.CASCADE, primary_key=True, related_name="event_counter")
    last_seq = models.BigIntegerField(default=0)

    objects = EventCounterQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.network_id}: {self.last_seq}"


class NetworkEvent(models.Model):
    """One thing that happened in a network, at its place in the gap-free sequence.

    An event about a post holds no words: they are read from the post when the event is sent, so that what was
    deleted is nowhere left.
    """

    network = models.ForeignKey("networks.Network", models.CASCADE, related_name="events")
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=50)
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["network", "seq"], name="one_event_per_seq")]

    def __str__(self) -> str:
        return f"{self.network_id} {self.seq} {self.kind}"
