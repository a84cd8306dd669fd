"""The practices that come from a learning question, as the network sees them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from networks.hanging import Thing
from networks.models import Network
from resources.models import Practice


def practices(network: Network, reader: Any) -> Iterable[tuple[int, Thing]]:
    """Those that the reader may see; of one that is not published how it stands."""
    found = Practice.objects.originals().visible_to(reader).filter(network=network)
    for it in found.exclude(learning_question=None).annotate(at=F("learning_question__enrolment")).order_by("pk"):
        state = "" if it.is_published else it.get_state_display()
        thing = Thing(kind=_("Practice"), title=it.title, url=it.get_absolute_url(), state=state)
        yield it.at, thing
