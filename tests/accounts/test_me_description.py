"""What the API's description says of `me`."""

import json

from config.api import api


def test_the_export_is_described_as_a_zip():
    described = json.loads(json.dumps(api.get_openapi_schema()))["paths"]["/api/v1/me/export"]["get"]["responses"]

    assert list(described["200"]["content"]) == ["application/zip"]


def test_every_part_of_me_is_described():
    schema = api.get_openapi_schema()["components"]["schemas"]["MeOut"]

    assert {"email", "name", "schools", "networks"} <= set(schema["properties"])
