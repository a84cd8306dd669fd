"""During and after a talk, for who holds it: the guide with the own notes, and the outcome."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.access import guarded, signed_in
from core.errors import DomainError
from networks.views.forms import status_of
from resources.writing.clashes import ELSEWHERE, Clash
from validation import services
from validation.assessing.comparing import Comparison, comparison_for
from validation.errors import NotesElsewhere, ProposalChanged
from validation.forms.talks import NotesForm, OutcomeForm
from validation.models import Competency, TalkNote, TalkTheme
from validation.talk_policies import get_held_talk_for

HOLDS = "validation.hold_talk"


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(HOLDS)
def talk_notes(request: HttpRequest, theme: int) -> HttpResponse:
    """The guide of the talk: on what the assessors differed, and the own notes, which no other window covers unseen."""
    about = get_held_talk_for(request.user, theme)
    form, clashes = _notes_form(request, about), []
    if form.is_valid():
        try:
            services.save_notes(about=about, by=request.user, notes=form.notes, serial=form.read)
        except DomainError as error:
            clashes = _clashes(request, about, form)
            _refuse(form, error, getattr(error, "serial", form.read))
        else:
            messages.success(request, _("Your notes are kept. Nobody else reads them."))
            return redirect("validation:talk_notes", theme)
    submission = services.latest_submission(about.theme)
    comparison = comparison_for(request.user, submission) if submission else Comparison()
    context = {"about": about, "theme": about.theme, "talk": about.talk, "form": form, "clashes": clashes}
    context |= {"comparison": comparison, "noted": _noted(request, about)}
    return render(request, "validation/talk/notes.html", context, status=status_of(form))


@require_POST
@signed_in
@guarded(HOLDS)
def keep_notes(request: HttpRequest, theme: int) -> HttpResponse:
    """Keep what is typed so far; answers which competencies have notes.

    409 with the other texts when another window wrote something else meanwhile; 422 when it cannot be kept.
    """
    about = get_held_talk_for(request.user, theme)
    form = _notes_form(request, about)
    if not form.is_valid():
        return HttpResponse(status=422)
    try:
        kept = services.save_notes(about=about, by=request.user, notes=form.notes, serial=form.read)
        context = {"theme": about.theme, "noted": _noted(request, about)}
        answer, serial = render(request, "validation/talk/noted.html", context), services.serial_of(kept)
    except NotesElsewhere as error:
        context = {"clashes": _clashes(request, about, form)}
        answer, serial = render(request, "resources/writing/clashes.html", context, status=409), error.serial
    answer["X-Serial"], answer["X-Version"] = str(serial), "0"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(HOLDS)
def talk_outcome(request: HttpRequest, theme: int) -> HttpResponse:
    """Propose the outcome, or another one than a fellow assessor proposed."""
    about = get_held_talk_for(request.user, theme)
    known = {name: getattr(about, name) for name in ("outcome", "feedback", "points", "told", "serial")}
    form = OutcomeForm(request.POST or None, initial=known, theme=about.theme)
    if form.is_valid():
        try:
            row = services.propose_outcome(about=about, by=request.user, **form.cleaned_data)
        except DomainError as error:
            changed = isinstance(error, ProposalChanged)
            _refuse(form, error, about.serial if changed else form.cleaned_data["serial"])
        else:
            return _decided_or_proposed(request, row)
    context = {
        "about": about,
        "theme": about.theme,
        "talk": about.talk,
        "form": form,
        "agreed": [it.assessor for it in about.consents.select_related("assessor")],
    }
    return render(request, "validation/talk/outcome.html", context, status=status_of(form))


@require_POST
@signed_in
@guarded(HOLDS)
def agree_with_outcome(request: HttpRequest, theme: int) -> HttpResponse:
    """Agree with what was read."""
    about = get_held_talk_for(request.user, theme)
    serial = request.POST.get("serial", "")
    try:
        row = services.agree_with_outcome(
            about=about, by=request.user, serial=int(serial) if serial.isdecimal() and len(serial) < 10 else -1
        )
    except ProposalChanged as error:
        messages.error(request, str(error))
        return redirect("validation:talk_outcome", theme)
    return _decided_or_proposed(request, row)


def _decided_or_proposed(request: HttpRequest, row: Any) -> HttpResponse:
    if row.decided_at:
        messages.success(request, _("The outcome stands. The participant gets the feedback by mail."))
        return redirect("validation:talk_of", row.theme_id)
    messages.success(request, _("Your fellow assessor is asked to agree."))
    return redirect("validation:talk_outcome", row.theme_id)


def _own_notes(request: HttpRequest, about: TalkTheme) -> list[TalkNote]:
    return list(TalkNote.objects.readable_by(request.user).filter(about=about))


def _notes_form(request: HttpRequest, about: TalkTheme) -> NotesForm:
    notes, competencies = _own_notes(request, about), list(about.theme.theme.competencies.all())
    return NotesForm(request.POST or None, competencies=competencies, notes=notes, serial=services.serial_of(notes))


def _noted(request: HttpRequest, about: TalkTheme) -> list[tuple[Competency, bool]]:
    """Each competency, and whether something is noted about it."""
    noted = {it.competency_id for it in _own_notes(request, about) if not it.is_empty}
    return [(it, it.pk in noted) for it in about.theme.theme.competencies.all()]


def _clashes(request: HttpRequest, about: TalkTheme, form: NotesForm) -> list[Clash]:
    """Each box that says something else than what is stored."""
    stored = form.values_of(_own_notes(request, about))
    differing = [name for name, text in stored.items() if form.cleaned_data.get(name, "").strip() != text]
    return [Clash(it, form[it].label, ELSEWHERE, stored[it], stored[it]) for it in differing]


def _refuse(form: Any, error: DomainError, serial: int) -> None:
    """What the service said, with the serial as it stands now: who sends it again has seen that something changed."""
    form.refuse(error)
    form.data = form.data.copy()
    form.data["serial"] = str(serial)
