"""Where administrators keep people, schools and boards."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from accounts.workplace.choosing import choose_people
from core.workplace.access import Only
from core.workplace.menu import PEOPLE_MENU, Job
from schools.models import Employment
from schools.workplace.choosing import CHOOSERS
from schools.workplace.employments import EmploymentViewSet, EndEmployments
from schools.workplace.schools import BoardViewSet, SchoolViewSet

register_permission_policy(Employment, Only(Employment, ["add", "delete", "view"]))


class PeopleAndSchoolsGroup(SnippetViewSetGroup):
    """People get their line from accounts."""

    items = (EmploymentViewSet, SchoolViewSet, BoardViewSet)
    submenu_hook = PEOPLE_MENU
    menu_icon = "user"
    menu_label = _("People and schools")
    menu_name = "people-and-schools"
    menu_order = Job.PEOPLE_AND_SCHOOLS


register_snippet(PeopleAndSchoolsGroup)
choose_people.needs.add("schools.add_employment")
hooks.register("register_bulk_action", EndEmployments)


@hooks.register("register_admin_viewset")
def choosers() -> list[Any]:
    return list(CHOOSERS)
