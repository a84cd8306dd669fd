"""Competencies, each with the passages in which the participant shows it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.access import guarded, signed_in
from core.errors import DomainError
from networks.views.forms import status_of
from validation import services
from validation.forms.writing import PassageForm
from validation.portfolio.content import portfolio_of
from validation.views.cases import OWN
from validation.views.frame import row_of, theme_for, theme_page, theme_to_write


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def competencies(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Each competency with its passages, and a form to link one more."""
    own = theme_for(request, case, theme) if request.method == "GET" else theme_to_write(request, case, theme)
    form = PassageForm(request.POST or None, theme=own, initial={"competency": request.GET.get("competentie")})
    if form.is_valid():
        try:
            link = services.link_passage(theme=own, by=request.user, **form.cleaned_data)
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("The passage is linked to “%(it)s”.") % {"it": link.competency.label})
            return redirect(_after(request, own))
    portfolio = portfolio_of(own)
    shown = [(it, [at for at in portfolio.links if at.link.competency_id == it.pk]) for it in portfolio.competencies]
    context = {"form": form, "shown": shown}
    return theme_page(
        request, own, "competencies", "competencies", context, portfolio=portfolio, status=status_of(form)
    )


@require_POST
@signed_in
@guarded(OWN)
def unlink(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """The passage is no longer linked; the text stays."""
    own = theme_to_write(request, case, theme)
    services.unlink_passage(link=row_of(own.links, pk, own), by=request.user)
    messages.success(request, _("The passage is no longer linked. Your text stays as it is."))
    return redirect(_after(request, own))


def _after(request: HttpRequest, own: object) -> str:
    """Back to the section from which it was linked, or to the list."""
    args = [own.case_id, own.pk]
    key = request.POST.get("back", "")
    if own.case.version.sections.filter(key=key).exists():
        return f"{reverse('validation:section', args=[*args, key])}#passages"
    return reverse("validation:competencies", args=args)
