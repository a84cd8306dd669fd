"""What editors must tell about a picture before it may be used."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """No picture without words for who does not see it; a page may still call it decoration."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("description"):
            field.required = True
            field.label = _("What is in the picture")
            field.help_text = _("One sentence for people who do not see it, such as: “Two school leaders at a table”.")
