"""Reading what was submitted, and deciding."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import signed_in
from core.errors import DomainError, NotAllowed
from resources import services
from resources.errors import OwnPractice
from resources.forms import ReviewForm
from resources.models import Practice, Quote, Review
from resources.policies import can_review, get_practice_for, is_contributor, reviews_anything
from resources.services.content import COLUMNS

PER_PAGE = 25


@require_safe
@signed_in
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for this person's review, the longest waiting first."""
    if not reviews_anything(request.user):
        raise NotAllowed
    waiting = Practice.objects.to_review(request.user).with_facts().counting_materials()
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    taken_back = Quote.objects.taken_back_for(request.user)[:PER_PAGE]
    return render(request, "resources/reviews.html", {"page_obj": page, "taken_back": taken_back})


@require_http_methods(["GET", "POST"])
@signed_in
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Read a submitted practice; publish it, or return it with reasons."""
    original = get_practice_for(request.user, slug)
    practice = original.latest
    if is_contributor(request.user, practice):
        raise OwnPractice
    if not can_review.test(request.user, practice):
        raise NotAllowed
    form = ReviewForm(request.POST or None, initial={"version": practice.version})
    if request.method == "POST" and form.is_valid():
        try:
            services.review_practice(practice=original, by=request.user, **form.cleaned_data)
            return _decided(request, practice, form.cleaned_data["decision"])
        except DomainError as error:
            form.add_error("reasons" if "reasons" in error.errors else None, str(error))
            form.data = form.data.copy()  # type: ignore[assignment]
            form.data["version"] = str(practice.version)
    context = {
        "original": original,
        "practice": practice,
        "materials": practice.materials.all(),
        "quotes": original.quotes.select_related("author"),
        "form": form,
        "changed": _changed(original, practice),
        "history": Review.objects.filter(practice__in=[original, practice]).select_related("by"),
    }
    return render(request, "resources/review.html", context)


def _decided(request: HttpRequest, practice: Practice, decision: str) -> HttpResponse:
    texts = {
        Review.Decision.PUBLISH: _("“%(title)s” is published. Everybody can find it now."),
        Review.Decision.RETURN: _("“%(title)s” went back to its contributor, with your advice."),
    }
    messages.success(request, texts[Review.Decision(decision)] % {"title": practice.title})
    return redirect("resources:reviews")


def _changed(original: Practice, latest: Practice) -> list[str]:
    """The names of the fields that differ from what is published."""
    if original == latest:
        return []
    return [str(Practice._meta.get_field(name).verbose_name) for name in COLUMNS if _differs(original, latest, name)]


def _differs(original: Practice, latest: Practice, name: str) -> bool:
    return getattr(original, name) != getattr(latest, name)
