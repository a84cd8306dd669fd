"""What a form holds, as texts by field: how it is sent, kept and compared."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model
from django.http import QueryDict

from accounts.models import User
from resources.forms import PracticeForm
from resources.models import Practice
from resources.parts import COLUMNS, RELATIONS
from resources.permission.standing import permission_of
from resources.writing.services import Typed

NOT_SENT = {"uploads", "uploads_kind", "quotes", "version"}
NOT_KEPT = {*NOT_SENT, "permission"}  # what the school agrees with may change before it is saved
SEVERAL = {"themes", "often_used"}


def stored_form(practice: Practice, person: User, **options: Any) -> PracticeForm:
    """The form as the practice is stored."""
    return PracticeForm(instance=practice, person=person, initial=_beside(practice), **options)


def _beside(practice: Practice) -> dict[str, Any]:
    """What the model does not give the form by itself."""
    standing = permission_of(practice)
    return {
        "version": practice.version,
        "tags": [tag.name for tag in practice.tags.all()],
        "permission_by": standing.permission.given_by if standing else "",
        "permission": standing is not None and standing.holds,
    }


def as_shown(form: PracticeForm) -> Typed:
    """What the form shows, as a browser would send it."""
    return {name: _texts(form[name].value()) for name in form.fields if name not in NOT_SENT}


def as_typed(form: PracticeForm) -> Typed:
    """The same, of what is kept while one types."""
    return {name: texts for name, texts in as_shown(form).items() if name not in NOT_KEPT}


def sent(fields: Iterable[str], data: QueryDict) -> Typed:
    """What a browser sent for these fields; of a box that is not ticked it sends nothing."""
    return {name: data.getlist(name) for name in fields if name not in NOT_KEPT}


def ticked(data: QueryDict) -> Typed:
    """Whether the box of the school's permission is ticked, which the panel wants to know."""
    return {"permission": data.getlist("permission")}


def in_form(typed: Mapping[str, list[str]]) -> dict[str, Any]:
    """The typed texts as initial values of a form."""
    return {name: values if name in SEVERAL else "".join(values[:1]) for name, values in typed.items()}


def as_data(typed: Mapping[str, list[str]], **more: object) -> QueryDict:
    """The typed texts as a form takes them."""
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    for name, value in more.items():
        data[name] = str(value)
    return data


def laid_over(practice: Practice, form: PracticeForm) -> Practice:
    """A copy of the practice that says what the bound form says; never saved. Fields with an error stay as stored."""
    form.is_valid()
    shown = copy.copy(practice)
    for name in (*COLUMNS, *RELATIONS):
        if name in form.cleaned_data:
            setattr(shown, name, form.cleaned_data[name])
    return shown


def _texts(value: Any) -> list[str]:
    if value is None or value is False or value == "":
        return []
    if value is True:
        return ["on"]
    values = value if isinstance(value, list | tuple) or hasattr(value, "all") else [value]
    return [str(it.pk) if isinstance(it, Model) else str(it) for it in values]
