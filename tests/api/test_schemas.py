"""A name in the description means one thing: ninja lets the last of two schemas with one name win, silently."""

from collections import Counter
from collections.abc import Iterator

from ninja import Schema

from config.api import api


def subclasses(schema: type[Schema]) -> Iterator[type[Schema]]:
    for each in schema.__subclasses__():
        yield each
        yield from subclasses(each)


def test_no_two_schemas_share_a_name():
    described = api.get_openapi_schema()["components"]["schemas"]
    ours = {each for each in subclasses(Schema) if not each.__module__.startswith("ninja.")}
    names = Counter(each.__name__ for each in ours if each.__name__ in described)

    assert [name for name, number in names.items() if number > 1] == []
