"""Reading the files of practices after they were added. Adding a file never waits for it, and never fails by it."""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import task

from core.files.apart import attempt
from core.files.texts import text_of
from core.texts import storable
from resources.models import MaterialText, PracticeMaterial
from search.services import refresh

AT_ONCE = 20


def read_when_added(
    sender: type[PracticeMaterial], instance: PracticeMaterial, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """In a task, once the file is there for good. In a revision kept files are copies: those were read before."""
    if created and not raw and instance.file and instance.copied_from_id is None:
        transaction.on_commit(partial(read_material.enqueue, instance.pk), robust=True)


@task()
def read_material(pk: int) -> bool:
    """Keep the words of this material's file. Returns whether there were any; what is gone or was read is left."""
    material = PracticeMaterial.objects.filter(pk=pk, extracted=None).exclude(file="").first()
    if material is None:
        return False
    text, problem = attempt(lambda: storable(text_of(material.file.path, material.extension)), "", material=pk)
    with transaction.atomic():
        still_there = PracticeMaterial.objects.select_for_update().select_related("practice").filter(pk=pk).first()
        if still_there is None or MaterialText.objects.filter(material=pk).exists():
            return False
        MaterialText.objects.create(material=still_there, text=text, problem=problem)
        refresh(still_there.practice)
    return bool(text)


def read_the_rest() -> int:
    """Those whose task got lost, or that were there before; some at a time. A periodic job. Returns how many."""
    waiting = PracticeMaterial.objects.filter(extracted=None, copied_from=None).exclude(file="").order_by("-pk")
    pks = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    for pk in pks:
        read_material.func(pk)
    return len(pks)
