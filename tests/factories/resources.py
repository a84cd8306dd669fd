"""Practices in any state, with what submitting asks for."""

from io import BytesIO

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from factory.django import DjangoModelFactory
from PIL import Image

from resources.choices import MaterialKind
from resources.models import Practice, PracticeMaterial, Trial
from tests.factories.people import SchoolFactory, UserFactory

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def pdf(name: str = "Toetswijzer.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def png() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "PNG")
    return buffer.getvalue()


class PracticeFactory(DjangoModelFactory):
    """A draft that can be submitted; `state` makes it anything else, `themes` and `tags` add those."""

    class Meta:
        model = Practice
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Feedback in plaats van cijfers {number}")
    slug = factory.Sequence(lambda number: f"feedback-in-plaats-van-cijfers-{number}")
    question = "Hoe toetsen wij zo dat leerlingen ervan leren?"
    context = "Havo, onderbouw, 120 leerlingen."
    approach = "Wij gaven feedback in plaats van cijfers."
    result = "Leerlingen vragen vaker om uitleg."
    sector = "VO"
    state = Practice.State.DRAFT
    contributor = factory.SubFactory(UserFactory)
    submitted_at = factory.LazyAttribute(lambda it: timezone.now() if it.state in {"submitted", "published"} else None)
    published_at = factory.LazyAttribute(lambda it: timezone.now() if it.state == "published" else None)

    @factory.post_generation
    def themes(practice, create, extracted, **kwargs):
        practice.themes.add(*(extracted or []))

    @factory.post_generation
    def tags(practice, create, extracted, **kwargs):
        practice.tags.add(*(extracted or []))

    @factory.post_generation
    def materials(practice, create, extracted, **kwargs):
        for kind in extracted or []:
            PracticeMaterialFactory(practice=practice, kind=kind)

    @classmethod
    def _after_postgeneration(cls, instance, create, results=None):
        instance.save()  # the search row follows with themes, tags and materials


class PracticeMaterialFactory(DjangoModelFactory):
    class Meta:
        model = PracticeMaterial

    practice = factory.SubFactory(PracticeFactory)
    title = "Toetswijzer"
    kind = MaterialKind.FORMAT
    file = factory.LazyFunction(pdf)
    name = "Toetswijzer.pdf"
    size = len(PDF)
    content_type = "application/pdf"
    added_by = factory.SelfAttribute("practice.contributor")


class TrialFactory(DjangoModelFactory):
    """A report that waits; `state` makes it anything else."""

    class Meta:
        model = Trial

    practice = factory.SubFactory(PracticeFactory, state=Practice.State.PUBLISHED)
    person = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
    result = "Leerlingen durfden meer te vragen."
    again = Trial.Again.YES
    state = Trial.State.WAITING
    published_at = factory.LazyAttribute(lambda it: timezone.now() if it.state == Trial.State.PUBLISHED else None)
