"""Lets the planned dialogue of somebody have begun an hour ago; WORDS is who, before the @."""

import os
from datetime import timedelta

from django.utils import timezone

from validation.models import Dialogue

begun = timezone.now() - timedelta(hours=1)
of_person = Dialogue.objects.planned().filter(places__person__email__startswith=f"{os.environ['WORDS']}@")
Dialogue.objects.filter(pk__in=list(of_person.values_list("pk", flat=True))).update(
    starts_at=begun, ends_at=begun + timedelta(hours=6)
)
