"""What can be found of networks: their announcements, by everybody who may know of them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils.translation import gettext_lazy as _

from core.richtext import to_text
from networks.models import Enrolment, Meeting, Network, NetworkPage
from networks.policies import facilitated_by
from search import audiences
from search.searchable import Searchable, SearchDocumentData, register
from search.services import refresh_many


class NetworkSearchable(Searchable):
    """The announcement of a network in one language. Registered in networks.apps."""

    model = NetworkPage
    kind = "network"
    label = _("Network")
    plural = _("Networks")
    dated = False  # the next meeting when the network was last changed
    facets = ("theme", "sector")
    per_language = True

    def queryset(self) -> QuerySet[Any]:
        pages = NetworkPage.objects.select_related("network", "locale")
        return pages.prefetch_related("network__themes", "network__series__meetings")

    def document(self, page: NetworkPage) -> SearchDocumentData | None:
        """None while the announcement is not published, or is for some visitors only."""
        if not page.live or page.get_view_restrictions().exists():
            return None
        network, meeting = page.network, page.network.next_meeting
        themes = network.themes.all()
        return SearchDocumentData(
            title=page.title,
            summary=page.intro,
            body="\n".join([*(to_text(text) for _key, _heading, text in page.sections), *_subjects(network)]),
            url=page.url or network.space_url,
            audience=[_token(network.pk) if network.hidden else audiences.PUBLIC],
            facets={"theme": [theme.slug for theme in themes], "sector": network.sectors},
            facet_labels={"theme": {theme.slug: theme.name for theme in themes}},
            date=meeting.starts_at if meeting else None,
            language=page.locale.language_code,
            data={"slug": network.slug},
        )


def _subjects(network: Network) -> Iterable[str]:
    return (meeting.title for meeting in network.meetings if meeting.title)


def _token(network_id: int) -> str:
    return f"network:{network_id}"


def tokens_of(user: Any) -> set[str]:
    """The networks whose inner side this person may find."""
    member_of = Enrolment.objects.accepted().filter(person=user).values_list("network", flat=True)
    return {_token(pk) for pk in [*member_of, *facilitated_by(user).values_list("pk", flat=True)]}


def _on_network(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """An announcement's row also shows its network: hidden or not, themes, the next meeting."""
    if raw or not isinstance(instance, Network | Meeting):
        return
    network = instance.pk if isinstance(instance, Network) else instance.series.network_id
    refresh_many(NetworkPage.objects.filter(network=network))


def register_all() -> None:
    register(NetworkSearchable())
    audiences.register(tokens_of)
    for model in (Network, Meeting):
        post_save.connect(_on_network, sender=model, dispatch_uid=f"networks.search.{model.__name__}")
    post_delete.connect(_on_network, sender=Meeting, dispatch_uid="networks.search.meeting_gone")
    m2m_changed.connect(_on_network, sender=Network.themes.through, dispatch_uid="networks.search.themes")
