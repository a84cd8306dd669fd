"""What people are told about validation; called inside the transaction by validation.services."""

from validation.news import assessing, certificates, course, feedback, talks

KINDS = (*feedback.KINDS, *course.KINDS, *assessing.KINDS, *talks.KINDS, *certificates.KINDS)
