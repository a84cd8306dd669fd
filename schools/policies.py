"""Who works where."""

from accounts.models import User
from schools.models import School


def works_at(person: User, school: School) -> bool:
    """Does the person work at this school now?"""
    return School.objects.of(person).filter(pk=school.pk).exists()
