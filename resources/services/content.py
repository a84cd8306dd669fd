"""What a practice says: checking it, writing it, and what is still missing."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import User
from core.errors import InvalidInput
from networks.models import Enrolment, LearningQuestion, Network, Theme
from resources.models import Practice
from resources.parts import COLUMNS, RELATIONS, TEXTS
from resources.policies import contributes_to, is_editor
from resources.taxonomy.services import preferred
from schools.models import School
from schools.policies import works_at

MOST_TAGS, LONGEST_TAG, MOST_THEMES = 15, 60, 10

# Compulsory before a practice can be reviewed (DOMAIN.md 2), and why we ask for it.
COMPULSORY = {
    "title": gettext_lazy("Readers choose by the title."),
    "question": gettext_lazy("Other schools recognise themselves in the question that you had."),
    "context": gettext_lazy("The context tells readers whether it could work at their school too."),
    "approach": gettext_lazy("Describe what you did, so that others can try it."),
    "result": gettext_lazy("Tell what it brought; that is what readers look for first."),
    "sector": gettext_lazy("Readers look for practices of their own sector."),
}
NOT_YOURS = {
    "network": gettext_lazy("You do not take part in a network with this address."),
    "school": gettext_lazy("You do not work at a school with this BRIN number."),
}
NETWORK_WHY = gettext_lazy("Choose the network in which you developed this; its facilitator reviews it.")


class PracticeContent(TypedDict, total=False):
    """Everything that a contributor fills in. What is left out stays as it is."""

    title: str
    summary: str
    question: str
    context: str
    approach: str
    result: str
    conditions: str
    what_did_not_work: str
    contact: str
    licence: str
    sector: str
    school_type: str
    school_size: str
    subjects: str
    first_year: int | None
    last_year: int | None
    network: Network | None
    school: School | None
    learning_question: LearningQuestion | None
    themes: Iterable[Theme]
    tags: Iterable[str]


def missing_from(practice: Practice) -> list[dict[str, str]]:
    """What must be filled in before the practice can be submitted: `field` and `why`. Materials never are."""
    missing = [
        {"field": field, "why": str(why)}
        for field, why in COMPULSORY.items()
        if not str(getattr(practice, field)).strip()
    ]
    if practice.network_id is None and not is_editor(practice.contributor):
        missing.append({"field": "network", "why": str(NETWORK_WHY)})
    if why := missing_consent(practice):
        missing.append({"field": "quotes", "why": why})
    return missing


def missing_consent(practice: Practice) -> str:
    """What keeps its quotes from being published; empty when every author agreed."""
    number = practice.original.quotes.without_consent().count()
    sentence = ngettext(
        "%(number)d quote has no consent of who said it. Wait for the answer, or leave the quote out.",
        "%(number)d quotes have no consent of who said it. Wait for the answers, or leave the quotes out.",
        number,
    )
    return sentence % {"number": number} if number else ""


def fill(practice: Practice, content: Mapping[str, Any], *, by: User) -> None:
    """Put the content into the unsaved practice. Raises InvalidInput naming what is wrong."""
    _check_belonging(practice, content, by)
    for name in TEXTS:
        if name in content:
            setattr(practice, name, _readable(content[name]))
    for name in (*COLUMNS[len(TEXTS) :], *RELATIONS):
        if name in content:
            setattr(practice, name, content[name])
    _settle_origin(practice, content)
    try:
        practice.clean_fields(exclude=[*RELATIONS, "contributor", "slug", "revises"])
    except ValidationError as error:
        raise InvalidInput(errors=error.message_dict) from error
    if practice.first_year and practice.last_year and practice.last_year < practice.first_year:
        raise InvalidInput(errors={"last_year": [_("The last school year is before the first.")]})


def save_lists(practice: Practice, content: Mapping[str, Any]) -> None:
    """Write themes and tags, which need a saved practice. Raises InvalidInput."""
    if "themes" in content:
        themes = list(content["themes"])
        if len(themes) > MOST_THEMES:
            raise InvalidInput(errors={"themes": [_("Choose at most %(most)d themes.") % {"most": MOST_THEMES}]})
        practice.themes.set(themes)
    if "tags" in content:
        practice.tags.set(preferred(clean_tags(content["tags"])))


def clean_tags(tags: Iterable[str]) -> list[str]:
    """Tags without doubles and outer spaces, in the order given. Raises InvalidInput."""
    unique: dict[str, str] = {}
    for tag in tags:
        readable = " ".join(_readable(tag).replace(",", " ").split())
        if len(readable) > LONGEST_TAG:
            raise InvalidInput(errors={"tags": [_("A tag has at most %(most)d characters.") % {"most": LONGEST_TAG}]})
        if readable:
            unique.setdefault(readable.casefold(), readable)
    if len(unique) > MOST_TAGS:
        raise InvalidInput(errors={"tags": [_("Choose at most %(most)d tags.") % {"most": MOST_TAGS}]})
    return list(unique.values())


def _readable(text: object) -> str:
    return str(text or "").replace("\x00", "").replace("\r\n", "\n").strip()


def _check_belonging(practice: Practice, content: Mapping[str, Any], by: User) -> None:
    """Network and school must be the contributor's own; only what changes is checked, and editors choose freely."""
    if is_editor(by):
        return
    network, school = content.get("network"), content.get("school")
    if network is not None and network.pk != practice.network_id and not _belongs_to(practice.contributor, network):
        raise InvalidInput(errors={"network": [str(NOT_YOURS["network"])]})
    if school is not None and school.pk != practice.school_id and not works_at(practice.contributor, school):
        raise InvalidInput(errors={"school": [str(NOT_YOURS["school"])]})


def _belongs_to(person: User, network: Network) -> bool:
    return contributes_to(person).filter(pk=network.pk).exists()


def _settle_origin(practice: Practice, content: Mapping[str, Any]) -> None:
    """What a participant does hangs on the learning question (DOMAIN.md 1): it and the school come from the enrolment.

    What is given counts; a learning question of somebody else or of another network is left out.
    """
    question = practice.learning_question
    if question and (
        question.enrolment.person_id != practice.contributor_id or question.enrolment.network_id != practice.network_id
    ):
        practice.learning_question = None
    if content.get("network") is None:
        return
    enrolment = Enrolment.objects.accepted().filter(person=practice.contributor, network=practice.network)
    for own in enrolment.with_people():
        if practice.learning_question is None and "learning_question" not in content:
            practice.learning_question = own.learning_question
        if practice.school is None and "school" not in content:
            practice.school = own.school
    if practice.school and not practice.sector:
        practice.sector = practice.school.sector
