"""Everybody finds the pages that editors publish, by what is in their blocks too."""

import pytest
from django.contrib.auth.models import AnonymousUser

from home.models import StandardPage
from home.site_setup import set_up_site
from search.services import search


def titles(text):
    return [hit.title for hit in search(user=AnonymousUser(), text=text, kinds=["page"]).items]


@pytest.mark.django_db
def test_a_standard_page_is_found_by_its_blocks_while_it_is_published():
    answer = {"question": "Kost het iets?", "answer": "<p>Nee, deelname is <b>kosteloos</b>.</p>"}
    blocks = [("questions", {"heading": "Vragen", "questions": [answer]})]
    page = set_up_site().add_child(instance=StandardPage(title="Veelgestelde vragen", lead="Kort.", body=blocks))

    assert titles("kosteloos") == titles("kost kort") == ["Veelgestelde vragen"]

    page.unpublish()
    assert titles("kosteloos") == []
