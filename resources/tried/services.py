"""Reporting, changing, taking back, deciding, complaining."""

from collections.abc import Collection

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.doors import found_in
from core.errors import Conflict, InvalidInput, NotAllowed, VersionConflict
from core.texts import checked_text
from notifications.services import mark_read_about_all, notify
from resources.models import Objection, Practice, Trial
from resources.policies import authors_of, reviewers_of
from resources.services.practices import lock
from schools.models import School
from schools.policies import works_at
from search.services import refresh

LONGEST = 5_000
PUBLISH, DECLINE = "publish", "decline"
State = Trial.State


@transaction.atomic
def report_trial(
    *, practice: Practice, by: User, school: School, result: str, again: str, context: str = "", adaptation: str = ""
) -> Trial:
    """Tell how it went, or tell it anew: one report per person and practice. It is read before others see it.

    school: one where the person works now. Texts have at most 5,000 characters. Raises NotAllowed, InvalidInput.
    """
    practice = lock(practice)
    if not by.has_perm("resources.report_trial", practice):
        raise NotAllowed
    told = {
        "school": _checked_school(by, school),
        "context": checked_text("context", context, longest=LONGEST, needed=False),
        "adaptation": checked_text("adaptation", adaptation, longest=LONGEST, needed=False),
        "result": checked_text("result", result, longest=LONGEST),
        "again": _checked_choice("again", again, Trial.Again.values),
    }
    trial, is_new = Trial.objects.get_or_create(practice=practice, person=by, defaults=told)
    if not is_new and all(getattr(trial, name) == value for name, value in told.items()):
        return trial
    if not is_new:
        _rewrite(trial, told)
    params = {"title": practice.title, "name": by, "school": school}
    notify(reviewers_of(practice).exclude(pk=by.pk), "trial.waiting", about=trial, url=trial.judge_url, params=params)
    return trial


def _rewrite(trial: Trial, told: dict[str, object]) -> None:
    for name, value in told.items():
        setattr(trial, name, value)
    trial.state, trial.reason, trial.version = State.WAITING, "", trial.version + 1
    trial.save()
    refresh(trial.practice)


@transaction.atomic
def take_back(*, practice: Practice, by: User) -> None:
    """The person's own report of this practice goes, published or not, whatever became of the practice since.

    Without one nothing happens.
    """
    practice = lock(practice)
    Trial.objects.of(by).filter(practice=practice).delete()
    refresh(practice)


@transaction.atomic
def judge_trial(*, trial: Trial, by: User, decision: str, reason: str = "", version: int | None = None) -> Trial:
    """Publish a report, or decline it with a reason; a published one may be declined later, or stay published.

    version: what was read; another text is not decided upon unseen. Complaints are settled along. The same decision
    again changes nothing. Raises NotFound when it was taken back, NotAllowed, InvalidInput, VersionConflict, Conflict.
    """
    practice = lock(trial.practice)
    trial = found_in(Trial.objects.with_facts().filter(pk=trial.pk))
    if not by.has_perm("resources.judge_trial", trial):
        raise NotAllowed
    decision = _checked_choice("decision", decision, (PUBLISH, DECLINE))
    reason = checked_text("reason", reason, longest=LONGEST, needed=decision == DECLINE)
    if version is not None and version != trial.version:
        raise VersionConflict
    if not practice.is_published and decision == PUBLISH:
        raise Conflict(_("The practice itself is not published now."))
    trial.objections.filter(settled_at=None).update(settled_at=timezone.now())
    outcome = State.PUBLISHED if decision == PUBLISH else State.DECLINED
    if trial.state != outcome:
        _decide(trial, outcome, by, reason)
    mark_read_about_all(person=by, about=[trial])
    return trial


def _decide(trial: Trial, outcome: str, by: User, reason: str) -> None:
    is_first = trial.published_at is None
    trial.state, trial.reason, trial.decided_by = outcome, reason, by
    if trial.is_published:
        trial.published_at = trial.published_at or timezone.now()
    trial.save()
    refresh(trial.practice)
    _tell_reporter(trial, by)
    if trial.is_published and is_first:
        params = {"title": trial.practice.title, "school": trial.school}
        notify(authors_of(trial.practice), "trial.tried", about=trial, url=trial.get_absolute_url(), params=params)


def _tell_reporter(trial: Trial, by: User) -> None:
    if trial.person is None:
        return
    own = reverse("resources:try", args=[trial.practice.slug])
    url = trial.get_absolute_url() if trial.is_published else own
    kind = "trial.published" if trial.is_published else "trial.declined"
    params = {"title": trial.practice.title, "name": by, "reason": trial.reason}
    notify([trial.person], kind, about=trial, url=url, params=params)


@transaction.atomic
def object_to(*, trial: Trial, by: User, text: str) -> Objection:
    """Ask who decides to look at a published report again; twice is once, until it is settled.

    Raises NotAllowed, InvalidInput.
    """
    if not trial.is_published or not by.has_perm("resources.object_to_trial", trial):
        raise NotAllowed
    text = checked_text("text", text, longest=LONGEST)
    lock(trial.practice)
    objection, is_new = Objection.objects.get_or_create(trial=trial, by=by, settled_at=None, defaults={"text": text})
    if is_new:
        people = reviewers_of(trial.practice).exclude(pk__in=[by.pk, trial.person_id or 0])
        params = {"title": trial.practice.title}
        notify(people, "trial.objected", about=trial, url=trial.judge_url, params=params)
    return objection


def _checked_school(by: User, school: School) -> School:
    if not works_at(by, school):
        raise InvalidInput(errors={"school": [_("Choose a school where you work.")]})
    return school


def _checked_choice(field: str, given: str, known: Collection[str]) -> str:
    if given not in known:
        raise InvalidInput(errors={field: [_("Choose an answer.")]})
    return given
