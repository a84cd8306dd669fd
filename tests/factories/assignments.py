"""Assignments, and what people make of them."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from networks.models import Assignment, HandIn
from tests.factories.networks import EnrolmentFactory, NetworkFactory


class AssignmentFactory(DjangoModelFactory):
    """Set without a date; each participant hands in, and everybody reads it."""

    class Meta:
        model = Assignment

    network = factory.SubFactory(NetworkFactory)
    title = "Breng het toetsbeleid in kaart"
    text = "Welke toetsen neemt uw school af, en waarom?"


class HandInFactory(DjangoModelFactory):
    """Handed in by a participant."""

    class Meta:
        model = HandIn

    assignment = factory.SubFactory(AssignmentFactory)
    enrolment = factory.LazyAttribute(lambda it: EnrolmentFactory(network=it.assignment.network))
    state = HandIn.State.HANDED_IN
    text = "Wij toetsen vooral om te becijferen."
    handed_in_at = factory.LazyFunction(timezone.now)
    version = 2
