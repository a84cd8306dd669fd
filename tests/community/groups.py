"""Small groups for tests."""

from community import services
from community.groups.services import answer_invitation, found_group

SECRET = "Vertrouwelijk-7f3a"


def group_of(network, founder, *members, name="Intervisie"):
    """A group in which all these people are."""
    group = found_group(network=network, by=founder, name=name, people=members)
    for person in members:
        answer_invitation(group=group, person=person, accept=True)
    return group


def talk_in(group, author, title=SECRET, body=f"<p>{SECRET} inhoud</p>", **fields):
    return services.start_thread(network=group.network, group=group, author=author, title=title, body=body, **fields)
