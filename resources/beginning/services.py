"""Making the draft, with what its contributor has already."""

import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from accounts.models import User
from networks.models import HandIn, Network
from resources import services
from resources.beginning.sources import Beginning, network_of
from resources.models import Practice
from schools.models import School


@transaction.atomic
def begin_practice(
    *, by: User, title: str, network: Network | None, beginning: Beginning | None = None, key: uuid.UUID | None = None
) -> Practice:
    """Start a draft that says already what need not be asked; files of what was handed in come along as copies.

    network: counts when it is not told by what the practice begins with. key: of the form; the same key again gives
    the practice made before. Raises MayNotContribute, InvalidInput.
    """
    content = _known(by, (beginning and network_of(beginning)) or network)
    made = services.create_practice(
        contributor=by, key=key, title=title, **content | (beginning.content if beginning else {})
    )
    if made.version == 1 and beginning and beginning.hand_in:
        _take_files(made, beginning.hand_in, by)
    return made


def _known(person: User, network: Network | None) -> dict[str, Any]:
    """How to reach the person, the network with its only theme, and the school when no enrolment tells it."""
    known: dict[str, Any] = {"network": network, "contact": f"{person.name}, {person.email}"}
    if network and network.themes.count() == 1:
        known["themes"] = network.themes.all()
    enrolled = network is not None and person.enrolments.accepted().filter(network=network).exists()
    if not enrolled and (school := School.objects.of(person).first()):
        known |= {"school": school, "sector": school.sector}
    return known


def _take_files(practice: Practice, hand_in: HandIn, by: User) -> None:
    for file in hand_in.files.all():
        if file.link:
            services.add_link(practice=practice, link=file.link, by=by, title=file.title)
        else:
            with file.file.open("rb") as content:
                copy = SimpleUploadedFile(file.name, content.read(), content_type=file.content_type)
            services.add_material(practice=practice, file=copy, by=by, title=file.title)
