"""What other apps may want to know; sent inside the transaction, with `network` and `person`."""

from django.dispatch import Signal

membership_started = Signal()
membership_ended = Signal()
