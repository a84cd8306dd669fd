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
