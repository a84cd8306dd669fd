"""What every installation starts with: the two languages, the first pages and the groups of people with a task."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Locale, Page, Site
from wagtail.models.media import Collection

from home.models import HomePage, StandardPage
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
# Apps whose models editors and administrators keep in /admin/.
EDITED_APPS = ("networks", "resources", "home")


@transaction.atomic
def set_up_site() -> HomePage:
    """Make the languages, the first pages and the groups where they are missing; returns the Dutch home page.

    What is there stays as it is, so this may be run after every upgrade.
    """
    dutch, english = [Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES]
    home = HomePage.objects.filter(locale=dutch).first() or _plant(dutch)
    if not home.has_translation(english):
        _translate(home, english)
    _groups()
    return home


def _plant(locale: Locale) -> HomePage:
    """The home page and its first child in the default language; replaces Wagtail's welcome page."""
    root = Page.get_first_root_node()
    welcome = Page.objects.filter(depth=2, slug="home").exclude(pk__in=HomePage.objects.values("pk")).first()
    if welcome is not None:
        welcome.slug = "wagtail-welcome"
        welcome.save()
    with override(locale.language_code):
        home = root.add_child(instance=HomePage(title="Leernetwerk", slug="home", locale=locale))
        home.add_child(instance=NetworkIndexPage(title=_("Learning networks"), slug="netwerken", locale=locale))
    port = 80
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": port, "root_page": home, "site_name": settings.WAGTAIL_SITE_NAME},
    )
    if welcome is not None:
        welcome.refresh_from_db()
        welcome.delete()
    return home


def _translate(page: Page, locale: Locale) -> Page:
    """The page and its children in the other language, under the same slugs."""
    copy = page.copy_for_translation(locale, copy_parents=True)
    copy.slug = f"{page.slug}-{locale.language_code}" if page.depth == 2 else page.slug
    with override(locale.language_code):
        if isinstance(copy, NetworkIndexPage):
            copy.title = _("Learning networks")
    copy.save_revision().publish()
    for child in page.get_children().live().specific():
        if not child.has_translation(locale):
            _translate(child, locale)
    return copy


def _groups() -> None:
    root = Page.get_first_root_node()
    for name in (ADMINISTRATORS, EDITORS):
        group, is_new = Group.objects.get_or_create(name=name)
        if not is_new and group.permissions.exists():
            continue
        codes = Permission.objects.filter(content_type__app_label__in=EDITED_APPS)
        group.permissions.set(codes | Permission.objects.filter(codename="access_admin"))
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
