"""What the groups of people with a task may do in the editors' workplace.

`give_duties` adds what is missing and takes nothing away: what an administrator gave a group besides stays, and who is
in it stays in it. It runs in a migration, and again with `setup_site` for what later versions bring along.
"""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

ADMINISTRATORS, EDITORS, FACILITATORS, COORDINATORS = "Beheer", "Redactie", "Begeleiding", "Coördinatie"

ALL = ("add", "change", "delete", "view")
VIEW = ("view",)

# Which models of which app, and what may be done with them; `*` is every model of the app.
OF_EDITORS = {
    "networks.network": ("add", "change", "view"),
    "networks.series": ALL,
    "networks.agreementpoint": ALL,
    "networks.obligationrule": ALL,
    "networks.evaluationquestion": ALL,
    "networks.theme": ALL,
    "networks.schoolholiday": ALL,
    "resources.practice": VIEW,
    "resources.checkitem": ALL,
    "resources.collection": ALL,
    "search.failedquery": VIEW,
    "search.synonymgroup": ALL,
    "taggit.tag": ALL,
    "home.*": ALL,
    "community.codeofconduct": ("change", "view"),
    "wagtailredirects.redirect": ALL,
    "wagtailsearchpromotions.searchpromotion": ALL,
    "wagtail_localize.translation": ("submit_translation",),
    "wagtail_localize.*": ALL,
}
# A version of rules is made and published, never added or deleted by hand; cases are their participants'.
OF_VALIDATION = {
    "validation.programme": ("add", "change", "view"),
    "validation.programmeversion": ("change", "view"),
    "validation.programmerole": ALL,
    "validation.case": VIEW,
}
DUTIES: dict[str, dict[str, tuple[str, ...]]] = {
    ADMINISTRATORS: OF_EDITORS
    | OF_VALIDATION
    | {
        "networks.network": ALL,
        "networks.enrolment": VIEW,
        "accounts.user": ("add", "change", "view"),
        "schools.school": ALL,
        "schools.board": ALL,
        "schools.employment": ("add", "delete", "view"),
        "wagtailcore.workflow": ALL,
        "wagtailcore.task": ALL,
        "wagtailcore.collection": ALL,
    },
    EDITORS: OF_EDITORS,
    FACILITATORS: {},
    COORDINATORS: OF_VALIDATION
    | {
        "networks.network": VIEW,
        "networks.series": VIEW,
        "schools.school": VIEW,
        "schools.board": VIEW,
    },
}

WRITE = ("add_page", "change_page")
ON_ALL_PAGES = {
    ADMINISTRATORS: (*WRITE, "publish_page", "bulk_delete_page", "lock_page", "unlock_page"),
    EDITORS: (*WRITE, "lock_page"),
}
# Which announcements a facilitator may change: networks.policies.
ON_NETWORK_PAGES = {FACILITATORS: WRITE}

CHOOSE = ("choose_image", "choose_document")
ADD = (*CHOOSE, "add_image", "add_document")  # one may change what one added
IN_COLLECTIONS = {
    ADMINISTRATORS: (*ADD, "change_image", "change_document"),
    EDITORS: (*ADD, "change_image", "change_document"),
    FACILITATORS: ADD,
    COORDINATORS: CHOOSE,
}


@transaction.atomic
def give_duties(apps: Any) -> None:
    """Make the groups, and give each what it lacks of its duties.

    apps: the registry of the models, in a migration that of its moment.
    """
    for name, models in DUTIES.items():
        group, _is_new = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        access = _permission(apps, "wagtailadmin", "admin", "access_admin")
        group.permissions.add(access, *_permissions(apps, models))
        _give_pages(apps, group, _root(apps, "Page"), ON_ALL_PAGES.get(name, ()))
        for page in apps.get_model("networks", "NetworkIndexPage").objects.values_list("pk", flat=True):
            _give_pages(apps, group, page, ON_NETWORK_PAGES.get(name, ()))
        _give_collection(apps, group, IN_COLLECTIONS.get(name, ()))


def _permissions(apps: Any, models: dict[str, tuple[str, ...]]) -> Iterable[Any]:
    for label, actions in models.items():
        app, _dot, wanted = label.partition(".")
        for model in (it for it in apps.get_models() if it._meta.app_label == app):
            name = model._meta.model_name
            if wanted in {"*", name}:
                yield from (_permission(apps, app, name, _codename(action, name)) for action in actions)


def _codename(action: str, model: str) -> str:
    return f"{action}_{model}" if action in ALL else action


def _permission(apps: Any, app: str, model: str, codename: str) -> Any:
    """On a fresh database a migration runs before Django has made the permissions; it finds these there later."""
    content_type, _is_new = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )[0]


def _root(apps: Any, model: str) -> int:
    return apps.get_model("wagtailcore", model).objects.filter(depth=1).order_by("path").values_list("pk", flat=True)[0]


def _give_pages(apps: Any, group: Any, page: int, codenames: Iterable[str]) -> None:
    for codename in codenames:
        apps.get_model("wagtailcore", "GroupPagePermission").objects.get_or_create(
            group=group, page_id=page, permission=_permission(apps, "wagtailcore", "page", codename)
        )


def _give_collection(apps: Any, group: Any, codenames: Iterable[str]) -> None:
    for codename in codenames:
        kind = codename.partition("_")[2]
        apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
            group=group,
            collection_id=_root(apps, "Collection"),
            permission=_permission(apps, APP_OF[kind], kind, codename),
        )


APP_OF = {"image": "wagtailimages", "document": "wagtaildocs"}


@transaction.atomic
def hand_over_moderation(apps: Any) -> None:
    """Let administrators approve what others submit, in place of Wagtail's groups that nobody is in.

    Where people were put in those groups already, everything stays as it is.
    """
    groups = apps.get_model("auth", "Group").objects
    administrators = groups.get(name=ADMINISTRATORS)
    for task in apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(groups__name="Moderators"):
        task.groups.add(administrators)
        if task.name == "Moderators approval":
            task.name = "Goedkeuring door Beheer"
            task.save(update_fields=["name"])
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    workflows.filter(name="Moderators approval").update(name="Goedkeuring door Beheer")
    groups.filter(name__in=["Moderators", "Editors"], user=None).delete()
