"""Who leaves a small group reads nothing of it any more; who comes in reads all."""

import pytest

from community import personal, services
from community.finding import Asked, Found
from community.groups.services import add_people, answer_invitation, remove_from_group
from core.errors import NotAllowed
from tests.community.groups import SECRET

pytestmark = pytest.mark.django_db


def test_who_is_removed_reads_nothing_any_more(secret, reply, group, network, sanne, imke, client):
    client.force_login(imke)
    assert client.get(secret.get_absolute_url()).status_code == 200
    remove_from_group(group=group, person=imke, by=sanne)

    assert client.get(secret.get_absolute_url()).status_code == 404
    assert client.get(reply.files.get().get_absolute_url()).status_code == 404
    assert len(Found(network, imke, Asked(words=SECRET))) == 0
    with pytest.raises(NotAllowed):
        services.edit_post(post=reply, by=imke, body="x", version=2)
    with pytest.raises(NotAllowed):
        services.delete_post(post=reply, by=imke)
    with pytest.raises(NotAllowed):
        services.describe_file(file=reply.files.get(), by=imke, alt="Anders")
    titles = {it["conversation"] for it in [*personal.exported(imke), *personal.exported_reactions(imke)]}
    assert titles == {""}


def test_who_comes_in_reads_what_was_said_before(secret, group, sanne, noor, client):
    add_people(group=group, by=sanne, people=[noor])
    client.force_login(noor)
    assert client.get(secret.get_absolute_url()).status_code == 404
    answer_invitation(group=group, person=noor, accept=True)
    assert SECRET in client.get(secret.get_absolute_url()).content.decode()
