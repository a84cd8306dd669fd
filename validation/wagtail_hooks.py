"""Where coordinators keep programmes and who does what, and see the cases."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.workplace.choosing import choose_people
from core.workplace.menu import Job
from validation.models import Case, ProgrammeVersion
from validation.workplace.people import CaseViewSet, Coordinating, RoleViewSet
from validation.workplace.programmes import ProgrammeViewSet, Versions, VersionViewSet, new_version

register_permission_policy(Case, Coordinating())
register_permission_policy(ProgrammeVersion, Versions())
choose_people.needs |= {"validation.add_programmerole", "validation.change_programmerole"}


class ValidationGroup(SnippetViewSetGroup):
    items = (CaseViewSet, ProgrammeViewSet, VersionViewSet, RoleViewSet)
    menu_label = _("Validation")
    menu_name = "validation"
    menu_icon = "clipboard-list"
    menu_order = Job.VALIDATION


register_snippet(ValidationGroup)


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    return [path("validering/<int:pk>/nieuwe-versie/", new_version, name="new_programme_version")]
