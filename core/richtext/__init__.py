"""Rich text that people send: cleaned on the way in, so that it can be shown as it is."""

from core.richtext.cleaning import clean, to_text
from core.richtext.typed import from_plain, to_plain

__all__ = ["clean", "from_plain", "to_plain", "to_text"]
