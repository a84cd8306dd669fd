"""The description tells of each schema by its bare name: two of one name would tell the same of different things."""

from collections import defaultdict

from ninja import Schema

from config.api import api

OURS = ("accounts.", "schools.", "notifications.", "networks.", "community.", "resources.", "home.")


def below(schema):
    for child in schema.__subclasses__():
        yield child
        yield from below(child)


def test_no_two_schemas_have_one_name():
    assert api.get_openapi_schema()["paths"]
    modules = defaultdict(set)
    for schema in below(Schema):
        if schema.__module__.startswith(OURS):
            modules[schema.__name__].add(schema.__module__)

    assert {name: found for name, found in modules.items() if len(found) > 1} == {}
