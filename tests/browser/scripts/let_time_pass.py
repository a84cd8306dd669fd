"""Lets time pass in a network by moving what is dated into the past: until its meeting began an hour ago, or a day."""

import os
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from networks.models import Enrolment, Meeting, Network

slug, until = os.environ["WORDS"].split()
network = Network.objects.get(slug=slug)
passed = timedelta(days=1)
if until == "meeting":
    passed = network.next_meeting.starts_at - timezone.now() + timedelta(hours=1)
Meeting.objects.of(network).update(starts_at=F("starts_at") - passed, ends_at=F("ends_at") - passed)
Enrolment.objects.filter(network=network).update(joined_at=F("joined_at") - passed)
