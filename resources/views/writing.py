"""Writing a practice, step by step or on one page."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import User
from core.access import signed_in
from core.errors import DomainError, NotAllowed, NotFound, VersionConflict
from networks.views.forms import status_of, with_version
from resources import services
from resources.choices import Licence
from resources.coauthors.policies import can_invite
from resources.conversation.reading import remarks_on
from resources.errors import PracticeIncomplete, TypedElsewhere
from resources.forms import PracticeForm
from resources.models import Practice, PracticeMaterial, Unsaved
from resources.permission.services import record_permission
from resources.permission.standing import says_more
from resources.policies import can_change, can_withdraw, get_practice_for, is_author, is_contributor
from resources.privacy.services import confirm_looked
from resources.services.completeness import missing_on_page
from resources.steps import BY_KEY, INSTEAD, Step, neighbours, path
from resources.writing.beside import save_with, sentences_of, steps_of, typed_beside
from resources.writing.clashes import Clash, clashes_with
from resources.writing.materials import MaterialForms, are_right, change_materials, material_forms
from resources.writing.panel import panel_of
from resources.writing.services import (
    Typed,
    differing,
    forget_typed,
    overtaken,
    own,
    unread,
    unsaved_held,
    unsaved_of,
)
from resources.writing.typed import as_data, as_shown, as_typed, in_form, sent, stored_form, ticked

LONGEST_NUMBER = 9
INSTEAD_OF = {asked: stored for stored, asked in INSTEAD.items()}


@require_http_methods(["GET", "POST"])
@signed_in
def edit(request: HttpRequest, slug: str, key: str = "") -> HttpResponse:
    """Change a practice, in one step or on one page; of a published one the changes wait for review."""
    step = BY_KEY.get(key)
    if key and step is None:
        raise NotFound
    original, practice = to_change(request, slug)
    clashes: list[Clash] = []
    if request.method == "GET":
        form, clashes = _opened(request, practice, step)
        return _page(request, original, practice, form, step, clashes=clashes)
    form = PracticeForm(
        request.POST, request.FILES, instance=practice, person=request.user, only=step.fields if step else None
    )
    serial = number_in(request, "serial")
    materials = material_forms(practice, request.POST)
    if form.is_valid() and are_right(materials, form):
        try:
            row, aside = _save(practice, form, materials, request)
            return _saved(request, row, aside, step)
        except TypedElsewhere as error:
            form.show(error)
            clashes = clashes_with(practice, request.user, elsewhere=error.texts, stored={})
            serial = error.serial
        except VersionConflict as error:
            form.show(error)
            clashes = clashes_with(practice, request.user, elsewhere={}, stored=_changed_since(request, practice, form))
            with_version(form, practice.version)
            form.data.pop("permission", None)  # it was ticked for the text that stood there before
        except DomainError as error:
            form.show(error)
    return _page(request, original, practice, form, step, clashes=clashes, serial=serial)


def _changed_since(request: HttpRequest, practice: Practice, form: PracticeForm) -> Typed:
    """What is stored in the fields in which the browser sent something else."""
    stored = as_typed(stored_form(practice, request.user))
    return {name: stored[name] for name in differing(stored, sent(form.fields, request.POST))}


def to_change(request: HttpRequest, slug: str) -> tuple[Practice, Practice]:
    """The practice, and the row that holds its newest text. Raises NotFound, NotAllowed."""
    original = get_practice_for(request.user, slug)
    if not can_change.test(request.user, original.latest):
        raise NotAllowed
    prefetch_related_objects([original.latest], Prefetch("materials", PracticeMaterial.objects.with_pages()))
    return original, original.latest


def _opened(request: HttpRequest, practice: Practice, step: Step | None) -> tuple[PracticeForm, list[Clash]]:
    """The form with what was typed before, and what somebody else saved in the same fields since.

    After an attempt to submit, what is missing stands at its field.
    """
    only = step.fields if step else None
    form = stored_form(practice, request.user, only=only)
    unsaved = unsaved_of(practice, request.user)
    clashes: list[Clash] = []
    if unsaved:
        stored = as_typed(stored_form(practice, request.user, only=only))
        clashes = clashes_with(practice, request.user, elsewhere={}, stored=overtaken(unsaved, stored))
        form.initial.update(in_form({name: it for name, it in own(unsaved).items() if name in form.fields}))
    missing = missing_on_page(practice) if "ontbreekt" in request.GET else []
    if not missing:
        return form, clashes
    form = PracticeForm(
        as_data(as_shown(form), version=practice.version), instance=practice, person=request.user, only=only
    )
    form.show(PracticeIncomplete(missing))
    return form, clashes


def _page(
    request: HttpRequest,
    original: Practice,
    practice: Practice,
    form: PracticeForm,
    step: Step | None,
    clashes: list[Clash],
    serial: int | None = None,
) -> HttpResponse:
    """serial: of what was kept, as the browser has read it; without one, of what it reads now."""
    unsaved = unsaved_of(practice, request.user)
    kept = own(unsaved)
    typed = kept | sent(form.fields, form.data) | ticked(form.data) if request.method == "POST" else kept
    panel = panel_of(practice, request.user, typed=typed, shown=form.fields, looked=request.POST.getlist("looked"))
    before, after = neighbours(step) if step else (None, None)
    context = {
        "original": original,
        "practice": practice,
        "form": form,
        "step": step,
        "before": before,
        "after": after,
        "path": path(step, lacking=panel.lacking, filled=panel.filled),
        "panel": panel,
        "clashes": clashes,
        "serial": (unsaved.serial if unsaved else 0) if serial is None else serial,
        "window": request.POST.get("window", ""),
        "unsaved": unsaved if kept and request.method == "GET" else None,
        "licences": Licence,
        "materials": material_forms(practice, request.POST),
        "quotes": original.quotes.select_related("author"),
        "remarks": remarks_on(original, [INSTEAD_OF.get(name, name) for name in step.fields] if step else None),
        **_doors(original, request.user),
        "advice": practice.reviews.select_related("by").first() if practice.state == Practice.State.RETURNED else None,
    }
    status = status_of(form) if request.method == "POST" else 200
    return render(request, "resources/edit.html", context, status=status)


def _doors(original: Practice, user: User) -> dict[str, bool]:
    """Where the page may lead this person: a co-author, and an editor, not everywhere."""
    may_withdraw = can_withdraw.test(user, original)
    return {
        "may_invite": can_invite.test(user, original),
        "may_leave_out": may_withdraw,
        "may_withdraw": may_withdraw and original.state != Practice.State.WITHDRAWN,
        "writes_along": is_author.test(user, original) and not is_contributor.test(user, original),
    }


@transaction.atomic
def _save(
    practice: Practice, form: PracticeForm, materials: MaterialForms, request: HttpRequest
) -> tuple[Practice, dict[str, str]]:
    """Text, permission, changed materials and new ones: all or nothing. And what of other steps stays kept."""
    kept = unsaved_held(practice, request.user)
    _check_windows(kept, form, request)
    agreed = form.permission_given if says_more(form.permission_given, practice) else ""
    beside = typed_beside(kept, practice, request.user, form.fields)
    row = save_with(beside, practice=practice, by=request.user, form=form)
    change_materials(materials, by=request.user)
    _add_materials(row, form, request)
    if agreed:
        record_permission(practice=row, by=request.user, given_by=agreed)
    confirm_looked(practice=row, by=request.user, tokens=request.POST.getlist("looked"))
    forget_typed(practice=row, person=request.user, fields={*form.fields} | beside.settled)
    return row, beside.aside


def _check_windows(kept: Unsaved | None, form: PracticeForm, request: HttpRequest) -> None:
    """Raises TypedElsewhere when this window does not know what was typed in another one."""
    typed, window = sent(form.fields, request.POST), request.POST.get("window", "")
    texts = unread(kept, typed, serial=number_in(request, "serial"), window=window)
    if kept and texts:
        raise TypedElsewhere(texts, kept.serial)


def _add_materials(practice: Practice, form: PracticeForm, request: HttpRequest) -> None:
    given = form.cleaned_data
    for file in given.get("uploads", ()):
        services.add_material(practice=practice, file=file, by=request.user, kind=given["uploads_kind"])
    if given.get("link"):
        services.add_link(practice=practice, link=given["link"], by=request.user, title=given["link_title"])


def _saved(request: HttpRequest, practice: Practice, aside: dict[str, str], step: Step | None) -> HttpResponse:
    """After saving: submit when asked and all is saved, go on to another step, or stay; and say what happened."""
    action, slug = request.POST.get("action", ""), practice.original.slug
    for sentence in sentences_of(aside):
        messages.warning(request, sentence)
    if action == "submit" and not aside:
        return _submitted(request, practice)
    messages.success(request, _("Saved. You can go on now or later."))
    wanted = action.removeprefix("to-") if action != "submit" else next(steps_of(aside)).key
    if wanted == "all":
        return redirect("resources:edit", slug=slug)
    if wanted in BY_KEY or step:
        return redirect("resources:step", slug=slug, key=wanted if wanted in BY_KEY or step is None else step.key)
    return redirect("resources:edit", slug=slug)


def _submitted(request: HttpRequest, practice: Practice) -> HttpResponse:
    try:
        services.submit_practice(practice=practice, by=request.user, needs_permission=True)
    except PracticeIncomplete:
        messages.warning(request, _("Your text is saved. It cannot be submitted yet: something is missing."))
        return redirect(f"{reverse('resources:edit', args=[practice.original.slug])}?ontbreekt")
    messages.success(request, _("Thank you! Your practice is submitted. You hear from us as soon as it is reviewed."))
    return redirect(practice.original)


def number_in(request: HttpRequest, name: str) -> int:
    """A number that the form sent along; 0 for what is none."""
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER else 0
