"""How others name a practice as a source: in the manner of APA, and for programs."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.languages import without_language
from accounts.models import User
from resources.models import Practice

SITE = "Leernetwerk"


@dataclass(frozen=True)
class Citation:
    """Its parts; `str()` is the whole line."""

    author: str
    year: str
    title: str
    kind: str
    publisher: str
    address: str

    def __str__(self) -> str:
        return f"{self.author} ({self.year}). {self.title} {self.kind}. {self.publisher}. {self.address}"


def citation(practice: Practice, version: int) -> Citation:
    """Who, when, what, which version, where. version: the number of the published text."""
    school = f"{practice.school}; " if practice.school else ""
    return Citation(
        author=_together([_as_author(person) for person in practice.authors]),
        year=str(practice.published_at.year) if practice.published_at else _("not published"),
        title=practice.title,
        kind=_("(version %(number)s) [Good practice]") % {"number": version},
        publisher=f"{school}{SITE}",
        address=address_of(practice),
    )


def address_of(practice: Practice) -> str:
    """Where the practice can be found for good, in Dutch."""
    return settings.BASE_URL + without_language(practice.get_absolute_url())


def _together(names: list[str]) -> str:
    """As APA lists authors: "De Vries, S., & Bakker, T."."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}"


def _as_author(person: User) -> str:
    """Last name and initials: "De Vries, S."; the name as it is when there are no two parts."""
    if person.erased_at or not (person.first_name and person.last_name):
        return person.name
    initials = " ".join(f"{name[0].upper()}." for name in person.first_name.split())
    return f"{person.last_name[0].upper()}{person.last_name[1:]}, {initials}"
