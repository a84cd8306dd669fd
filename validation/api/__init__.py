"""Validation through the API (CONTRACT: API); one module for each feature."""

from importlib import import_module

from ninja import Router

router = Router()
FEATURES = ("programmes", "cases", "portfolios", "coordinating", "assessing", "outcomes", "scans")
for feature in FEATURES:
    router.add_router("", import_module(f"validation.api.{feature}").router)
