"""One language for a person: chosen on the site or in Wagtail's own settings of the workplace, it holds in both."""

from collections.abc import Collection
from typing import Any

from django.db.models.signals import post_save

from accounts.models import User


def connect() -> None:
    from wagtail.users.models import UserProfile

    post_save.connect(_chosen_in_workplace, sender=UserProfile, dispatch_uid="accounts.language")
    post_save.connect(_chosen_on_site, sender=User, dispatch_uid="accounts.language")


def _chosen_in_workplace(instance: Any, **kwargs: Any) -> None:
    if instance.preferred_language:
        User.objects.filter(pk=instance.user_id).update(language=instance.preferred_language)


def _chosen_on_site(instance: User, created: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    from wagtail.users.models import UserProfile

    if not created and (update_fields is None or "language" in update_fields):
        chosen = UserProfile.objects.filter(user=instance).exclude(preferred_language__in=["", instance.language])
        chosen.update(preferred_language=instance.language)
