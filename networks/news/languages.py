"""Days and names of meetings are words: each language gets its own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from django.utils import translation

from accounts.models import User


def by_language(
    people: Iterable[User], params: Callable[[], Mapping[str, object]]
) -> Iterator[tuple[list[User], Mapping[str, object]]]:
    """The people of each language, with the params made while that language is active."""
    readers: dict[str, list[User]] = defaultdict(list)
    for person in people:
        readers[person.language].append(person)
    for language, group in readers.items():
        with translation.override(language):
            filled = params()
        yield group, filled
