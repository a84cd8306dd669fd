"""What people are told about validation; called inside the transaction by validation.services."""

from validation.news import course, feedback

KINDS = (*feedback.KINDS, *course.KINDS)
