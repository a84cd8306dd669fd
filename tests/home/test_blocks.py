"""Every block that editors may use shows itself before it is chosen."""

import pytest
from django.core.exceptions import ValidationError

from home.blocks import HomeBlocks, MenuBlocks
from tests.factories.people import UserFactory

BLOCKS = HomeBlocks().child_blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_has_a_preview_and_says_what_it_is_for(name):
    assert BLOCKS[name].is_previewable
    assert BLOCKS[name].get_description()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["text", "steps", "agenda", "picture", "documents"])
def test_a_preview_is_shown_in_our_style(client, home_page, name):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    block = type(home_page)._meta.get_field("body").stream_block.child_blocks[name]

    response = client.get(f"/admin/block-preview/?id={block.definition_prefix}")

    assert response.status_code == 200
    assert "home/home.css" in response.text


@pytest.mark.parametrize(
    "line",
    [
        {"page": None, "path": "", "label": "Leeg"},
        {"page": None, "path": "zoeken/", "label": ""},
        {"page": None, "path": "https://elders.example/", "label": "Elders"},
        {"page": None, "path": "//elders.example/", "label": "Elders"},
    ],
)
def test_a_line_of_the_menu_leads_somewhere_within_the_site(line):
    block = MenuBlocks()

    with pytest.raises(ValidationError):
        block.clean(block.normalize([("line", line)]))
