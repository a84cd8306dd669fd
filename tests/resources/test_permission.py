"""The permission of the school: asked on pages, answered by programs, and given anew for another text."""

import re

import pytest
from django.urls import reverse

from resources import services
from resources.errors import PracticeIncomplete
from resources.models import Practice, SchoolPermission, Unsaved
from resources.permission.services import record_permission
from resources.permission.standing import permission_of
from tests.factories.resources import pdf
from tests.resources.conftest import browser_of
from tests.resources.test_pages import version_in

State = Practice.State


def has_permission(practice):
    standing = permission_of(practice)
    return standing is not None and standing.holds


@pytest.fixture
def browser(sanne):
    return browser_of(sanne)


def step(practice, key):
    return reverse("resources:step", args=[practice.slug, key])


class TestPermission:
    def test_pages_ask_for_it_and_programs_answer_for_it(self, draft, sanne):
        with pytest.raises(PracticeIncomplete) as refused:
            services.submit_practice(practice=draft, by=sanne, needs_permission=True)
        assert list(refused.value.errors) == ["permission_by"]

        assert services.submit_practice(practice=draft, by=sanne).is_waiting

    def test_small_corrections_keep_it_and_rewriting_does_not(self, draft, sanne):
        services.update_practice(practice=draft, by=sanne, approach="woord " * 200)
        record_permission(practice=draft, by=sanne, given_by="A. Bakker, rector")
        services.update_practice(practice=draft, by=sanne, approach="woord " * 195)
        assert has_permission(Practice.objects.get())

        services.update_practice(practice=draft, by=sanne, approach="ander " * 200)
        assert not has_permission(Practice.objects.get())

    def test_a_new_material_asks_again_and_leaving_one_out_does_not(self, draft, sanne):
        material = services.add_material(practice=draft, file=pdf(), by=sanne)
        record_permission(practice=draft, by=sanne, given_by="A. Bakker, rector")
        services.remove_material(material=material, by=sanne)
        assert has_permission(Practice.objects.get())

        services.add_material(practice=draft, file=pdf("Nieuw.pdf"), by=sanne)
        assert not has_permission(Practice.objects.get())

    def test_it_stays_with_a_published_practice_while_a_typo_is_mended(self, published, sanne):
        record_permission(practice=published, by=sanne, given_by="A. Bakker, rector")
        row = services.update_practice(practice=published, by=sanne, result="Leerlingen vragen vaker om meer uitleg.")

        assert has_permission(row)
        assert services.submit_practice(practice=published, by=sanne, needs_permission=True).is_waiting

    def test_the_form_records_it_once(self, browser, draft):
        given = {"licence": "CC-BY-4.0", "permission_by": "A. Bakker, rector", "permission": "on", "action": "save"}
        for _time in range(2):
            version = version_in(browser.get(step(draft, "delen")))
            assert browser.post(step(draft, "delen"), given | {"version": version}).status_code == 302

        assert SchoolPermission.objects.get().given_by == "A. Bakker, rector"

    def test_what_is_rewritten_asks_for_it_anew(self, browser, draft, sanne):
        services.update_practice(practice=draft, by=sanne, approach="woord " * 200)
        record_permission(practice=draft, by=sanne, given_by="A. Bakker, rector")
        page = reverse("resources:edit", args=[draft.slug])
        given = self.in_browser(browser.get(page)) | {"approach": "ander " * 200, "action": "save"}
        assert given["permission"] == "on"
        assert "Er is veel veranderd" not in browser.get(page).text

        panel = browser.post(reverse("resources:keep", args=[draft.slug]), given | {"serial": 0}).text
        assert browser.post(page, given).status_code == 302

        assert "Er is veel veranderd" in panel
        assert not has_permission(Practice.objects.get())
        again = self.in_browser(browser.get(page))
        assert "permission" not in again
        browser.post(page, again | {"permission": "on", "action": "save"})
        assert has_permission(Practice.objects.get())

    def in_browser(self, response):
        """What a browser sends back of the fields that this is about."""
        text, names = response.text, ("title", "question", "context", "result", "sector", "licence")
        shown = {name: getattr(Practice.objects.get(), name) for name in names}
        ticked = {"permission": "on"} if re.search(r'name="permission"[^>]* checked', text) else {}
        return shown | ticked | {"permission_by": "A. Bakker, rector", "version": version_in(response)}

    def test_a_tick_for_what_somebody_else_changed_meanwhile_does_not_stay(self, browser, draft, sanne, noor):
        record_permission(practice=draft, by=sanne, given_by="A. Bakker, rector")
        services.update_practice(practice=draft, by=noor, approach="ander " * 200)
        given = {"licence": draft.licence, "permission_by": "A. Bakker, rector", "permission": "on", "version": 1}

        refused = browser.post(step(draft, "delen"), given)

        assert refused.status_code == 422
        assert 'name="permission"' in refused.text
        assert not re.search(r'name="permission"[^>]* checked', refused.text)

    def test_a_tick_is_not_kept(self, browser, draft):
        typed = {"licence": draft.licence, "permission_by": "A. Bakker, rector", "permission": "on", "version": 1}

        panel = browser.post(reverse("resources:keep_step", args=[draft.slug, "delen"]), typed)

        assert "Compleet" in panel.text
        assert "permission" not in Unsaved.objects.get().content

    def test_it_is_not_published(self, published, sanne, client):
        record_permission(practice=published, by=sanne, given_by="Geheime Rector")

        assert "Geheime Rector" not in client.get(published.get_absolute_url()).content.decode()
