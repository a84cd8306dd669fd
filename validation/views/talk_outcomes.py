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
from validation import services
from validation.errors import ProposalChanged
from validation.forms.talks import NotesForm, OutcomeForm
from validation.models import TalkNote
from validation.talk_policies import get_held_talk_for

HOLDS = "validation.hold_talk"


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(HOLDS)
def talk_notes(request: HttpRequest, theme: int) -> HttpResponse:
    """The guide of the talk, with the own notes; what another window kept is not covered unseen."""
    about = get_held_talk_for(request.user, theme)
    notes = list(TalkNote.objects.readable_by(request.user).filter(about=about))
    competencies = list(about.theme.theme.competencies.all())
    form = NotesForm(request.POST or None, competencies=competencies, notes=notes, serial=services.serial_of(notes))
    if form.is_valid():
        try:
            serial = form.cleaned_data["serial"]
            services.save_notes(about=about, by=request.user, notes=form.notes, serial=serial)
        except DomainError as error:
            _refuse(form, error, getattr(error, "serial", serial))
        else:
            messages.success(request, _("Your notes are kept. Nobody else reads them."))
            return redirect("validation:talk_notes", theme)
    context = {"about": about, "theme": about.theme, "talk": about.talk, "form": form}
    return render(request, "validation/talk/notes.html", context, status=status_of(form))


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


def _refuse(form: Any, error: DomainError, serial: int) -> None:
    """What the service said, with the serial as it stands now: who sends it again has seen that something changed."""
    form.refuse(error)
    form.data = form.data.copy()
    form.data["serial"] = str(serial)
