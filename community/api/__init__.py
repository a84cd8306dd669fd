"""The discussion through the API (CONTRACT: API); one module for each subject."""

from importlib import import_module

from ninja import Router

router = Router()
for subject in ("threads", "posts", "files", "drafts", "moving", "reactions", "reading", "following", "finding"):
    router.add_router("", import_module(f"community.api.{subject}").router)
for package in ("care", "groups", "harvest", "peers"):
    router.add_router("", import_module(f"community.{package}.api").router)
