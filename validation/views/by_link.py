"""What somebody with a link and without an account sees: the questions to a colleague, and looking along."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.access import guarded
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.by_link import CommentForm, DeclineForm, GiveForm
from validation.models import FeedbackRequest
from validation.policies import get_feedback_request_for, get_look_along_for

HOLDS_LINK = "whoever holds the link"
GONE = 410


@never_cache
@require_http_methods(["GET", "POST"])
@guarded(HOLDS_LINK)
def give_feedback(request: HttpRequest, token: str) -> HttpResponse:
    """The guided questions; answered once."""
    asked = get_feedback_request_for(token)
    if not services.takes_feedback(asked):
        return _over(request, asked)
    form = GiveForm(request.POST or None, asked=asked)
    if form.is_valid() and stored(form, lambda: services.give_feedback(request=asked, answers=form.answers)):
        return redirect("validation:give_feedback", token)
    context = {"asked": asked, "form": form}
    return render(request, "validation/by_link/feedback.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@guarded(HOLDS_LINK)
def decline_feedback(request: HttpRequest, token: str) -> HttpResponse:
    """Give none, and say why."""
    asked = get_feedback_request_for(token)
    if not services.takes_feedback(asked):
        return _over(request, asked)
    form = DeclineForm(request.POST or None)
    if form.is_valid() and stored(
        form, lambda: services.decline_feedback(request=asked, reason=form.cleaned_data["reason"])
    ):
        return redirect("validation:give_feedback", token)
    context = {"asked": asked, "form": form}
    return render(request, "validation/by_link/decline.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@guarded(HOLDS_LINK)
def looking_along(request: HttpRequest, token: str) -> HttpResponse:
    """Some sections to read, and a box for a comment."""
    row = get_look_along_for(token)
    if not row.is_open:
        return render(request, "validation/by_link/ended.html", {"row": row}, status=GONE)
    form = CommentForm(request.POST or None, look_along=row)
    if form.is_valid() and stored(form, lambda: services.comment_along(look_along=row, **form.cleaned_data)):
        return redirect("validation:looking_along", token)
    shown = row.sections.all()
    texts = {it.section_id: it.text for it in row.theme.texts.filter(section__in=shown)}
    context = {
        "row": row,
        "form": form,
        "shown": [(it, texts.get(it.pk, "")) for it in shown],
        "comments": row.comments.select_related("section"),
    }
    return render(request, "validation/by_link/look_along.html", context, status=status_of(form))


def _over(request: HttpRequest, asked: FeedbackRequest) -> HttpResponse:
    """What was answered can be read again, and not changed; otherwise it says why there is nothing to do."""
    status = 200 if asked.answered_at or asked.declined_at else GONE
    return render(request, "validation/by_link/over.html", {"asked": asked}, status=status)
