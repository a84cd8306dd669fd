"""The side of assessors and coordinators of a talk: offering, planning, noting and deciding."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import DomainError, NotAllowed, NotFound
from networks.views.forms import status_of, stored
from validation import services
from validation.errors import ProposalChanged
from validation.forms.talks import CancelTalkForm, MoveForm, NotesForm, OfferForm, OutcomeForm, PlanForm, WhenWhereForm
from validation.models import CaseTheme, Talk, TalkNote, TalkSlot, ThemeCertificate
from validation.policies import get_held_talk_for, get_talk_theme_for
from validation.states import AWAITING_TALK
from validation.talking import assessors_of, companion_of, has_enough_assessors, held_about, open_talk_of, slots_for
from validation.talks_of import talks_of
from validation.views.talks import cancelling

PLANS, HOLDS = "validation.plan_talk", "validation.hold_talk"


@require_safe
@signed_in
def talks(request: HttpRequest) -> HttpResponse:
    """The talks that the person holds or plans: those to plan, those to come, and those to decide about."""
    return render(request, "validation/talk/list.html", {"found": talks_of(request.user)})


@require_safe
@signed_in
@guarded(PLANS)
def talk_of(request: HttpRequest, theme: int) -> HttpResponse:
    """Everything of the talk about one theme."""
    about = get_talk_theme_for(request.user, theme)
    talk = open_talk_of(about)
    awaits = about.state in AWAITING_TALK and about.case.moves
    holds = talk is not None and request.user in talk.assessors.all()
    context = {
        "theme": about,
        "talk": talk,
        "held": held_about(about),
        "names": ", ".join(it.name for it in assessors_of(about)),
        "enough": has_enough_assessors(about),
        "awaits": awaits,
        "companion": companion_of(about),
        "slots": slots_for(about) if awaits else [],
        "holds": holds,
        "certificate": ThemeCertificate.objects.filter(theme=about).exclude(name="").first(),
        "coordinates": request.user.has_perm("validation.coordinate_case", about.case),
    }
    return render(request, "validation/talk/talk.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(PLANS)
def offer_slots(request: HttpRequest, theme: int) -> HttpResponse:
    """Offer a row of moments; the same row twice is offered once."""
    about = _awaiting(request, theme)
    form = OfferForm(request.POST or None, theme=about)

    def store() -> list[TalkSlot]:
        return services.offer_slots(
            theme=about, by=request.user, moments=form.moments, spot=form.spot, themes=form.themes
        )

    if form.is_valid() and (made := stored(form, store)) is not None:
        number = len(made)
        told = ngettext("%(number)s moment is offered.", "%(number)s moments are offered.", number)
        messages.success(request, told % {"number": number} if number else _("These moments are offered already."))
        return redirect("validation:talk_of", theme)
    return _form_page(request, about, form, _("Offer moments for the talk"), _("Offer these moments"))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(PLANS)
def withdraw_slot(request: HttpRequest, theme: int, slot: int) -> HttpResponse:
    """Asks before a moment is taken back."""
    about = get_talk_theme_for(request.user, theme)
    found = found_in(slots_for(about).filter(pk=slot))
    if request.method == "POST":
        services.withdraw_slot(slot=found, by=request.user)
        messages.success(request, _("The moment is taken back."))
        return redirect("validation:talk_of", theme)
    return render(request, "validation/talk/withdraw_slot.html", {"slot": found, "theme": about})


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("validation.coordinate_case")
def plan_talk(request: HttpRequest, theme: int) -> HttpResponse:
    """The coordinator plans the talk without offering moments."""
    about = _coordinated(request, theme)
    form = PlanForm(request.POST or None, theme=about)

    def store() -> Talk:
        both = bool(form.cleaned_data.get("with_companion"))
        return services.plan_talk(
            theme=about, by=request.user, starts_at=form.starts_at, spot=form.spot, with_companion=both
        )

    if form.is_valid() and stored(form, store):
        messages.success(request, _("The talk is planned. Everybody who takes part is told."))
        return redirect("validation:talk_of", theme)
    return _form_page(request, about, form, _("Plan the talk"), _("Plan this talk"))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("validation.coordinate_case")
def move_talk(request: HttpRequest, theme: int) -> HttpResponse:
    """Another time or place; everybody is told."""
    about, talk = _planned(request, theme)
    form = MoveForm(request.POST or None, talk=talk)

    def store() -> Talk:
        facts = {"starts_at": form.starts_at, "spot": form.spot, "reason": form.cleaned_data["reason"]}
        return services.move_talk(talk=talk, by=request.user, **facts)

    if form.is_valid() and stored(form, store):
        messages.success(request, _("The talk is changed. Everybody who takes part is told."))
        return redirect("validation:talk_of", theme)
    return _form_page(request, about, form, _("Move the talk"), _("Store"))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("validation.coordinate_case")
def cancel_talk(request: HttpRequest, theme: int) -> HttpResponse:
    """Asks why, and calls it off."""
    _about, talk = _planned(request, theme)
    form = CancelTalkForm(request.POST or None)
    if form.is_valid() and stored(
        form, lambda: services.cancel_talk(talk=talk, by=request.user, reason=form.cleaned_data["reason"])
    ):
        messages.success(request, _("The talk is off. Everybody who takes part is told."))
        return redirect("validation:talk_of", theme)
    return cancelling(request, talk, form, "validation:talk_of", (theme,))


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


def _awaiting(request: HttpRequest, theme: int) -> CaseTheme:
    about = get_talk_theme_for(request.user, theme)
    if about.state not in AWAITING_TALK:
        raise NotFound
    return about


def _coordinated(request: HttpRequest, theme: int) -> CaseTheme:
    about = get_talk_theme_for(request.user, theme)
    if not request.user.has_perm("validation.coordinate_case", about.case):
        raise NotAllowed
    return about


def _planned(request: HttpRequest, theme: int) -> tuple[CaseTheme, Talk]:
    about = _coordinated(request, theme)
    talk = open_talk_of(about)
    if talk is None:
        raise NotFound
    return about, talk


def _form_page(request: HttpRequest, about: CaseTheme, form: WhenWhereForm, title: str, submit: str) -> HttpResponse:
    context = {"theme": about, "form": form, "title": title, "submit": submit}
    return render(request, "validation/talk/form.html", context, status=status_of(form))
