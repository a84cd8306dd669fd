"""The style guide, for who works on the site: everybody who may enter /admin/."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from core.styleguide.examples import examples
from core.styleguide.forms import ExampleForm
from core.styleguide.icons import icon_names

View = Callable[..., HttpResponse]


def for_staff(view: View) -> View:
    """A visitor may sign in; for somebody else there is no such page."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise NotFound
        return view(request, *args, **kwargs)

    return guarded("wagtailadmin.access_admin")(signed_in(wrapper))


@require_safe
@for_staff
def guide(request: HttpRequest) -> HttpResponse:
    """Every component in all its states."""
    return render(request, "core/styleguide/guide.html", examples(icon_names()))


@require_http_methods(["GET", "POST"])
@for_staff
def form(request: HttpRequest) -> HttpResponse:
    """A form that really checks and really takes a file, and then forgets both."""
    form = ExampleForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        messages.success(request, _("All is well. Nothing was stored: this is an example."))
        return redirect("core:styleguide")
    return render(request, "core/styleguide/form.html", {"form": form})


@require_http_methods(["GET", "POST"])
@for_staff
def question(request: HttpRequest) -> HttpResponse:
    """A page that asks before it acts; a link with data-dialog shows it as a dialog."""
    if request.method == "POST":
        messages.success(request, _("You said yes. Nothing was thrown away: this is an example."))
        return redirect("core:styleguide")
    return render(request, "core/styleguide/question.html")
