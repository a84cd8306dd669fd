from typing import Any

from django.db import models

from core.files import private_name


def page_path(row: Any, filename: str) -> str:
    """A name that cannot be guessed and says nothing of the file; no address leads to this folder."""
    return private_name("previews")


class FirstPage(models.Model):
    """The first page of a PDF among the materials as a small picture, or why there is none.

    Only resources.previews writes it.
    """

    material = models.OneToOneField("resources.PracticeMaterial", models.CASCADE, related_name="first_page")
    picture = models.FileField(upload_to=page_path, max_length=200, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    drawn_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.material_id}"
