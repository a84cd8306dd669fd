from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse

from accounts import tabs
from accounts.devices import device_name

register = template.Library()


@register.inclusion_tag("accounts/components/settings_tabs.html", takes_context=True)
def settings_tabs(context: template.Context) -> dict[str, Any]:
    """The tabs of a person's settings, the one of this page marked."""
    request: HttpRequest = context["request"]
    here = request.resolver_match.view_name if request.resolver_match else ""
    return {
        "tabs": [
            {"label": tab.label, "url": reverse(tab.url_name), "current": here in (tab.url_name, *tab.names)}
            for tab in tabs.registered()
        ]
    }


@register.filter
def device(user_agent: str) -> str:
    """What the person recognises the browser by."""
    return device_name(user_agent)
