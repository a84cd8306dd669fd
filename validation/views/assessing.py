"""An assessor's place: what is to be assessed, what was handed in, and the notes between assessors."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from core.files import download
from networks.views.forms import status_of, stored
from notifications.services import mark_read_about
from validation import services
from validation.assessing.assessed import assessed_by, earlier_of
from validation.forms.assessing import NoteForm
from validation.models import AssessorNote, Evidence, Submission
from validation.policies import assesses_anything
from validation.portfolio.exporting import submission_as_pdf
from validation.views.assessed_frame import ASSESS, assessed_for, assessed_page

A_PAGE = 25
KINDS = {"bewijs": "evidence", "bijlage": "appendices"}


@require_safe
@signed_in
@guarded(ASSESS)
def assessing_list(request: HttpRequest) -> HttpResponse:
    """What the person assesses; what is to be done first."""
    if not assesses_anything(request.user):
        raise NotFound
    page = Paginator(assessed_by(request.user), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "validation/assessing/list.html", {"page_obj": page})


@require_safe
@signed_in
@guarded(ASSESS)
def assessed(request: HttpRequest, pk: int) -> HttpResponse:
    """What was handed in, as it was then."""
    row = assessed_for(request, pk)
    mark_read_about(person=request.user, about=row.submission)
    context = {"content": row.submission.content, "files": row.submission, "earlier": earlier_of(row.submission)}
    return assessed_page(request, row, "assessed", "assessed", context)


@require_safe
@signed_in
@guarded(ASSESS)
def assessed_file(request: HttpRequest, pk: int, kind: str, number: int) -> HttpResponse:
    """Download a file that goes along. kind: in which list it stands; number: its id there."""
    submission = assessed_for(request, pk).submission
    piece = _piece(submission, kind, number)
    file = Evidence(file=piece["stored"]).file
    if not file.storage.exists(file.name):
        raise NotFound
    return download(request, file, name=piece["file"], content_type=piece["type"])


@require_safe
@signed_in
@guarded(ASSESS)
def assessed_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """What was handed in as one PDF."""
    submission = assessed_for(request, pk).submission
    answer = HttpResponse(submission_as_pdf(submission), content_type="application/pdf")
    name = f"portfolio-{submission.theme.theme.key}-{submission.number}.pdf"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(ASSESS)
def assessor_notes(request: HttpRequest, pk: int) -> HttpResponse:
    """Anonymous notes: the own ones, and those of fellow assessors once all are in."""
    row = assessed_for(request, pk)
    form = NoteForm(request.POST or None)
    write = services.write_note
    if form.is_valid() and stored(
        form, lambda: write(submission=row.submission, by=request.user, text=form.cleaned_data["text"])
    ):
        messages.success(request, _("Your note is stored."))
        return redirect("validation:assessor_notes", pk)
    notes = AssessorNote.objects.readable_by(request.user).filter(submission=row.submission)
    context = {"form": form, "notes": notes}
    return assessed_page(request, row, "notes", "assessor_notes", context, status=status_of(form))


def _piece(submission: Submission, kind: str, number: int) -> dict[str, str]:
    """A piece of the snapshot that has a file. Raises NotFound."""
    for piece in submission.content.get(KINDS.get(kind, ""), []):
        if piece["id"] == number and piece["stored"]:
            found: dict[str, str] = piece
            return found
    raise NotFound
