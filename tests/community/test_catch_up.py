"""Nothing is lost or doubled across cut connections, on the in-memory layer and a real server."""

import pytest
from wagtail.models import APIToken

from tests.community.live import Talk, server


@pytest.fixture
def tokens(file_database, sanne, imke, bram):
    return [APIToken.create_token(user=person, name="Test")[1] for person in (sanne, imke, bram)]


async def test_thirty_clients_cut_at_random_get_every_post_once(tokens, network, thread, tmp_path):
    with server("daphne", tmp_path / "log", REDIS_URL="") as address:
        talk = Talk([address], tokens, network, thread)
        heard = await talk.run(clients=30, posts=300)

    assert all(seqs == talk.sent for seqs in heard)
    assert talk.sent == list(range(3, 303))
