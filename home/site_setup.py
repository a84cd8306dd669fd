"""What every installation starts with: the two languages, the first pages and the groups of people with a task."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from home.models import HomePage
from networks.models import NetworkIndexPage

ADMINISTRATORS, EDITORS = "Beheer", "Redactie"
PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
COLLECTION_PERMISSIONS = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)
WORKPLACE_PERMISSIONS = ("access_admin", "submit_translation")
# Apps whose models editors and administrators keep in /admin/.
EDITED_APPS = ("networks", "resources", "home", "wagtailsearchpromotions")


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
    _make_groups()
    return home


def translate_page(page: Page, locale: Locale, **fields: object) -> Page:
    """Publish a copy of the page in the other language, under the same address, with these fields changed."""
    copy = page.copy_for_translation(locale, copy_parents=True)
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


def _make_groups() -> None:
    root = Page.get_first_root_node()
    for name in (ADMINISTRATORS, EDITORS):
        group, is_new = Group.objects.get_or_create(name=name)
        if not is_new and group.permissions.exists():
            continue
        codes = Permission.objects.filter(content_type__app_label__in=EDITED_APPS)
        group.permissions.set(codes | Permission.objects.filter(codename__in=WORKPLACE_PERMISSIONS))
        for code in PAGE_PERMISSIONS:
            GroupPagePermission.objects.get_or_create(
                group=group,
                page=root,
                permission=Permission.objects.get(codename=code, content_type__app_label="wagtailcore"),
            )
        for code in COLLECTION_PERMISSIONS:
            GroupCollectionPermission.objects.get_or_create(
                group=group,
                collection=Collection.get_first_root_node(),
                permission=Permission.objects.get(codename=code),
            )
