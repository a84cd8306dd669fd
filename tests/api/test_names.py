"""What the description tells apart by name alone: schemas by their bare names, operations by address and method."""

from collections import Counter, defaultdict

from ninja import Schema

from config.api import api

OURS = ("accounts.", "schools.", "notifications.", "networks.", "community.", "resources.", "validation.", "home.")


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


def test_no_two_operations_share_an_address():
    assert api.urls  # puts the routers within routers in the list
    operations = Counter(
        (f"{prefix}{path}", method)
        for prefix, router in api._routers
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    )

    assert len(operations) > 100
    assert {address: number for address, number in operations.items() if number > 1} == {}
