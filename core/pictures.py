"""Pictures of editors, in the sizes that pages ask for. Restricted collections keep them from who may not see them."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django_sendfile import sendfile
from wagtail.images import get_image_model
from wagtail.models import BaseViewRestriction, Collection

from core.access import guarded

FOLDER = "images/"


@require_safe
@guarded("privacy of the picture's collection")
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """One rendition; Wagtail asks the privacy of a collection for documents only.

    Browsers keep it and ask each time whether it still holds, as a collection may become private. Originals have no
    address: they are as large as they were uploaded, with all that a camera wrote into them.
    """
    renditions = get_image_model().get_rendition_model().objects.select_related("image__collection")
    rendition = renditions.filter(file=f"{FOLDER}{name}").first()
    if rendition is None or not may_see(request, rendition.image.collection):
        raise Http404
    try:
        response = sendfile(request, rendition.file.path)
    except FileNotFoundError:
        raise Http404 from None
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-cache"
    return response


def may_see(request: HttpRequest, collection: Collection) -> bool:
    """Whether every restriction of the collection, or of one above it, lets this reader in."""
    restrictions: list[BaseViewRestriction] = list(collection.get_view_restrictions())
    return all(restriction.accept_request(request) for restriction in restrictions)


ROUTE = f"{settings.MEDIA_URL.strip('/')}/{FOLDER}<str:name>"
