"""Keywords while one types."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from core.access import signed_in
from resources.taxonomy.suggesting import suggestions_for


@require_safe
@signed_in
def suggest(request: HttpRequest) -> JsonResponse:
    """The keywords that begin with `q`, or for which another word does."""
    return JsonResponse({"tags": suggestions_for(request.GET.get("q", ""), request.user)})
