"""The side of assessors and coordinators of a talk: offering, planning, moving and calling off."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import NotAllowed, NotFound
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.talks import (
    AddAssessorForm,
    CancelTalkForm,
    MoveForm,
    OfferForm,
    PlanForm,
)
from validation.models import CaseTheme, Scan, Talk, TalkSlot, ThemeCertificate
from validation.states import AWAITING_TALK
from validation.talk_policies import get_talk_theme_for
from validation.talking import assessors_of, companion_of, has_enough_assessors, held_about, open_talk_of, slots_for
from validation.talks_of import talks_of
from validation.views.talks import cancelling

PLANS = "validation.plan_talk"


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
    submission = services.latest_submission(about)
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
        "reads": submission if submission and request.user.has_perm("validation.assess", submission) else None,
        "certificate": ThemeCertificate.objects.filter(theme=about).exclude(name="").first(),
        "scans": Scan.objects.visible_to(request.user).filter(case=about.case, themes=about.theme),
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
def add_talk_assessor(request: HttpRequest, theme: int) -> HttpResponse:
    """One more assessor, where the theme has too few for a talk."""
    about = _coordinated(request, theme)
    if about.state not in AWAITING_TALK:
        raise NotFound
    proposals = services.propose_assessors(theme=about, by=request.user)
    form = AddAssessorForm(request.POST or None, proposals=proposals)
    if form.is_valid() and stored(
        form, lambda: services.add_talk_assessor(theme=about, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("The assessor is asked. Moments for the talk can be offered now."))
        return redirect("validation:talk_of", theme)
    return _form_page(request, about, form, _("Add an assessor for the talk"), _("Add"))


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


def _form_page(request: HttpRequest, about: CaseTheme, form: BaseForm, title: str, submit: str) -> HttpResponse:
    context = {"theme": about, "form": form, "title": title, "submit": submit}
    return render(request, "validation/talk/form.html", context, status=status_of(form))
