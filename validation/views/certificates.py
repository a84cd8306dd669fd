"""Certificates of themes: the holder's, the page where anybody checks one, and what programs read of badges."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, public, signed_in
from core.doors import found_in
from core.files import download
from networks.certificates.numbers import is_genuine
from networks.views.forms import status_of, stored
from validation import services
from validation.certificates.badge import CONTEXTS, address, badge_name, issuer_of
from validation.forms.certificates import RevokeForm, ShownForm
from validation.models import Programme, Shown, SigningKey, ThemeCertificate
from validation.policies import get_coordinated_case_for
from validation.services.certificates import KIND
from validation.talk_policies import get_own_certificate_for, get_talk_theme_for

HOLDS = "validation.write_portfolio"


@require_safe
@signed_in
def certificates(request: HttpRequest) -> HttpResponse:
    """The person's certificates, and what others see of each."""
    rows = ThemeCertificate.objects.filter(theme__case__person=request.user).select_related("theme")
    shown = [(it, [label for value, label in Shown.choices if value in it.shown]) for it in rows]
    return render(request, "validation/certificate/list.html", {"certificates": shown})


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(HOLDS)
def choose_shown(request: HttpRequest, pk: int) -> HttpResponse:
    """The holder chooses what others see, and takes it back."""
    own = get_own_certificate_for(request.user, pk)
    form = ShownForm(request.POST if request.method == "POST" else None, certificate=own)  # nothing chosen is a choice
    if form.is_valid() and stored(
        form, lambda: services.choose_shown(certificate=own, by=request.user, shown=form.cleaned_data["shown"])
    ):
        messages.success(request, _("From now on others see what you chose."))
        return redirect("validation:certificates")
    return render(
        request, "validation/certificate/shown.html", {"certificate": own, "form": form}, status=status_of(form)
    )


@require_safe
@signed_in
@guarded(HOLDS)
def certificate_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate as a PDF; made now where the background has not come to it yet."""
    own = services.ready_certificate(certificate=get_own_certificate_for(request.user, pk))
    return download(request, own.file, name=f"{own.number}.pdf", content_type="application/pdf")


@require_safe
@signed_in
@guarded(HOLDS)
def certificate_badge(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate as a signed Open Badge."""
    own = services.ready_certificate(certificate=get_own_certificate_for(request.user, pk))
    answer = HttpResponse(own.badge, content_type="application/vc+jwt")
    answer["Content-Disposition"] = f'attachment; filename="{own.number}.jwt"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@never_cache
@require_safe
@public
def check_certificate(request: HttpRequest, number: str) -> HttpResponse:
    """Whether a certificate is valid, and of it what its holder allows; nothing else."""
    found = ThemeCertificate.objects.filter(number=number).first() if is_genuine(number, KIND) else None
    known = found if found and found.name else None
    valid = known if known and known.is_valid else None
    context: dict[str, Any] = {"certificate": known, "valid": valid, "shown": valid.shown if valid else []}
    context["number"] = number[:40]
    return render(request, "validation/certificate/check.html", context, status=200 if known else 404)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("validation.coordinate_case")
def revoke_certificate(request: HttpRequest, theme: int) -> HttpResponse:
    """The coordinator says why it is revoked."""
    about = get_talk_theme_for(request.user, theme)
    get_coordinated_case_for(request.user, about.case_id)
    certificate = found_in(ThemeCertificate.objects.filter(theme=about, revoked_at=None).exclude(name=""))
    form = RevokeForm(request.POST or None)
    if form.is_valid() and stored(
        form,
        lambda: services.revoke_certificate(
            certificate=certificate, by=request.user, reason=form.cleaned_data["reason"]
        ),
    ):
        messages.success(request, _("The certificate is revoked. The holder is told."))
        return redirect("validation:talk_of", theme)
    context = {"theme": about, "certificate": certificate, "form": form}
    return render(request, "validation/certificate/revoke.html", context, status=status_of(form))


@require_safe
@public
def signing_key(request: HttpRequest, kid: str) -> JsonResponse:
    """The public part of a key with which badges are signed, for whoever checks one."""
    return JsonResponse(found_in(SigningKey.objects.filter(kid=kid)).public, content_type="application/jwk+json")


@require_safe
@public
def badge_issuer(request: HttpRequest, slug: str) -> JsonResponse:
    """Who gives the certificates of a programme."""
    programme = found_in(Programme.objects.published().filter(slug=slug))
    return JsonResponse({"@context": CONTEXTS} | issuer_of(programme), content_type="application/ld+json")


@never_cache
@require_safe
@public
def revoked_badges(request: HttpRequest) -> JsonResponse:
    """Which badges are no longer valid: names that tell nothing, and no reasons."""
    rows = ThemeCertificate.objects.exclude(name__gt="", revoked_at=None).order_by("pk")
    revoked = [{"id": badge_name(it), "revoked": True} for it in rows.only("badge_id")]
    return JsonResponse({"id": address("revoked_badges"), "revokedCredential": revoked})
