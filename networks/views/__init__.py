from networks.views.cockpit import accept, attendance, cockpit, request
from networks.views.signing_up import enrol, withdraw
from networks.views.space import learning_question, report, space

__all__ = [
    "accept",
    "attendance",
    "cockpit",
    "enrol",
    "learning_question",
    "report",
    "request",
    "space",
    "withdraw",
]
