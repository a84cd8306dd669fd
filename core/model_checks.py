"""What a model's own checks say of a row, as an error of the domain that names the fields."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import models

from core.errors import InvalidInput
from core.texts import unstorable


@contextmanager
def refusing(under: str = "") -> Iterator[None]:
    """What a model's check says becomes an InvalidInput. under: the field that it names, if not each its own."""
    try:
        yield
    except ValidationError as error:
        told = {under: error.messages} if under else error.message_dict
        raise InvalidInput(errors=told) from error


def check_characters(row: models.Model) -> None:
    """That a database can store each text. Raises ValidationError."""
    for field in row._meta.fields:
        if problem := unstorable(str(getattr(row, field.attname))):
            raise ValidationError({field.name: problem})
