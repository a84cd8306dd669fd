"""Who works where. A person says so; nobody checks it yet."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from core.doors import found_in
from schools.errors import AlreadyWorksThere, SchoolUnknown
from schools.models import Employment, School


def get_school(brin: str) -> School:
    """The school with this BRIN number, in any capitals. Raises SchoolUnknown."""
    school = School.objects.filter(brin=brin.replace("\x00", "").strip().upper()).first()
    if school is None:
        raise SchoolUnknown
    return school


def get_employment_for(person: User, employment: int) -> Employment:
    """One of the person's own running employments. Raises NotFound."""
    return found_in(Employment.objects.running().filter(person=person, pk=employment).select_related("school"))


@transaction.atomic
def start_employment(*, person: User, school: School, job: str = "") -> Employment:
    """The person works at the school from today. Raises AlreadyWorksThere."""
    if Employment.objects.running().filter(person=person, school=school).exists():
        raise AlreadyWorksThere
    try:
        with transaction.atomic():
            return Employment.objects.create(
                person=person, school=school, job=job.replace("\x00", "")[:100], started_on=timezone.localdate()
            )
    except IntegrityError as error:  # the same was said in another window, at the same moment
        raise AlreadyWorksThere from error


@transaction.atomic
def choose_primary(*, employment: Employment) -> None:
    """This school comes first from now on wherever the person is asked for one; another that did no longer does."""
    User.objects.select_for_update().get(pk=employment.person_id)  # two windows choose one after the other
    Employment.objects.filter(person=employment.person_id, primary=True).update(primary=False)
    employment.primary = True
    employment.save(update_fields=["primary"])


def forget(person: User) -> None:
    """For somebody who ends the account: where this person worked is nobody's business any more."""
    Employment.objects.filter(person=person).delete()


def end_employment(*, employment: Employment) -> None:
    """The person works there no longer. What was said and taken back on one day leaves no trace."""
    today = timezone.localdate()
    if employment.started_on == today:
        employment.delete()
        return
    employment.ended_on, employment.primary = today, False
    employment.save(update_fields=["ended_on", "primary"])
