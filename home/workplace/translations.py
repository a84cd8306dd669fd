"""Dutch pages that English readers miss."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core.workplace.panels import SOME, Line, ListPanel


class MissingTranslationsPanel(ListPanel):
    name, icon, order = "translations", "globe", 60
    heading = _("Pages without English")

    def lines(self) -> Iterable[Line]:
        user = self.request.user
        own_text = Page.objects.filter(alias_of=None, locale__language_code="en")  # an alias still has the Dutch one
        english = own_text.filter(translation_key=OuterRef("translation_key"))
        mine = page_permission_policy.instances_user_has_permission_for(user, "change")
        dutch = mine.live().filter(~Exists(english), locale__language_code=settings.LANGUAGE_CODE, depth__gt=1)
        for page in dutch.order_by("-latest_revision_created_at", "pk")[:SOME]:
            yield Line(page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]))
