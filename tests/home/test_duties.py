"""The groups that a migration makes, with what each may do."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupApprovalTask, GroupPagePermission

from home.duties import DUTIES, EDITORS, give_duties
from home.site_setup import set_up_site
from tests.factories.people import UserFactory


def test_a_new_database_has_the_four_groups_and_no_others(db):
    assert set(Group.objects.values_list("name", flat=True)) == {"Beheer", "Redactie", "Begeleiding", "Coördinatie"}


def test_only_administrators_approve_and_publish(db):
    approvers = GroupApprovalTask.objects.get().groups.values_list("name", flat=True)
    publishers = GroupPagePermission.objects.filter(permission__codename="publish_page")

    assert list(approvers) == ["Beheer"]
    assert [it.group.name for it in publishers] == ["Beheer"]


def test_only_administrators_may_look_at_people(db):
    looking = Permission.objects.get(codename="view_user", content_type__app_label="accounts").group_set

    assert list(looking.values_list("name", flat=True)) == ["Beheer"]


def test_doing_it_again_keeps_people_and_what_was_added_and_gives_back_what_is_missing(db):
    group = Group.objects.get(name=EDITORS)
    person = UserFactory()
    person.groups.add(group)
    extra = Permission.objects.get(codename="view_school")
    group.permissions.set([extra])

    give_duties(apps)

    assert list(group.user_set.all()) == [person]
    assert extra in group.permissions.all()
    assert group.permissions.filter(codename="access_admin").exists()


def test_every_permission_of_the_table_exists_after_migrating(home_page):
    """A name with a slip of the pen would make a permission that nothing asks for."""
    given = Permission.objects.filter(group__name__in=DUTIES).distinct()

    assert [it for it in given if it.content_type.model_class() is None] == []


def rights():
    """Everything that each group may do: on models, on pages, and with pictures and files."""
    groups = Group.objects.order_by("name")
    return {
        group.name: (
            set(group.permissions.values_list("content_type__app_label", "codename")),
            set(group.page_permissions.values_list("page__path", "permission__codename")),
            set(group.collection_permissions.values_list("collection", "permission__codename")),
        )
        for group in groups
    }


def test_migrating_gives_all_that_needs_no_page(db):
    migrated = rights()

    give_duties(apps)

    assert rights() == migrated


def test_a_site_of_an_older_version_catches_up_and_stays_so(home_page):
    set_up_site()
    new = rights()
    for group in Group.objects.all():
        group.permissions.set(group.permissions.filter(codename="access_admin"))
        group.page_permissions.all().delete()
        group.collection_permissions.all().delete()

    set_up_site()
    caught_up = rights()
    set_up_site()

    assert caught_up == new
    assert rights() == new
