from django.db import models


class MaterialText(models.Model):
    """The words of a material's file, or why there are none. Only resources.extracted writes it."""

    material = models.OneToOneField("resources.PracticeMaterial", models.CASCADE, related_name="extracted")
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.material_id}"
