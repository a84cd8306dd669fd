"""Wagtail pages: published, moved, restricted."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from wagtail.models import Page, PageViewRestriction, Site

from search import searchable, services
from search.models import SearchDocument
from search.pages import PageSearchable


class AnyPage(PageSearchable):
    model = Page
    kind = "any-page"
    label = "Page"


@pytest.fixture
def branch(db):
    """A section with one page in it, both live."""
    searchable.register(AnyPage())
    root = Site.objects.get(is_default_site=True).root_page
    section = root.add_child(instance=Page(title="Afdeling", slug="afdeling"))
    yield section, section.add_child(instance=Page(title="Toetskalender", slug="toetskalender"))
    searchable.unregister("any-page")


def found(user=None):
    return [hit.title for hit in services.search(user=user or AnonymousUser(), text="toets", kinds=["any-page"]).items]


def test_a_live_page_is_found(branch):
    assert found() == ["Toetskalender"]


def test_an_unpublished_page_is_not(branch):
    branch[1].unpublish()
    assert found() == []

    branch[1].save_revision().publish()
    assert found() == ["Toetskalender"]


def test_a_restriction_holds_for_the_pages_below(branch, sanne):
    restriction = PageViewRestriction.objects.create(page=branch[0], restriction_type=PageViewRestriction.LOGIN)
    assert (found(), found(sanne)) == ([], ["Toetskalender"])

    restriction.delete()
    assert found() == ["Toetskalender"]


def test_a_restriction_by_who_read_the_page_before_it_was_moved_holds(branch):
    read = Page.objects.get(pk=branch[1].pk)
    branch[1].move(branch[0].get_parent(), pos="last-child")

    PageViewRestriction.objects.create(page=read, restriction_type=PageViewRestriction.PASSWORD, password="x")

    assert found() == []


def test_a_page_with_a_password_is_found_by_nobody(branch, sanne):
    PageViewRestriction.objects.create(page=branch[1], restriction_type=PageViewRestriction.PASSWORD, password="x")

    assert (found(), found(sanne)) == ([], [])


def test_a_page_for_a_group_is_found_by_the_group(branch, sanne, kees):
    group = Group.objects.create(name="Besloten groep")
    sanne.groups.add(group)
    restriction = PageViewRestriction.objects.create(page=branch[1], restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(group)
    services.refresh(branch[1])

    assert (found(), found(kees), found(sanne)) == ([], [], ["Toetskalender"])


def test_moving_a_section_moves_the_addresses_below(branch):
    section, _page = branch
    elsewhere = section.get_parent().add_child(instance=Page(title="Elders", slug="elders"))

    section.refresh_from_db()
    section.move(elsewhere, pos="last-child")

    assert SearchDocument.objects.get(title="Toetskalender").url.endswith("/elders/afdeling/toetskalender/")


def test_deleting_a_section_forgets_the_pages_below(branch):
    branch[0].refresh_from_db()
    branch[0].delete()

    assert found() == []
