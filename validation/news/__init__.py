"""What people are told about validation; called inside the transaction by validation.services."""

from validation.news import assessing, course, feedback

KINDS = (*feedback.KINDS, *course.KINDS, *assessing.KINDS)
