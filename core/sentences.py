"""What pydantic finds wrong, in the reader's language."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHOLE_NUMBER, CHOICE = _("This must be a whole number."), _("Choose one of these: %(expected)s.")
SENTENCES: dict[str, str | Promise] = {
    "missing": _("Please fill this in."),
    "string_too_short": _("Please fill this in."),
    "too_short": _("Please fill this in."),
    "string_too_long": _("This is too long: at most %(max_length)s."),
    "too_long": _("This is too long: at most %(max_length)s."),
    "string_type": _("This must be text."),
    "list_type": _("This must be a list."),
    "int_type": WHOLE_NUMBER,
    "int_parsing": WHOLE_NUMBER,
    "int_parsing_size": WHOLE_NUMBER,
    "int_from_float": WHOLE_NUMBER,
    "less_than_equal": _("This may be at most %(le)s."),
    "greater_than_equal": _("This must be at least %(ge)s."),
    "literal_error": CHOICE,
    "enum": CHOICE,
}


def sentence(error: dict[str, Any]) -> str:
    """Our own sentence for this kind of error; pydantic's when we have none."""
    facts = dict(error.get("ctx") or {})
    if "expected" in facts:
        facts["expected"] = str(facts["expected"]).replace(" or ", ", ").replace("'", "")
    try:
        return str(SENTENCES[error["type"]]) % facts
    except KeyError:
        return str(error["msg"])
