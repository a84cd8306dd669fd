"""What people are told of networks; one module for each feature, called inside the transaction by networks.services."""

from networks.news import (
    assignments,
    attendance,
    closing,
    enrolments,
    facilitators,
    interests,
    learning_questions,
    materials,
    meetings,
    messages,
    obligations,
    papers,
    polls,
    sign_up_messages,
    support,
)
from networks.news.belonging import for_members

KINDS = (
    *enrolments.KINDS,
    *facilitators.KINDS,
    *interests.KINDS,
    *sign_up_messages.KINDS,
    *obligations.KINDS,
    *closing.KINDS,
    *support.KINDS,
    *map(
        for_members,
        (
            *messages.KINDS,
            *meetings.KINDS,
            *materials.KINDS,
            *papers.KINDS,
            *attendance.KINDS,
            *polls.KINDS,
            *assignments.KINDS,
            *learning_questions.KINDS,
        ),
    ),
)
