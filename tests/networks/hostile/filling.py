"""Fills every text field of the forms on a page with one text, found by looking at the forms themselves."""

import inspect
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import quote_plus

from django import forms
from django.forms import BaseForm, BaseFormSet
from django.utils import timezone

import networks.forms

HERE = "hostile"  # stands where the text comes
TEXTS = (forms.CharField,)
NOT_TYPED = (forms.UUIDField,)
LOOKS_LIKE = (forms.EmailField, forms.URLField)


def is_text(field):
    return isinstance(field, TEXTS) and not isinstance(field, NOT_TYPED)


def declared() -> dict[forms.Field, str]:
    """Every text field of every form in networks.forms; one that a form takes over from another counts once."""
    modules = [import_module(f"networks.forms.{it.name}") for it in iter_modules(networks.forms.__path__)]
    found = [cls for module in modules for _name, cls in inspect.getmembers(module, inspect.isclass)]
    in_sets = [it.form for it in found if issubclass(it, BaseFormSet)]  # made of a form, with fields of their own
    alone = [it for it in found if issubclass(it, BaseForm) and not any(issubclass(form, it) for form in in_sets)]
    return {
        field: f"{cls.__name__}.{name}"
        for cls in (*alone, *in_sets)
        for name, field in getattr(cls, "base_fields", {}).items()
        if is_text(field)
    }


def forms_on(response) -> list[BaseForm]:
    """The forms that the page shows, those of form sets one by one: first what is asked, and one row of each set."""
    found: dict[int, BaseForm] = {}
    for context in response.context:
        for values in context:
            for value in values.values():
                if isinstance(value, BaseFormSet):
                    found |= {id(form): form for form in [value.management_form, *value.forms[:1]]}
                elif isinstance(value, BaseForm) and type(value).__module__.startswith("networks."):
                    found[id(value)] = value
    return list(found.values())


def blank(shown: list[BaseForm], only: str = "") -> tuple[dict[str, object], set[forms.Field]]:
    """What a person would send, with HERE in every text field; and which fields, as declared, those are."""
    sent: dict[str, object] = {}
    texts = set()
    for form in shown:
        if only and type(form).__name__ != only:
            continue
        for name, field in form.fields.items():
            if is_text(field):
                texts.add(type(form).base_fields.get(name, field))
                sent[form[name].html_name] = HERE
            else:
                sent[form[name].html_name] = _usual(form[name])
    return {name: value for name, value in sent.items() if value is not None}, texts


def _usual(bound):
    """What was there, or the first that can be chosen."""
    value, field = bound.value(), bound.field
    if isinstance(field, forms.FileField):
        return None
    if value not in (None, "", []):
        return value
    if isinstance(field, forms.DateField):
        return f"{timezone.localdate() + timedelta(days=40):%Y-%m-%d}"
    if isinstance(field, forms.TimeField):
        return "12:30" if bound.name == "ends" else "09:30"
    if isinstance(field, forms.BooleanField):
        return "on"
    if isinstance(field, forms.IntegerField):
        return field.min_value or 1
    choices = [str(key) for key, _label in getattr(field, "choices", []) if str(key)]
    if isinstance(field, forms.MultipleChoiceField):
        return choices or None
    return choices[0] if choices and field.required else None


def encoded(values: dict[str, object]) -> bytes:
    """As a browser sends it, and also what no browser would send: halves of characters."""
    pairs: Iterator[tuple[str, object]] = (
        (name, one) for name, value in values.items() for one in (value if isinstance(value, list) else [value])
    )
    return "&".join(
        f"{quote_plus(name)}={quote_plus(str(value).encode('utf-8', 'surrogatepass'))}" for name, value in pairs
    ).encode()
