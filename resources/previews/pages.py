"""Drawing the first pages of PDFs after they were added. Adding a file never waits for it, and never fails by it."""

from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task

from core.files import forget_stored
from core.files.apart import attempt
from core.files.pages import first_page_of
from resources.models import FirstPage, PracticeMaterial

AT_ONCE = 20


def draw_when_added(
    sender: type[PracticeMaterial], instance: PracticeMaterial, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """In a task, once the file is there for good. In a revision kept files are copies: those have a picture."""
    if created and not raw and instance.is_pdf and instance.copied_from_id is None:
        transaction.on_commit(partial(draw_first_page.enqueue, instance.pk), robust=True)


@task()
def draw_first_page(pk: int) -> bool:
    """Keep a picture of this material's first page. Returns whether there is one; what is gone or drawn is left."""
    material = PracticeMaterial.objects.without_first_page().filter(pk=pk).first()
    if material is None:
        return False
    picture, problem = attempt(lambda: first_page_of(material.file.path), b"", material=pk)
    with transaction.atomic():
        still_there = PracticeMaterial.objects.select_for_update().filter(pk=pk).first()
        if still_there is None or FirstPage.objects.filter(material=pk).exists():
            return False
        page = FirstPage(material=still_there, problem=problem)
        if picture:
            page.picture.save("page.webp", ContentFile(picture), save=False)
        page.save()
    return bool(picture)


def draw_the_rest() -> int:
    """Those whose task got lost, or that were there before; some at a time. A periodic job. Returns how many."""
    pks = list(PracticeMaterial.objects.without_first_page().order_by("-pk").values_list("pk", flat=True)[:AT_ONCE])
    for pk in pks:
        draw_first_page.func(pk)
    return len(pks)


def forget_picture(sender: type[FirstPage], instance: FirstPage, **kwargs: Any) -> None:
    """The picture goes with its material, whatever took that away."""
    if instance.picture:
        forget_stored(instance.picture.storage, str(instance.picture.name))
