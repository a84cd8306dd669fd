"""The groups that a migration makes, with what each may do."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupApprovalTask, GroupPagePermission

from home.duties import DUTIES, EDITORS, give_duties
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
