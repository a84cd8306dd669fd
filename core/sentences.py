"""What pydantic finds wrong, in the reader's language."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHOLE_NUMBER, CHOICE = _("This must be a whole number."), _("Choose one of these: %(expected)s.")
NUMBER, YES_OR_NO = _("This must be a number."), _("This must be true or false.")
MOMENT, DAY = (
    _("This must be a date with a time, such as 2027-01-18T09:30:00+01:00."),
    _("This must be a date, such as 2027-01-18."),
)
UUID, OBJECT = _("This must be a UUID."), _("This must be an object with named fields.")
OTHERWISE = _("This value cannot be used here.")
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
    "less_than": _("This must be less than %(lt)s."),
    "greater_than": _("This must be more than %(gt)s."),
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "finite_number": NUMBER,
    "bool_type": YES_OR_NO,
    "bool_parsing": YES_OR_NO,
    "datetime_type": MOMENT,
    "datetime_parsing": MOMENT,
    "datetime_from_date_parsing": MOMENT,
    "timezone_aware": MOMENT,
    "date_type": DAY,
    "date_parsing": DAY,
    "date_from_datetime_parsing": DAY,
    "uuid_type": UUID,
    "uuid_parsing": UUID,
    "dict_type": OBJECT,
    "model_type": OBJECT,
    "model_attributes_type": OBJECT,
    "extra_forbidden": _("This field does not exist."),
    "literal_error": CHOICE,
    "enum": CHOICE,
}


def sentence(error: dict[str, Any]) -> str:
    """Our own sentence for this kind of error, or a general one: pydantic's are English only."""
    facts = dict(error.get("ctx") or {})
    if "expected" in facts:
        facts["expected"] = str(facts["expected"]).replace(" or ", ", ").replace("'", "")
    try:
        return str(SENTENCES[error["type"]]) % facts
    except KeyError:
        return str(OTHERWISE)
