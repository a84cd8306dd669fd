"""What can be validated and how, for everybody; and starting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import public, signed_in
from core.errors import DomainError, NotFound
from networks.views.forms import status_of
from schools.models import School
from validation import services
from validation.browsing import offers, running_case_of, version_with_rules
from validation.errors import AlreadyRunning, ProgrammeClosed
from validation.forms.starting import StartForm
from validation.policies import get_programme_for


@require_safe
@public
def programmes(request: HttpRequest) -> HttpResponse:
    """The programmes: what, how, and what it costs."""
    return render(request, "validation/programmes.html", {"offers": offers()})


@require_safe
@public
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """One programme with its rules as they are now."""
    found = get_programme_for(request.user, slug)
    version = services.newest_published(found)
    if version is None:
        raise NotFound
    context = {
        "programme": found,
        "version": version_with_rules(version),
        "running": running_case_of(request.user, found),
    }
    return render(request, "validation/programme.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin: once, also when the button is pressed twice."""
    found = get_programme_for(request.user, slug)
    if running := running_case_of(request.user, found):
        return redirect(running)
    version = services.newest_published(found)
    if version is None or not found.is_open:
        raise ProgrammeClosed
    form = StartForm(request.POST or None, person=request.user, version=version)
    if form.is_valid():
        try:
            case = services.start_case(programme=found, person=request.user, **form.cleaned_data)
        except AlreadyRunning:
            return redirect(running_case_of(request.user, found) or "validation:portfolio")
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("You have begun. Nobody reads along while you write."))
            return redirect(case)
    context = {"programme": found, "form": form, "has_school": School.objects.of(request.user).exists()}
    return render(request, "validation/start.html", context, status=status_of(form))
