"""Reading lists: keeping a practice, and coming back to what one kept."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.access import guarded, signed_in
from core.errors import NotFound
from networks.views.forms import status_of, stored
from resources.lists import services
from resources.lists.forms import KeepForm, NameForm
from resources.lists.policies import get_list_for, get_practice_to_keep
from resources.models import Practice, ReadingList


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def reading_lists(request: HttpRequest) -> HttpResponse:
    """The own lists, and making a new one."""
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = stored(form, lambda: services.make_list(person=request.user, name=form.cleaned_data["name"]))
        if made:
            return redirect(made)
    context = {"lists": ReadingList.objects.of(request.user), "form": form}
    return render(request, "resources/lists/lists.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.keep_list")
def reading_list(request: HttpRequest, pk: int) -> HttpResponse:
    """One list, to read and to print; its name can be changed here."""
    found = get_list_for(request.user, pk)
    form = NameForm(request.POST or None, initial={"name": found.name})

    def rename() -> object:
        return services.rename_list(list_=found, by=request.user, name=form.cleaned_data["name"])

    if request.method == "POST" and form.is_valid() and stored(form, rename):
        messages.success(request, _("The list has a new name."))
        return redirect(found)
    kept = list(found.kept.order_by("-pk"))
    practices = Practice.objects.published().filter(pk__in=[it.practice_id for it in kept])
    by_id = {it.pk: it for it in practices.with_facts().counting_materials()}
    rows = [(it, by_id.get(it.practice_id)) for it in kept]
    context = {"list": found, "rows": rows, "form": form}
    return render(request, "resources/lists/list.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.keep_list")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and throw a list away; a second press finds it gone already."""
    try:
        found = get_list_for(request.user, pk)
    except NotFound:
        if request.method == "POST":
            return redirect("resources:reading_lists")
        raise
    if request.method == "POST":
        services.drop_list(list_=found, by=request.user)
        messages.success(request, _("The list is removed."))
        return redirect("resources:reading_lists")
    return render(request, "resources/lists/drop.html", {"list": found})


@require_POST
@signed_in
@guarded("resources.keep_list")
def take_off(request: HttpRequest, pk: int, kept: int) -> HttpResponse:
    """Take one practice off the list; a second press finds it gone already."""
    found = get_list_for(request.user, pk)
    services.take_off(list_=found, by=request.user, kept=kept)
    return redirect(found)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.see_practice")
def keep(request: HttpRequest, slug: str) -> HttpResponse:
    """On which of the own lists this practice stands."""
    practice = get_practice_to_keep(request.user, slug)
    form = KeepForm(request.POST or None, person=request.user, practice=practice)
    if request.method == "POST" and form.is_valid() and stored(form, lambda: _keep(request, practice, form)):
        messages.success(request, _("Your reading lists are kept."))
        return redirect(practice)
    context = {"practice": practice, "form": form, "submit": _("Save")}
    return render(request, "resources/lists/keep.html", context, status=status_of(form))


@transaction.atomic
def _keep(request: HttpRequest, practice: Practice, form: KeepForm) -> None:
    lists = form.chosen
    if form.cleaned_data["name"]:
        lists = [*lists, services.make_list(person=request.user, name=form.cleaned_data["name"])]
    services.keep_on(practice=practice, by=request.user, lists=lists, offered=form.shown)
