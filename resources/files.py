"""Where the files of materials live: under names that cannot be guessed, and as long as a material needs them."""

from functools import partial

from django.db import transaction

from resources.models import PracticeMaterial


def forget_file(material: PracticeMaterial) -> None:
    """Delete the file of a removed material once that is final, unless another material still has it."""
    name = material.file.name
    if name and not PracticeMaterial.objects.filter(file=name).exists():
        transaction.on_commit(partial(material.file.storage.delete, name), robust=True)
