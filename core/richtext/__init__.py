"""Rich text that people send: cleaned on the way in, so that it can be shown as it is."""

from core.richtext.cleaning import clean, to_text
from core.richtext.pieces import change_text, link_addresses, without_quotes
from core.richtext.typed import from_plain, to_plain

__all__ = ["change_text", "clean", "from_plain", "link_addresses", "to_plain", "to_text", "without_quotes"]
