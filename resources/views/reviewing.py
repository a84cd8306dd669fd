"""Reading what was submitted, and deciding."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import signed_in
from core.errors import NotAllowed
from networks.views.forms import status_of, stored, with_version
from resources import services
from resources.conversation.history import changes_since_review, last_review, reviews_of
from resources.conversation.reading import parts_to_review
from resources.errors import OwnPractice
from resources.forms import ReviewForm
from resources.models import Practice, Quote, Review, Trial
from resources.permission.standing import permission_of
from resources.policies import can_review, get_practice_for, is_author, reviews_anything
from resources.privacy.services import findings_of

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
    trials_waiting = Trial.objects.to_judge(request.user).count()
    context = {"page_obj": page, "taken_back": taken_back, "trials_waiting": trials_waiting}
    return render(request, "resources/reviews.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Read a submitted practice part by part; publish it, or return it with reasons and remarks."""
    original = get_practice_for(request.user, slug)
    practice = original.latest
    if is_author(request.user, practice):
        raise OwnPractice
    if not can_review.test(request.user, practice):
        raise NotAllowed
    form = ReviewForm(request.POST or None, initial={"version": practice.version})
    if request.method == "POST" and form.is_valid():
        if stored(form, lambda: services.review_practice(practice=original, by=request.user, **form.cleaned_data)):
            return _decided(request, practice, form.cleaned_data["decision"])
        with_version(form, practice.version)
    return render(request, "resources/review.html", _page(original, practice, form), status=status_of(form))


def _page(original: Practice, practice: Practice, form: ReviewForm) -> dict[str, Any]:
    changes = changes_since_review(original)
    return {
        "original": original,
        "practice": practice,
        "materials": practice.materials.with_pages(),
        "quotes": original.quotes.select_related("author"),
        "form": form,
        "changed": changes,
        "parts": parts_to_review(original, practice, changes),
        "last_review": last_review(original),
        "history": reviews_of(original),
        "permission": permission_of(practice),
        "findings": findings_of(practice),
    }


def _decided(request: HttpRequest, practice: Practice, decision: str) -> HttpResponse:
    texts = {
        Review.Decision.PUBLISH: _("“%(title)s” is published. Everybody can find it now."),
        Review.Decision.RETURN: _("“%(title)s” went back to its contributor, with your advice."),
    }
    messages.success(request, texts[Review.Decision(decision)] % {"title": practice.title})
    return redirect("resources:reviews")
