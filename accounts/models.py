from typing import Any

import rules
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.managers import UserManager
from accounts.personal_rules import is_personal
from core.files import private_name
from core.once import once


def photo_path(person: "User", filename: str) -> str:
    return private_name("people")


class User(AbstractUser):
    """A person with an account. Signs in with the mail address; works at schools (schools.Employment)."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("mail address"), unique=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="nl")
    job_title = models.CharField(_("function"), max_length=100, blank=True)
    telephone = models.CharField(_("telephone"), max_length=30, blank=True)
    photo = models.FileField(_("photo"), upload_to=photo_path, max_length=200, blank=True, editable=False)
    photo_public = models.BooleanField(_("photo shown to everybody"), default=False)

    erased_at = models.DateTimeField(null=True, editable=False)

    # What to look for in texts while the account is ended: the name and the mail address of before; accounts.erasure
    # sets it.
    known_as: tuple[str, ...] = ()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []  # type: ignore[misc]
    objects = UserManager()  # type: ignore[misc]

    class Meta(AbstractUser.Meta):
        verbose_name = _("person")  # type: ignore[assignment]
        verbose_name_plural = _("people")  # type: ignore[assignment]
        ordering = ["last_name", "first_name", "pk"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_mail_address")]

    def __str__(self) -> str:
        return self.name

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """As Django, but a personal rule about a thing holds for a superuser as for everybody."""
        if obj is not None and is_personal(perm):
            return bool(rules.has_perm(perm, self, obj))
        return super().has_perm(perm, obj)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()  # whoever writes it: signing in compares small letters
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        """How others see this person; somebody without a name yet is shown by the part before the @."""
        if self.erased_at:
            return gettext("Former participant")
        return self.get_full_name() or self.email.partition("@")[0]

    @property
    def photo_url(self) -> str:
        """Where who may see it finds the picture; empty for somebody without one. Another picture, another address."""
        if not self.photo:
            return ""
        return f"{reverse('accounts:photo', args=[self.pk])}?v={str(self.photo.name)[-8:]}"

    @property
    def group_names(self) -> frozenset[str]:
        """Names of the groups (Beheer, Redactie)."""
        return once(("groups", self.pk), lambda: frozenset(self.groups.values_list("name", flat=True)), steady=True)
