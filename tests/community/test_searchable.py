"""Members find what is said in their network; nobody else does."""

import pytest
from django.contrib.auth.models import AnonymousUser

from community import services
from search.services import search
from tests.community.conftest import say

pytestmark = pytest.mark.django_db


def titles(user, text):
    return [hit.title for hit in search(user=user, text=text, kinds=["discussion", "post"]).items]


def test_members_find_threads_and_posts(thread, sanne, imke, bram):
    say(thread, imke, "<p>Wij gebruiken leerlijnportretten.</p>")

    assert titles(sanne, "leerlijnportretten") == ["Imke Smit: Wie toetst anders?"]
    assert titles(bram, "vertel") == ["Wie toetst anders?"]


def test_others_find_nothing(thread, kees):
    assert titles(kees, "vertel") == titles(AnonymousUser(), "vertel") == []


def test_what_is_deleted_is_not_found(thread, sanne, imke):
    post = say(thread, imke, "<p>Leerlijnportretten</p>")
    services.delete_post(post=post, by=imke)
    services.delete_post(post=thread.posts.in_order().first(), by=sanne)

    assert titles(sanne, "leerlijnportretten") == titles(sanne, "vertel") == []
    assert titles(sanne, "toetst") == ["Wie toetst anders?"]
