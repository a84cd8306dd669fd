from allauth.account.decorators import reauthentication_required
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from accounts import erasure, export, services
from accounts.api import zip_response
from accounts.forms import EraseForm, ProfileForm, TokenForm
from accounts.languages import in_language
from accounts.models import User
from accounts.photos import change_photo, get_photo_for
from accounts.sessions import end_other_sessions, sessions_of
from core.access import guarded, public, signed_in
from core.errors import NotFound
from core.files import show


@public
def admin_login(request: HttpRequest) -> HttpResponse:
    """Editors sign in where everybody does, with the same second step and the same limits."""
    return redirect_to_login(request.GET.get("next") or reverse("wagtailadmin_home"))


@require_http_methods(["GET", "POST"])
@signed_in
def profile(request: HttpRequest) -> HttpResponse:
    """Who somebody is for others, and the language; a new one shows at once."""
    person = User.objects.get(pk=request.user.pk)  # the page's head keeps the stored name
    form = ProfileForm(request.POST or None, request.FILES or None, instance=person)
    if request.method == "POST" and form.is_valid():
        person = form.save()
        if form.photo_changes:
            change_photo(person=person, picture=form.cleaned_data["new_photo"])
        with override(person.language):
            messages.success(request, _("Your profile is saved."))
        return redirect(in_language(reverse("accounts:profile"), person.language))
    return render(request, "accounts/profile.html", {"form": form})


@require_safe
@guarded("those who share a network with the person; everybody where the person chose so")
def photo(request: HttpRequest, person: int) -> HttpResponse:
    """Somebody's picture, for who may see it."""
    return show(request, get_photo_for(request.user, person).photo, content_type="image/webp")


@require_GET
@signed_in
def security(request: HttpRequest) -> HttpResponse:
    """How a person signs in, and where to change it."""
    return render(request, "accounts/security.html", {"two_step": is_mfa_enabled(request.user)})


@require_GET
@never_cache
@signed_in
def sessions(request: HttpRequest) -> HttpResponse:
    """Where the person is signed in, this browser first."""
    here = request.session.session_key
    known = sorted(sessions_of(request.user), key=lambda session: session.session_key != here)
    return render(request, "accounts/sessions.html", {"sessions": known, "here": here})


@require_POST
@signed_in
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out one other browser (`session`), or all others when none is named; the person hears of it by mail."""
    named = request.POST.get("session", "")
    if named and not (named.isascii() and named.isdigit() and len(named) < 19):
        raise NotFound
    number = end_other_sessions(
        person=request.user, here=request.session.session_key, session=int(named) if named else None
    )
    if number:
        messages.success(request, _("Signed out there."))
    return redirect("accounts:sessions")


@require_GET
@signed_in
def data(request: HttpRequest) -> HttpResponse:
    """What we keep of a person, and taking it along."""
    return render(request, "accounts/data.html")


@require_GET
@never_cache
@signed_in
def download(request: HttpRequest) -> HttpResponse:
    """The person's own data as a zip."""
    return zip_response(export.build(request.user))


@require_http_methods(["GET", "POST"])
@never_cache
@signed_in
@reauthentication_required
@guarded("oneself only")
def erase(request: HttpRequest) -> HttpResponse:
    """End the account for good: asks for the password first, and says what goes and what stays."""
    obstacles = erasure.obstacles_of(request.user)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not obstacles:
        erasure.erase_account(person=request.user)
        logout(request)
        messages.success(request, _("Your account is gone. Thank you for what you shared."))
        return redirect("/")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/erase.html", {"form": form, "obstacles": obstacles}, status=status)


@require_http_methods(["GET", "POST"])
@never_cache
@signed_in
def tokens(request: HttpRequest) -> HttpResponse:
    """The person's tokens for programs; a new one is shown once, in the answer to this very request."""
    form, made = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        made = services.create_api_token(person=request.user, label=form.cleaned_data["label"])
        form = TokenForm()
    own = services.api_tokens_of(request.user)
    return render(request, "accounts/tokens.html", {"form": form, "made": made, "tokens": own})


@require_POST
@signed_in
def revoke_token(request: HttpRequest, token: int) -> HttpResponse:
    """Make one of the person's own tokens useless."""
    services.revoke_api_token(person=request.user, token=token)
    messages.success(request, _("The token no longer works."))
    return redirect("accounts:tokens")
