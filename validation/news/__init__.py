"""What people are told about validation; called inside the transaction by validation.services."""

from validation.news import assessing, certificates, course, dialogue_kinds, feedback, guidance, scans, talks

KINDS = (
    *feedback.KINDS,
    *course.KINDS,
    *assessing.KINDS,
    *talks.KINDS,
    *dialogue_kinds.KINDS,
    *guidance.KINDS,
    *scans.KINDS,
    *certificates.KINDS,
)
