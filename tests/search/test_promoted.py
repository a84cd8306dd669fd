"""What editors promote: on top for whom may see it, and gone with the page."""

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits, SearchPromotion
from wagtail.models import Page, PageViewRestriction, Site

from search import searchable
from search.pages import PageSearchable
from search.services import promoted_for

VISITOR = AnonymousUser()


class AnyPage(PageSearchable):
    model = Page
    kind = "any-page"
    label = "Page"


@pytest.fixture
def page(db):
    root = Site.objects.get(is_default_site=True).root_page
    return root.add_child(instance=Page(title="Kosten", slug="kosten", search_description="Niets."))


@pytest.fixture(params=["can be found", "cannot be found"])
def kind_of_page(request, db):
    if request.param == "can be found":
        searchable.register(AnyPage())
        yield
        searchable.unregister("any-page")
    else:
        yield


def promote(query, **what):
    return SearchPromotion.objects.create(query=Query.get(query), **what)


def shown(text, user=VISITOR):
    return [promoted.title for promoted in promoted_for(user=user, text=text)]


def test_a_page_is_promoted_for_exactly_its_query(kind_of_page, page):
    promote("Wat kost het", page=page)

    (promoted,) = promoted_for(user=VISITOR, text="  wat KOST het ")
    assert (promoted.title, promoted.description) == ("Kosten", "Niets.")
    assert promoted.url.endswith("/kosten/")
    assert shown("kost het") == shown("") == []


def test_a_page_is_no_longer_promoted_once_it_is_unpublished(kind_of_page, page):
    promote("kosten", page=page)
    page.unpublish()
    assert shown("kosten") == []

    page.save_revision().publish()
    assert shown("kosten") == ["Kosten"]


def test_a_restricted_page_is_promoted_to_no_visitor(kind_of_page, page, sanne):
    promote("kosten", page=page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert shown("kosten") == []


def test_an_address_of_this_site_counts_by_what_is_found_there(publish, rewrite, sanne, own_network):
    own_network(sanne)
    school = publish("Verslag", url="/scholen/x/")
    promote("verslag", external_link_url=f"{settings.BASE_URL}/scholen/x/", external_link_text="Ons verslag")
    assert shown("verslag") == ["Ons verslag"]

    rewrite(school, audience=["network:7"])
    assert (shown("verslag"), shown("verslag", sanne)) == ([], ["Ons verslag"])

    rewrite(school, None)
    assert shown("verslag", sanne) == []


def test_an_address_elsewhere_and_the_editors_order(publish):
    promote("hulp", external_link_url="https://b.example/", external_link_text="B", sort_order=2)
    promote("hulp", external_link_url="https://a.example/", external_link_text="A", sort_order=1)

    assert shown("hulp") == ["A", "B"]


def test_only_promoted_queries_are_counted(db):
    promote("hulp", external_link_url="https://a.example/", external_link_text="A")

    for text in ("hulp", "Hulp", "hulp bij scheiding"):
        shown(text)

    assert [(day.query.query_string, day.hits) for day in QueryDailyHits.objects.all()] == [("hulp", 2)]
    assert Query.objects.count() == 1


def test_queries_do_not_grow_with_the_picks(publish, django_assert_max_num_queries):
    for number in range(12):
        publish(f"Toets {number}", url=f"/scholen/{number}/")
        promote("toets", external_link_url=f"{settings.BASE_URL}/scholen/{number}/", external_link_text=str(number))

    with django_assert_max_num_queries(12):
        assert len(shown("toets")) == 12
