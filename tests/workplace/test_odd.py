"""Odd addresses, queries and forms, sent to every route of our own in the workplace, never break it."""

from contextlib import suppress

import pytest
from django.urls import NoReverseMatch, reverse
from wagtail.snippets.models import get_snippet_models

ODD_KEYS = ("x", "9" * 30, "-1", "0")
QUERIES = (
    "?p=0&q=%00&ordering=-x&export=pdf",
    f"?p={'9' * 30}&network={'9' * 30}&board=x&themes=x&facilitators=%00&state=x&kind=%FF&asked=x",
    "?p=-1&ordering=pk&started_on__gte=32-13-2026&ended_on__isnull=x&school__sector=x&q=%ED%A0%80",
    f"?q={'a+' * 300}&export=csv&_w_filter_fragment=1&id=x&id={'9' * 30}&next=https://elders.example",
)
FORMS = ({}, {"x": "\x00"}, {"meetings-TOTAL_FORMS": "x", "sign_up_questions-TOTAL_FORMS": "9"},
         {"network": "x", "person": "9" * 30, "school": "\x00", "facilitators": ["x", "9" * 30], "themes": ["x"],
          "number": "9" * 30, "places": "-1", "position": "1e9", "starts_on": "00-00-0000", "kind": "x",
          "meetings-TOTAL_FORMS": 1, "meetings-INITIAL_FORMS": 1, "meetings-0-id": "9" * 30,
          "sign_up_questions-TOTAL_FORMS": 1, "sign_up_questions-INITIAL_FORMS": 0,
          "sign_up_questions-0-only_after": "9" * 30, "sign_up_questions-0-ORDER": "x"})  # fmt: skip
MODELS = get_snippet_models()


def routes(model, something):
    """The addresses of the lists and forms of this model, and whether the key in it is odd."""
    label = f"{model._meta.app_label}/{model._meta.model_name}"
    own = something[label].pk if label in something else 1
    viewset = model.snippet_viewset
    for pattern in viewset.get_urlpatterns():
        for arguments in ([], *([key] for key in (own, *ODD_KEYS))):
            with suppress(NoReverseMatch):
                yield reverse(viewset.get_url_name(pattern.name), args=arguments), arguments not in ([], [own])


@pytest.mark.parametrize("model", MODELS, ids=lambda it: it.__name__)
def test_nothing_odd_breaks_a_list_or_a_form(model, browser_as, something):
    browser = browser_as("administrator")
    browser.raise_request_exception = False
    broken = []

    for address, is_odd in routes(model, something):
        queries, forms = (QUERIES[:1], FORMS[:1]) if is_odd else (QUERIES, FORMS)
        sent = [("get", address + query, None) for query in queries] + [("post", address, form) for form in forms]
        for method, at, form in sent:
            answer = getattr(browser, method)(at, form) if form is not None else browser.get(at)
            if answer.status_code >= 500:
                broken.append((method, at, form))

    assert broken == []


@pytest.mark.parametrize("address", ["reports/deelname/", "reports/afspraken/", "reports/praktijkvoorbeelden/",
                                     "reports/zonder-resultaat/", "announcements/", "users/"])  # fmt: skip
def test_nothing_odd_breaks_a_report(address, browser_as, something):
    browser = browser_as("administrator")
    browser.raise_request_exception = False

    broken = [query for query in QUERIES if browser.get(f"/admin/{address}{query}").status_code >= 500]

    assert broken == []
