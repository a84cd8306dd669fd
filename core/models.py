from django.conf import settings
from django.db import models


class TimeStamped(models.Model):
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class IdempotencyKey(models.Model):
    """The answer given to a creating request, so that sending it again answers the same and makes nothing new."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    operation = models.CharField(max_length=300)
    body_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    content = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "operation", "key"], name="one_answer_per_key")]

    def __str__(self) -> str:
        return f"{self.operation} {self.key}"


class PublicChange(models.Model):
    """Something changed that visitors may see. Only core.page_cache.changes writes and adds up these rows."""

    step = models.BigIntegerField()

    def __str__(self) -> str:
        return str(self.step)


class PeriodicJob(models.Model):
    """When a job of the scheduler is due. Only core.periodic writes it; its row is what two schedulers compete for."""

    name = models.CharField(max_length=100, unique=True)
    due_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
