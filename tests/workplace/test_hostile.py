"""Hostile texts in every field of the editors' own forms: stored, or refused at the field; shown harmless."""

import pytest
from django.db import transaction
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

from home.models import FaqPage, NewsIndexPage, OfferIndexPage
from tests.factories.pages import publish
from tests.networks.hostile.filling import encoded
from tests.networks.hostile.harmless import _Reader
from tests.networks.hostile.strings import STRINGS
from tests.workplace.filling import filled

FORM = "application/x-www-form-urlencoded"
CHOSEN = (
    *("script", "end of element", "attribute", "comment", "template", "placeholders", "address with code", "SQL"),
    *("NUL", "control characters", "no characters", "half a character", "four bytes", "10,000 characters"),
    *("only spaces", "formula", "right to left", "header by CRLF"),
)


@pytest.fixture
def home(people, network):
    page = network.pages.get().get_parent().get_parent().specific
    for kind in (FaqPage, NewsIndexPage, OfferIndexPage):
        publish(page, kind(title=kind.__name__, locale=page.locale))
    return page


def address_of(model, home):
    """Where one is added; a page below the first that may hold it, or nowhere."""
    label = f"{model._meta.app_label}/{model._meta.model_name}"
    if hasattr(model, "snippet_viewset"):
        return f"/admin/snippets/{label}/add/"
    parents = [it for it in [home, *home.get_descendants().specific()] if model in it.allowed_subpage_models()]
    return f"/admin/pages/add/{label}/{parents[0].pk}/" if parents else ""


OURS = {it.__name__: it for it in (*get_snippet_models(), *get_page_models()) if it._meta.app_label != "wagtailcore"}
OTHERS = {"person": "/admin/users/new/", "organisation": "/admin/settings/home/organisation/"}


def send(browser, address, text):
    """The form with the text in every field, and what is answered."""
    shown = browser.get(address, follow=True)
    if shown.status_code != 200 or "form" not in (shown.context or {}):
        return None
    form = shown.context["form"]
    return browser.post(shown.request["PATH_INFO"], encoded(filled(form, text)), FORM), form


def require_harmless(html, where):
    reader = _Reader()
    reader.feed(html)
    assert not reader.broken, (where, reader.broken)


def refused(form):
    """The fields that said no, those of rows and of blocks included."""
    rows = [it.errors for rows in getattr(form, "formsets", {}).values() for it in rows.forms if it.errors]
    return form.errors or rows


@pytest.mark.parametrize("name", [*OURS, *OTHERS])
def test_whatever_an_editor_types_is_stored_or_refused_at_the_field(name, browser_as, home, something):
    browser = browser_as("administrator")
    address = OTHERS.get(name) or address_of(OURS[name], home)
    if not address or (browser.get(address, follow=True).redirect_chain and name not in OTHERS):
        pytest.skip("Nobody adds these in the workplace.")
    for kind in CHOSEN:
        with transaction.atomic():
            answer, _form = send(browser, address, STRINGS[kind])
            assert answer.status_code in {200, 302}, (kind, answer.status_code)
            require_harmless(answer.text, (name, kind))
            if answer.status_code == 200:
                assert refused(answer.context["form"]), (name, kind)
            else:
                require_harmless(browser.get(answer["Location"], follow=True).text, (name, kind, answer["Location"]))
            transaction.set_rollback(True)
