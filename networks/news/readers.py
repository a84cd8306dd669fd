"""Days and names are words: news that holds them is filled for each language apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from django.utils import translation

from accounts.models import User

Params = dict[str, object]


def by_language(people: Iterable[User], params: Callable[[], Params]) -> Iterator[tuple[list[User], Params]]:
    """The people of each language, with the params filled in it."""
    readers: dict[str, list[User]] = defaultdict(list)
    for person in {person.pk: person for person in people}.values():
        readers[person.language].append(person)
    for language, group in readers.items():
        with translation.override(language):
            filled = params()
        yield group, filled
