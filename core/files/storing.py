"""Where private files live: under names that cannot be guessed, and as long as a row needs them."""

import uuid
from functools import partial

from django.core.files.storage import Storage
from django.db import models, transaction


def private_name(folder: str) -> str:
    """A name that cannot be guessed and says nothing of the file; no address leads to `private/`."""
    return f"private/{folder}/{uuid.uuid4().hex[:2]}/{uuid.uuid4().hex}"


def forget_file(row: models.Model) -> None:
    """Delete the `file` of a removed row once that is final, unless another row of its kind still has it."""
    file: models.fields.files.FieldFile = row.file  # type: ignore[attr-defined]
    if file.name and not type(row)._default_manager.filter(file=file.name).exists():
        forget_stored(file.storage, file.name)


def forget_stored(storage: Storage, name: str) -> None:
    """Delete the file once what happens now is final."""
    transaction.on_commit(partial(storage.delete, name), robust=True)
