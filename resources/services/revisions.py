"""The second row that holds the changes of a published practice until they are reviewed (docs/adr/0020)."""

from core.files import forget_file
from resources.models import Practice, PracticeMaterial
from resources.parts import COLUMNS, RELATIONS

COPIED = (*COLUMNS, *RELATIONS, "contributor", "version")


def start(original: Practice) -> Practice:
    """A draft with the content of the published practice, materials included."""
    revision = Practice(revises=original, state=Practice.State.DRAFT)
    _copy(original, revision)
    revision.save()
    _copy_lists(original, revision)
    for material in original.materials.all():
        PracticeMaterial.objects.create(
            practice=revision,
            copied_from=material,
            title=material.title,
            kind=material.kind,
            file=material.file.name,
            link=material.link,
            name=material.name,
            size=material.size,
            content_type=material.content_type,
            added_by=material.added_by,
        )
    return Practice.objects.with_facts().get(pk=revision.pk)


def merge(revision: Practice) -> Practice:
    """Give the original the content of its revision, which then is gone. Answers it afresh."""
    original = revision.original
    _copy(revision, original)
    _copy_lists(revision, original)
    _merge_materials(revision, original)
    revision.reviews.update(practice=original)
    original.save()
    revision.delete()
    return Practice.objects.with_facts().get(pk=original.pk)


def discard(revision: Practice) -> None:
    """Throw the revision away; its reviews stay with the original."""
    revision.reviews.update(practice=revision.original)
    own_files = [material for material in revision.materials.all() if material.copied_from_id is None]
    revision.delete()
    for material in own_files:
        forget_file(material)


def _copy(source: Practice, target: Practice) -> None:
    for name in COPIED:
        setattr(target, name, getattr(source, name))


def _copy_lists(source: Practice, target: Practice) -> None:
    target.themes.set(source.themes.all())
    target.tags.set([tag.name for tag in source.tags.all()])


def _merge_materials(revision: Practice, original: Practice) -> None:
    """Kept materials keep their address; new ones move over; those left out are removed with their file."""
    copies = {material.copied_from_id: material for material in revision.materials.all()}
    for material in original.materials.all():
        copy = copies.get(material.pk)
        if copy is None:
            material.delete()
            forget_file(material)
        else:
            material.title, material.kind = copy.title, copy.kind
            material.save(update_fields=["title", "kind"])
    revision.materials.filter(copied_from=None).update(practice=original)
