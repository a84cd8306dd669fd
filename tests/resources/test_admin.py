"""The editors' list of practices in Wagtail's admin."""

import pytest
from django.contrib.auth.models import Permission
from taggit.models import Tag

from resources.taxonomy.services import describe_tag
from tests.resources.conftest import browser_of

LIST = "/admin/snippets/resources/practice/"


@pytest.fixture
def editor(noor):
    noor.groups.get().permissions.add(Permission.objects.get(codename="access_admin"))
    return browser_of(noor)


def test_editors_find_practices_by_state_and_go_on_to_the_site(editor, submitted, draft):
    text = editor.get(f"{LIST}?state=submitted").content.decode()

    assert submitted.title in text
    assert draft.title not in text
    assert f'href="{submitted.get_absolute_url()}"' in text
    assert f"{submitted.get_absolute_url()}beoordelen/" in editor.get(submitted.get_absolute_url()).content.decode()


@pytest.mark.parametrize("part", ["add/", "edit/{pk}/", "delete/{pk}/"])
def test_nothing_is_changed_around_the_services(editor, submitted, part):
    response = editor.get(LIST + part.format(pk=submitted.pk), follow=True)

    assert response.redirect_chain[-1][0] == "/admin/" if response.redirect_chain else response.status_code == 403


def test_others_do_not_see_the_list(bram, db):
    bram.user_permissions.add(Permission.objects.get(codename="access_admin"))

    assert browser_of(bram).get(LIST).status_code in {302, 403}


def test_a_keyword_takes_in_another_by_naming_it(editor, noor, published):
    noor.groups.get().permissions.add(*Permission.objects.filter(content_type__app_label="taggit"))
    kept = Tag.objects.create(name="terugkoppeling")
    address = f"/admin/snippets/taggit/tag/edit/{kept.pk}/"
    assert "synonyms" in editor.get(address).content.decode()

    response = editor.post(address, {"name": "terugkoppeling", "synonyms": "Feedback\nfeed back", "broader": ""})

    assert response.status_code == 302
    assert list(published.tags.names()) == ["terugkoppeling"]
    assert sorted(kept.synonyms.values_list("word", flat=True)) == ["feed back", "feedback"]


def test_a_word_of_another_keyword_is_refused_at_its_field(editor, noor, published):
    noor.groups.get().permissions.add(*Permission.objects.filter(content_type__app_label="taggit"))
    first, second = (Tag.objects.create(name=name) for name in ("toetsen", "examens"))
    describe_tag(tag=first, synonyms=["toetsing"], broader=None)

    address = f"/admin/snippets/taggit/tag/edit/{second.pk}/"
    response = editor.post(address, {"name": "examens", "synonyms": "toetsing", "broader": ""})

    assert response.status_code == 200
    assert not second.synonyms.exists()
