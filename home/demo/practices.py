"""Good practices in every state, and as many more as asked for; each through the services that members use."""

import uuid
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from home.demo.corpus import invented
from home.demo.practice_texts import COLLECTED, COLLECTION, DRAFT, PRACTICES, SUBMITTED, TRIALS
from home.demo.sheets import sheet
from networks.models import Network, Theme
from resources.choices import MaterialKind
from resources.models import Collected, Collection, Practice, PracticeUse, Trial
from resources.permission.services import record_permission
from resources.services.materials import add_material
from resources.services.practices import create_practice, submit_practice
from resources.services.reviewing import review_practice
from resources.tried.services import judge_trial, report_trial
from schools.models import School

COLUMNS = ("title", "summary", "question", "context", "approach", "result", "conditions", "what_did_not_work",
           "sector", "school_type")  # fmt: skip
TOLD = ("context", "adaptation", "result", "again")
NAMESPACE = uuid.UUID("0b0d9a54-7f0c-45d5-a0e7-3ad2a6d3a1c7")
FIRST_PUBLISHED = datetime(2018, 9, 17, 9, 0, tzinfo=UTC)
AGREED = "De rector van de school"
BATCH = 200


def create_practices(network: Network, people: dict[str, User], themes: dict[str, Theme]) -> None:
    """The nine published examples, and two drafts."""
    for number, texts in enumerate(PRACTICES):
        practice = _write(network, people[texts["contributor"]], texts, themes)
        if practice.state == Practice.State.DRAFT:
            name, kind = texts["material"]
            file = SimpleUploadedFile(name, sheet(texts))
            add_material(practice=practice, file=file, by=practice.contributor, kind=MaterialKind(kind))
            record_permission(practice=practice, by=practice.contributor, given_by=AGREED)
            _publish(practice, people["begeleider"], FIRST_PUBLISHED + timedelta(weeks=9 * number))
    for texts in (SUBMITTED, DRAFT):
        _write(network, people[texts["contributor"]], texts, themes)
    _use_some()
    _try_some(people)
    _collect_some()


def _use_some() -> None:
    """As if the first examples had been read yesterday, so that there are most used ones."""
    if not PracticeUse.objects.exists():
        yesterday = timezone.localdate() - timedelta(days=1)
        for number, practice in enumerate(Practice.objects.published().order_by("published_at")[:5]):
            PracticeUse.objects.create(practice=practice, day=yesterday, reads=24 - 4 * number, downloads=6 - number)


def _try_some(people: dict[str, User]) -> None:
    """The first example was tried at two schools; a third report of it waits."""
    tried = Practice.objects.published().order_by("published_at").first()
    if tried is None or Trial.objects.exists():
        return
    for texts in TRIALS:
        person, told = people[texts["person"]], {name: texts[name] for name in TOLD if name in texts}
        school = School.objects.of(person).first()
        if school is None or person == tried.contributor:
            continue
        trial = report_trial(practice=tried, by=person, school=school, **told)
        if texts["published"]:
            judge_trial(trial=trial, by=people["redactie"], decision="publish")


def _collect_some() -> None:
    """What the editors put together: two of the examples, with a sentence."""
    if Collection.objects.exists():
        return
    collection = Collection.objects.create(published=True, **COLLECTION)
    found = Practice.objects.published().order_by("published_at")[: len(COLLECTED)]
    for place, (practice, sentence) in enumerate(zip(found, COLLECTED, strict=False)):
        Collected.objects.create(collection=collection, practice=practice, sentence=sentence, sort_order=place)


def hand_in_example(people: dict[str, User]) -> None:
    """Submit one of the drafts, so that the facilitator and the editor find something to review."""
    waiting = Practice.objects.get(contributor=people[SUBMITTED["contributor"]], key=key_of(SUBMITTED))
    if waiting.state == Practice.State.DRAFT:
        record_permission(practice=waiting, by=waiting.contributor, given_by=AGREED)
        submit_practice(practice=waiting, by=waiting.contributor)


def create_more_practices(
    network: Network, wanted: int, writers: list[User], editor: User, themes: dict[str, Theme], random: Random
) -> None:
    """Make published practices until there are `wanted` in all; those of an earlier time stay who wrote them."""
    numbers = range(wanted - len(PRACTICES))
    told = set(Practice.objects.exclude(key=None).values_list("key", flat=True))
    for start in range(0, len(numbers), BATCH):
        with transaction.atomic():
            for number in numbers[start : start + BATCH]:
                texts, writer = invented(number), random.choice(writers)
                if key_of(texts) not in told:
                    practice = _create(network, writer, texts, themes)
                    _publish(practice, editor, FIRST_PUBLISHED + timedelta(hours=7 * number))


def _write(network: Network, contributor: User, texts: dict[str, Any], themes: dict[str, Theme]) -> Practice:
    """The practice, made now unless it is there: whoever wrote it may have left the network since."""
    told = Practice.objects.filter(contributor=contributor, key=key_of(texts)).first()
    return told or _create(network, contributor, texts, themes)


def _create(network: Network, contributor: User, texts: dict[str, Any], themes: dict[str, Theme]) -> Practice:
    content = {name: texts[name] for name in COLUMNS if name in texts}
    return create_practice(
        contributor=contributor,
        key=key_of(texts),
        network=network,
        first_year=texts.get("year"),
        themes=[themes[slug] for slug in texts.get("themes", ())],
        tags=texts["tags"],
        **content,
    )


def key_of(texts: dict[str, Any]) -> uuid.UUID:
    """What the practice of these texts is known by, however its title changed since."""
    return uuid.uuid5(NAMESPACE, texts.get("key", texts["title"]))


def _publish(practice: Practice, reviewer: User, moment: datetime) -> None:
    submit_practice(practice=practice, by=practice.contributor)
    Practice.objects.filter(pk=practice.pk).update(published_at=moment)
    review_practice(practice=practice, by=reviewer, decision="publish")
