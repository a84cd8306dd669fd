"""What every installation starts with: the two languages, the first pages and the groups of people with a task."""

from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from core.aliases import fill_gaps
from home.duties import give_duties
from home.models import HomePage
from networks.models import NetworkIndexPage
from networks.services.agreements import keep_the_four
from validation.shipped import install_programmes


@transaction.atomic
def set_up_site() -> HomePage:
    """Make the languages, the first pages and the groups where they are missing; returns the Dutch home page.

    What is there stays as it is, so this may be run after every upgrade.
    """
    dutch, english = [Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES]
    home = HomePage.objects.filter(locale=dutch).first() or _plant(dutch)
    for page in (home, *home.get_children().type(NetworkIndexPage).specific()):
        if not page.has_translation(english):
            translate_page(page, english)
    LocaleSynchronization.objects.get_or_create(locale=english, defaults={"sync_from": dutch})
    fill_gaps()
    give_duties(apps)
    keep_the_four()
    install_programmes()
    return home


def translate_page(page: Page, locale: Locale, **fields: object) -> Page:
    """Publish a copy of the page in the other language, under the same address, with these fields changed."""
    made = page.copy_for_translation(locale, copy_parents=True)
    copy = type(page).objects.get(pk=made.pk)  # with the rows of its children
    with override(locale.language_code):
        titles = {"title": _("Learning networks")} if isinstance(page, NetworkIndexPage) else {}
    for name, value in (titles | fields).items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return copy


def _plant(locale: Locale) -> HomePage:
    """The home page and the overview of networks, in place of Wagtail's welcome page."""
    Page.objects.filter(depth=2, slug="home").exclude(pk__in=HomePage.objects.values("pk")).delete()
    root = Page.get_first_root_node()
    with override(locale.language_code):
        home = root.add_child(instance=HomePage(title="Leernetwerk", slug="home", locale=locale))
        home.add_child(instance=NetworkIndexPage(title=_("Learning networks"), slug="netwerken", locale=locale))
    address = urlsplit(settings.BASE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": address.port or (443 if address.scheme == "https" else 80),
            "root_page": home,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    return home
