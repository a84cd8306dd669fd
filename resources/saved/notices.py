"""What people hear of the searches that they keep."""

from django.utils.translation import gettext_lazy as _

from notifications.delivery import Delivery
from notifications.kinds import Kind
from resources.news import PRACTICES

FOUND = Kind(
    key="search.found",
    label=_("There is something new in a search that I keep"),
    group=PRACTICES,
    section="",
    delivery=Delivery.DAILY,
    may_be_off=True,
    title=_("New in the library: %(search)s"),
    text=_("This was published and fits what you look for:\n\n%(titles)s"),
    action=_("View what is found"),
)
