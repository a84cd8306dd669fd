"""What people are told about requests for support: that there is news, never what it says or of which school.

Mail and inbox are read over shoulders and forwarded; who may know opens the request itself.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import SupportRequest
from networks.news.groups import NETWORKS
from networks.policies import facilitates_any
from networks.support_policies import askers_of, handlers_of
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="support.filed",
        label=_("New requests for extra support"),
        group=NETWORKS,
        title=_("A school asks for extra support"),
        text=_("A school in %(network)s asks for extra support. It is confidential: you read it after signing in."),
        action=_("Read the request"),
        concerns=facilitates_any,
    ),
    Kind(
        key="support.news",
        label=_("News about extra support that concerns me"),
        group=NETWORKS,
        title=_("News about extra support"),
        text=_("There is news about a request for extra support. It is confidential: you read it after signing in."),
        action=_("Read the news"),
    ),
)


def filed(request: SupportRequest, by: User) -> None:
    """To facilitators and organisation; colleagues of the same school hear that there is news."""
    _tell("support.filed", request, handlers_of(request.network), by)
    _tell("support.news", request, askers_of(request).exclude(pk__in=handlers_of(request.network)), by)


def moved_on(request: SupportRequest, by: User) -> None:
    """To the school, and to who has it in hand; while nobody has, to all who may."""
    handlers = [request.owner] if request.owner else list(handlers_of(request.network))
    _tell("support.news", request, [*askers_of(request), *handlers], by)


def _tell(kind: str, request: SupportRequest, people: Iterable[User], by: User) -> None:
    readers = [person for person in people if person.pk != by.pk]
    notify(readers, kind, about=request, url=request.url, params={"network": request.network.title})
