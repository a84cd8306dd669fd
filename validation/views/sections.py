"""The writing surface: one section at a time, kept while one types, with its versions."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import DomainError
from core.word_changes import word_changes
from networks.views.forms import status_of
from resources.views.writing import number_in
from resources.writing.clashes import ELSEWHERE, Clash
from validation import services
from validation.errors import TextElsewhere
from validation.forms.writing import PassageForm, SectionForm
from validation.models import CaseTheme, PortfolioSection, SectionText
from validation.portfolio.completeness import completeness_of
from validation.portfolio.content import Portfolio, Written, portfolio_of
from validation.views.cases import OWN
from validation.views.frame import theme_for, theme_page, theme_to_write


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def section(request: HttpRequest, case: int, theme: int, key: str) -> HttpResponse:
    """Write one section, and go on to another."""
    own = theme_for(request, case, theme) if request.method == "GET" else theme_to_write(request, case, theme)
    asked = found_in(own.case.version.sections.filter(key=key))
    if request.method == "GET":
        return _page(request, own, asked, None, [])
    form = SectionForm(request.POST, section=asked)
    clashes: list[Clash] = []
    if form.is_valid():
        given = form.cleaned_data
        try:
            services.save_text(
                theme=own,
                section=asked,
                by=request.user,
                text=given["text"],
                serial=given["serial"] or 0,
                window=given["window"],
            )
        except TextElsewhere as error:
            form.refuse(error)
            clashes = [clash(asked, error.text)]
            form.data = form.data.copy()
            form.data["serial"] = str(error.serial)  # who saves again has seen the other text
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("Saved. You can go on now or later."))
            return redirect(
                "validation:section", own.case_id, own.pk, _next(own, asked, request.POST.get("action", ""))
            )
    return _page(request, own, asked, form, clashes)


@require_POST
@signed_in
@guarded(OWN)
def keep_section(request: HttpRequest, case: int, theme: int, key: str) -> HttpResponse:
    """Keep what is typed so far; answers the panel beside the form.

    409 with the other text when another window wrote something else meanwhile.
    """
    own = theme_to_write(request, case, theme)
    asked = found_in(own.case.version.sections.filter(key=key))
    kept = services.keep_text(
        theme=own,
        section=asked,
        by=request.user,
        text=request.POST.get("text", ""),
        serial=number_in(request, "serial"),
        window=request.POST.get("window", ""),
    )
    if kept.elsewhere is not None:
        context: dict[str, Any] = {"clashes": [clash(asked, kept.elsewhere)]}
        answer = render(request, "resources/writing/clashes.html", context, status=409)
    else:
        portfolio = portfolio_of(own)
        complete = completeness_of(portfolio)
        context = {"complete": complete, "portfolio": portfolio, "theme": own, "written": portfolio.written(key)}
        answer = render(request, "validation/panel.html", context)
    answer["X-Serial"], answer["X-Version"] = str(kept.row.serial), str(kept.row.version)
    return answer


@require_safe
@signed_in
@guarded(OWN)
def versions(request: HttpRequest, case: int, theme: int, key: str) -> HttpResponse:
    """The versions of a section, each with what changed since the one before."""
    own = theme_for(request, case, theme)
    asked = found_in(own.case.version.sections.filter(key=key))
    row = found_in(SectionText.objects.filter(theme=own, section=asked))
    rows = list(row.versions.all()[:21])
    before = [it.text for it in rows[1:]] + ([""] if len(rows) < 21 else [])
    changes = [(it, list(word_changes(old, it.text))) for it, old in zip(rows, before, strict=False)]
    context = {"section": asked, "row": row, "changes": changes}
    return theme_page(request, own, "versions", "write", context)


@require_POST
@signed_in
@guarded(OWN)
def go_back(request: HttpRequest, case: int, theme: int, key: str, number: int) -> HttpResponse:
    """Let the section read as it did in this version."""
    own = theme_to_write(request, case, theme)
    row = found_in(SectionText.objects.filter(theme=own, section__key=key))
    version = found_in(row.versions.filter(number=number))
    version.of.theme = own
    services.go_back_to(version=version, by=request.user)
    messages.success(request, _("The section reads as it did then. What stood there is kept as a version."))
    return redirect("validation:section", own.case_id, own.pk, key)


def clash(section: PortfolioSection, text: str) -> Clash:
    """What another window wrote, to choose between the two."""
    return Clash("text", section.label, ELSEWHERE, text, text)


def _page(
    request: HttpRequest, own: CaseTheme, asked: PortfolioSection, form: SectionForm | None, clashes: list[Clash]
) -> HttpResponse:
    portfolio = portfolio_of(own)
    written = portfolio.written(asked.key) or Written(asked, None)
    row = written.row
    read = {"text": written.text, "version": row.version if row else 0, "serial": row.serial if row else 0}
    form = form or SectionForm(section=asked, initial=read)
    before, after = _neighbours(portfolio, asked)
    context = {
        "section": asked,
        "written": written,
        "form": form,
        "clashes": clashes,
        "before": before,
        "after": after,
        "links": [it for it in portfolio.links if it.link.section_id == asked.pk],
        "passage_form": PassageForm(theme=own, initial={"section": asked.pk}),
    }
    status = status_of(form) if form.is_bound else 200
    return theme_page(request, own, "section", "write", context, portfolio=portfolio, status=status)


def _neighbours(
    portfolio: Portfolio, asked: PortfolioSection
) -> tuple[PortfolioSection | None, PortfolioSection | None]:
    sections = [it.section for it in portfolio.sections]
    at = sections.index(asked)
    return (sections[at - 1] if at else None), (sections[at + 1] if at + 1 < len(sections) else None)


def _next(own: CaseTheme, asked: PortfolioSection, action: str) -> str:
    """Which section comes after saving: the one that was asked for, or this one."""
    wanted = action.removeprefix("to-")
    return wanted if own.case.version.sections.filter(key=wanted).exists() else asked.key
