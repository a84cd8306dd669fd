"""The parts of a practice that are spoken of, and what people call them."""

from django.utils.translation import gettext as _

from resources.models import Practice


def part_name(field: str) -> str:
    """In the reader's language; of the whole, that."""
    if field == "":
        return _("the whole practice")
    return (
        _("materials") if field == "materials" else str(getattr(Practice._meta.get_field(field), "verbose_name", field))
    )


def part_names(stored: str) -> str:
    """Several, stored by field with commas between them, in the reader's language; what was stored in words stays."""
    known = {field.name for field in Practice._meta.get_fields()}
    return ", ".join(part_name(it) if it in known else it for it in stored.split(", "))
