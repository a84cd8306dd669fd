from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.languages import in_language
from accounts.models import User
from core.printable import one_line
from notifications import kinds
from notifications.delivery import USUAL_HOUR, USUAL_WEEKDAY, Delivery
from notifications.exchange import Exchange
from notifications.querysets import NotificationQuerySet


class Notification(models.Model):
    """One piece of news for one person. Only notifications.services writes it.

    It keeps the kind and the params, not the sentences: each reader gets them in the language of the moment. Of people
    it keeps who they are (`named`), not their names. Fetch many by `to_read()`, so that this asks nothing per row.
    `mail_due_at` is the next attempt to mail it, alone or in a digest; empty when no mail is wished for.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications")
    kind = models.CharField(max_length=100)
    params = models.JSONField(default=dict)
    url = models.CharField(max_length=1000)
    content_type = models.ForeignKey(ContentType, models.CASCADE, null=True, related_name="+")
    object_id = models.CharField(max_length=64, null=True)
    about = GenericForeignKey()
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    delivery = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.AT_ONCE)
    mail_due_at = models.DateTimeField(null=True)
    mail_attempts = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True)
    held = models.BooleanField(default=False, help_text="Meant for a mail of its own, at an hour without mail.")

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="inbox"),
            models.Index(fields=["recipient"], condition=models.Q(read_at=None), name="inbox_unread"),
            models.Index(fields=["mail_due_at"], condition=models.Q(mailed_at=None), name="mail_to_send"),
            models.Index(fields=["content_type", "object_id"], name="news_about"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The head line, in the active language."""
        kind = kinds.get(self.kind)
        return one_line(kind.filled(kind.title, self.filling))

    @property
    def text(self) -> str:
        """The sentences below the head line, in the active language."""
        kind = kinds.get(self.kind)
        return kind.filled(kind.text, self.filling)

    @property
    def filling(self) -> dict[str, str]:
        """What fills the texts: the params in the active language, and what people are called now."""
        spelled = kinds.get(self.kind).spelled
        words = {param: spelled[param](it) if param in spelled else it for param, it in self.params.items()}
        return words | {it.param: one_line(it.person.name) for it in self.named.all()}

    @property
    def action(self) -> str:
        """The text of the link, in the active language."""
        return str(kinds.get(self.kind).action)

    @property
    def exchange(self) -> Exchange | None:
        """What somebody said, as far as this recipient may read it now."""
        make = kinds.get(self.kind).exchange
        return make(self) if make else None

    @property
    def section(self) -> str:
        """The head line of its section in a digest, in the active language."""
        kind = kinds.get(self.kind)
        return one_line(self.params.get(kind.section, "")) or str(kind.group.label)

    def url_in(self, language: str) -> str:
        """The address it leads to, in the language."""
        return in_language(self.url, language)

    @classmethod
    def export(cls, person: User) -> list[dict[str, Any]]:
        """The person's notifications, for the export of own data."""
        return [
            {"title": row.title, "text": row.text, "url": row.url, "created_at": row.created_at, "read_at": row.read_at}
            for row in cls.objects.filter(recipient=person).to_read().order_by("pk")
        ]


class NamedPerson(models.Model):
    """Somebody whom a notification names, at the place of this param."""

    notification = models.ForeignKey(Notification, models.CASCADE, related_name="named")
    param = models.CharField(max_length=30)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notification", "param"], name="one_person_per_param")]

    def __str__(self) -> str:
        return f"{self.param}: {self.person}"


class MailPreference(models.Model):
    """How a person wants to hear of one kind of news; without a choice the kind's default counts."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_preferences")
    kind = models.CharField(max_length=100)
    delivery = models.CharField(max_length=10, choices=Delivery.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_mail_preference_per_kind")]

    def __str__(self) -> str:
        return f"{self.person} {self.kind}"


class DigestMoment(models.Model):
    """When a person's digests go out, on the clock here; without one the usual hour and day count."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest_moment")
    hour = models.PositiveSmallIntegerField(default=USUAL_HOUR)
    weekday = models.PositiveSmallIntegerField(default=USUAL_WEEKDAY)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(hour__lt=24), name="digest_hour_on_the_clock"),
            models.CheckConstraint(condition=models.Q(weekday__lt=7), name="digest_weekday_in_the_week"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.weekday} {self.hour}"


class Rest(models.Model):
    """When a person wants no mail, on the clock here; what is meant to come at once then waits for the end of it."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="rest")
    quiet_from = models.PositiveSmallIntegerField(null=True, help_text="Hour, 0 to 23; empty for no quiet hours.")
    quiet_until = models.PositiveSmallIntegerField(null=True)
    region = models.CharField(max_length=20, blank=True, help_text="Whose school holidays are without mail.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None) | models.Q(quiet_from__lt=24, quiet_until__lt=24),
                name="quiet_hours_on_the_clock",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.quiet_from} {self.quiet_until} {self.region}"

    @classmethod
    def export(cls, person: User) -> dict[str, Any]:
        """When the person wants no mail, for the export of own data."""
        return cls.objects.filter(person=person).values("quiet_from", "quiet_until", "region").first() or {}


class PushDevice(models.Model):
    """A browser that shows its person that there is something new. Only notifications.push writes it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    endpoint = models.CharField(max_length=1000, unique=True, help_text="The address of its push service.")
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=50)
    name = models.CharField(max_length=100)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("device")
        verbose_name_plural = _("devices")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.name}"
