"""Sharing a practice: writing, changing, submitting, withdrawing."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.errors import DomainError, NotAllowed, NotFound
from resources import services
from resources.errors import MayNotContribute, PracticeIncomplete
from resources.forms import MaterialForm, PracticeForm
from resources.models import Practice
from resources.policies import (
    can_change,
    can_contribute,
    can_withdraw,
    contributes_to,
    get_material_for,
    get_practice_for,
)
from resources.services.content import missing_from
from schools.models import School

MOST_SHOWN = 200


@require_safe
@signed_in
def own_practices(request: HttpRequest) -> HttpResponse:
    """Everything that the person contributed, in whatever state."""
    practices = Practice.objects.contributed_by(request.user).with_facts().order_by("-updated_at", "-pk")
    context = {
        "practices": practices[:MOST_SHOWN],
        "may_contribute": can_contribute.test(request.user),
        "quoted_in": Practice.objects.quoting(request.user)[:MOST_SHOWN],
    }
    return render(request, "resources/own_practices.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def contribute(request: HttpRequest) -> HttpResponse:
    """Write a new practice. A double click makes one: the form carries a key."""
    if not can_contribute.test(request.user):
        raise MayNotContribute
    if request.method == "GET":
        form = PracticeForm(person=request.user, initial=_known(request))
        return render(request, "resources/contribute.html", {"form": form})
    form = PracticeForm(request.POST, request.FILES, person=request.user)
    if form.is_valid():
        try:
            with transaction.atomic():
                practice = services.create_practice(
                    contributor=request.user, key=form.cleaned_data["key"], **form.content()
                )
                if practice.version == 1:
                    _add_materials(practice, form, request)
            return _saved(request, practice)
        except DomainError as error:
            form.show(error)
    return render(request, "resources/contribute.html", {"form": form})


def _known(request: HttpRequest) -> dict[str, Any]:
    """What need not be asked: the network one comes from, the main school, how to reach the person."""
    person = request.user
    networks = list(contributes_to(person)[:MOST_SHOWN])
    chosen = [network for network in networks if network.slug == request.GET.get("network")]
    network = next(iter(chosen or (networks if len(networks) == 1 else [])), None)
    school = School.objects.of(person).first()
    known: dict[str, Any] = {"network": network, "contact": f"{person.name}, {person.email}"}
    if school:
        known |= {"school": school, "sector": school.sector}
    if network:
        known["themes"] = network.themes.all() if network.themes.count() == 1 else []
        enrolments = person.enrolments.accepted().filter(network=network).with_people()
        known["learning_question"] = next((it.learning_question for it in enrolments), None)
    return known


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change a practice; of a published one the changes wait for review."""
    original = get_practice_for(request.user, slug)
    practice = original.latest
    if not can_change.test(request.user, practice):
        raise NotAllowed
    if request.method == "GET":
        form = _form_of(request, practice)
    else:
        form = PracticeForm(request.POST, request.FILES, instance=practice, person=request.user)
        if form.is_valid():
            try:
                return _saved(request, _save(practice, form, request))
            except DomainError as error:
                form.show(error)
    return render(request, "resources/edit.html", _edit_page(original, practice, form))


def _form_of(request: HttpRequest, practice: Practice) -> PracticeForm:
    """The form as stored; after an attempt to submit, what is missing stands at its field."""
    initial = {"version": practice.version, "tags": [tag.name for tag in practice.tags.all()]}
    form = PracticeForm(instance=practice, initial=initial, person=request.user)
    missing = missing_from(practice) if "ontbreekt" in request.GET else []
    if not missing:
        return form
    data = {field.html_name: field.value() for field in form if field.name != "uploads"}
    form = PracticeForm(data, instance=practice, person=request.user)
    form.show(PracticeIncomplete(missing))
    return form


def _edit_page(original: Practice, practice: Practice, form: PracticeForm) -> dict[str, Any]:
    materials = list(practice.materials.all())
    return {
        "original": original,
        "practice": practice,
        "form": form,
        "materials": [(it, MaterialForm(instance=it, prefix=f"material-{it.pk}")) for it in materials],
        "quotes": original.quotes.select_related("author"),
        "missing": [(form[item["field"]], item["why"]) for item in missing_from(practice)],
        "advice": practice.reviews.select_related("by").first() if practice.state == Practice.State.RETURNED else None,
    }


@transaction.atomic
def _save(practice: Practice, form: PracticeForm, request: HttpRequest) -> Practice:
    """Text, changed materials and new ones: all or nothing."""
    row = services.update_practice(
        practice=practice, by=request.user, version=form.cleaned_data["version"], **form.content()
    )
    for material in list(practice.materials.all()):
        changes = MaterialForm(request.POST, instance=material, prefix=f"material-{material.pk}")
        if changes.is_valid() and changes.has_changed():
            services.change_material(material=material, by=request.user, **changes.cleaned_data)
    _add_materials(row, form, request)
    return row


def _add_materials(practice: Practice, form: PracticeForm, request: HttpRequest) -> None:
    given = form.cleaned_data
    for file in given["uploads"]:
        services.add_material(practice=practice, file=file, by=request.user, kind=given["uploads_kind"])
    if given["link"]:
        services.add_link(practice=practice, link=given["link"], by=request.user, title=given["link_title"])


def _saved(request: HttpRequest, practice: Practice) -> HttpResponse:
    """After saving: submit when asked, and say what happened."""
    original = practice.original
    if request.POST.get("action") != "submit":
        messages.success(request, _("Saved. You can go on now or later."))
        return redirect("resources:edit", slug=original.slug)
    try:
        services.submit_practice(practice=practice, by=request.user)
    except PracticeIncomplete:
        messages.warning(request, _("Your text is saved. It cannot be submitted yet: something is missing."))
        edit_page = redirect("resources:edit", slug=original.slug)
        edit_page["Location"] += "?ontbreekt"
        return edit_page
    messages.success(request, _("Thank you! Your practice is submitted. You hear from us as soon as it is reviewed."))
    return redirect(original)


@require_POST
@signed_in
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a material away; a second click finds it gone already."""
    try:
        material = get_material_for(request.user, pk)
    except NotFound:
        return redirect("resources:own")
    original = material.practice.original
    services.remove_material(material=material, by=request.user)
    messages.success(request, _("“%(title)s” is removed.") % {"title": material.title})
    return redirect("resources:edit", slug=original.slug)


@require_http_methods(["GET", "POST"])
@signed_in
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a practice out of the library, after asking whether that is meant."""
    practice = get_practice_for(request.user, slug)
    if not can_withdraw.test(request.user, practice):
        raise NotAllowed
    if request.method == "GET":
        return render(request, "resources/withdraw.html", {"practice": practice})
    services.withdraw_practice(practice=practice, by=request.user)
    messages.success(request, _("“%(title)s” is withdrawn. The text is kept.") % {"title": practice.title})
    return redirect("resources:own" if practice.contributor == request.user else "resources:reviews")


@require_http_methods(["GET", "POST"])
@signed_in
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Throw away changes that are not published, after asking whether that is meant."""
    practice = get_practice_for(request.user, slug)
    if not can_change.test(request.user, practice):
        raise NotAllowed
    if request.method == "GET":
        return render(request, "resources/discard.html", {"practice": practice})
    services.discard_changes(practice=practice, by=request.user)
    messages.success(request, _("Your changes are thrown away; the practice is as it was."))
    return redirect(practice)
