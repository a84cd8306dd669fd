"""What people are told of networks; one module for each feature, called inside the transaction by networks.services."""

from networks.news import attendance, enrolments, meetings

KINDS = (*enrolments.KINDS, *meetings.KINDS, *attendance.KINDS)
