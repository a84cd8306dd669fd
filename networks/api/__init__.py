"""Networks through the API (CONTRACT: API); one module for each feature."""

from importlib import import_module

from ninja import Router

router = Router()
FEATURES = (
    "networks",
    "meetings",
    "materials",
    "papers",
    "enrolments",
    "interests",
    "sign_up_questions",
    "guests",
    "experts",
    "attendance",
    "obligations",
    "polls",
    "assignments",
    "hand_ins",
    "learning_questions",
    "sources",
    "support",
    "evaluation",
    "closing",
    "cockpit",
    "calendars",
)
for feature in FEATURES:
    router.add_router("", import_module(f"networks.api.{feature}").router)
