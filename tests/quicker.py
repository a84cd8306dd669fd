"""What makes the suite a third quicker without changing what it tells: `begin` before it collects, `settle` after."""

import gc
from importlib import import_module
from typing import Any

from django.template import Context, RequestContext, Template

client: Any = import_module("django.test.client")
keep_of_every_part = client.store_rendered_templates


def begin() -> None:
    """Keep the context of pages alone; a copy would be made for each icon, field and other part on them."""
    client.store_rendered_templates = _keep_of_pages


def settle() -> None:
    """What is loaded by now stays: look for rubbish among what the tests make, and not too often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _keep_of_pages(store: Any, signal: Any, sender: Any, template: Template, context: Context, **more: Any) -> None:
    if isinstance(context, RequestContext) and context.template is template:
        keep_of_every_part(store, signal, sender, template, context, **more)
