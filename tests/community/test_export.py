"""The export of the own data takes along what somebody said, and nobody else's words."""

import pytest

from community import services
from community.personal import exported
from tests.community.conftest import say

pytestmark = pytest.mark.django_db


def test_own_posts_that_still_stand_are_exported(thread, imke, sanne):
    say(thread, imke, "<p>Van mij.</p>")
    say(thread, sanne, "<p>Van Sanne.</p>")
    services.delete_post(post=say(thread, imke, "<p>Weg.</p>"), by=imke)

    assert [post["text"] for post in exported(imke)] == ["<p>Van mij.</p>"]
