"""Keeps rows in step with their objects: saves, deletions, and what Wagtail does to pages and snippets."""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move, published, unpublished

from search import searchable, services


def connect() -> None:
    """Listen to every kind registered, and to Wagtail."""
    searchable.on_register(_listen_to)
    for signal in (published, unpublished, page_published, page_unpublished):
        signal.connect(_on_published, dispatch_uid="search.published")
    for signal in (post_page_move, page_slug_changed):
        signal.connect(_on_branch_changed, dispatch_uid="search.branch")
    for signal in (post_save, post_delete):
        signal.connect(_on_restricted, sender=PageViewRestriction, dispatch_uid="search.restricted")


def _listen_to(kind: searchable.Searchable) -> None:
    for signal in (post_save, post_delete):
        signal.connect(_on_change, sender=kind.model, dispatch_uid=f"search.change.{kind.model._meta.label}")


def _on_change(sender: type[models.Model], instance: models.Model, raw: bool = False, **kwargs: Any) -> None:
    if not raw:  # a fixture brings its own rows
        services.refresh(instance)


def _on_published(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    """Tags and other children of a clusterable model are saved after post_save, but before this."""
    services.refresh(instance.specific if isinstance(instance, Page) else instance)


def _on_branch_changed(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    _refresh_branch(instance)


def _on_restricted(sender: type[PageViewRestriction], instance: PageViewRestriction, **kwargs: Any) -> None:
    """Of the page where it stands now: whoever restricts it may have read it before it was moved."""
    if page := Page.objects.filter(pk=instance.page_id).first():
        _refresh_branch(page)


def _refresh_branch(page: Page) -> None:
    """A page's address and privacy are those of all pages below it."""
    for kind in searchable.registered():
        if issubclass(kind.model, Page):
            below = Page.objects.type(kind.model).descendant_of(page, inclusive=True)
            services.refresh_ids(kind, below.values_list("pk", flat=True))
