"""Fills the forms of the workplace with one text, found by looking at the forms themselves."""

from django import forms
from django.utils.html import escape
from wagtail import blocks
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.test.utils.form_data import rich_text

from tests.networks.hostile.filling import LOOKS_LIKE, NOT_TYPED

DAY, MOMENT, LATER = "16-10-2027", "16-10-2027 09:30", "16-10-2027 12:30"


def filled(form, text):
    """What a browser would send with this text in every field that takes one, and one row in each set of rows."""
    data = _fields(form, text)
    for name, rows in getattr(form, "formsets", {}).items():
        data |= {f"{rows.prefix}-{it}": 0 for it in ("INITIAL_FORMS", "MIN_NUM_FORMS")}
        data |= {f"{rows.prefix}-TOTAL_FORMS": 0 if name == "comments" else 1, f"{rows.prefix}-MAX_NUM_FORMS": 1000}
        if name != "comments":
            one = _fields(rows.empty_form, text)
            one |= {f"{rows.prefix}-__prefix__-ORDER": 1}
            data |= {key.replace("__prefix__", "0"): value for key, value in one.items() if not key.endswith("DELETE")}
    return data


def _fields(form, text):
    data = {}
    for bound in form:
        field = bound.field
        if isinstance(field, blocks.base.BlockField):
            data |= _stream(field.block, bound.html_name, text)
        else:
            data[bound.html_name] = _value(field, bound.value(), text, bound.name)
    return {name: value for name, value in data.items() if value is not None}


def _value(field, value, text, name=""):
    if isinstance(field.widget, DraftailRichTextArea):
        return rich_text(f"<p>{escape(text)}</p>")
    if isinstance(field, forms.DateTimeField):
        return MOMENT if name == "starts_at" else LATER if name == "ends_at" else None
    if isinstance(field, forms.DateField):
        return DAY
    if isinstance(field, forms.SlugField):
        return "een-adres"
    if isinstance(field, LOOKS_LIKE):
        return "iemand@school.example" if isinstance(field, forms.EmailField) else "https://bron.example/"
    if isinstance(field, forms.CharField) and not isinstance(field, NOT_TYPED):
        return text
    if isinstance(field, forms.BooleanField):
        return "on" if value else None
    if isinstance(field, forms.IntegerField):
        return value if value is not None else (field.min_value or 1 if field.required else None)
    if isinstance(field, forms.ModelChoiceField):
        row = field.queryset.first() if field.required else None
        return row and row.pk
    choices = [str(key) for key, _label in getattr(field, "choices", []) if str(key)]
    return value or (choices[0] if choices and field.required else None)


def _stream(block, name, text):
    """One block of each kind that needs no picture or file."""
    kinds = [(kind, it) for kind, it in block.child_blocks.items() if kind not in {"picture", "documents"}]
    data = {f"{name}-count": len(kinds)}
    for number, (kind, child) in enumerate(kinds):
        row = f"{name}-{number}"
        data |= {f"{row}-deleted": "", f"{row}-order": number, f"{row}-type": kind, f"{row}-id": ""}
        data |= _block(child, f"{row}-value", text)
    return data


def _block(block, name, text):
    if isinstance(block, blocks.StructBlock):
        parts = [_block(child, f"{name}-{key}", text) for key, child in block.child_blocks.items()]
        return {key: value for part in parts for key, value in part.items()}
    if isinstance(block, blocks.ListBlock):
        row = f"{name}-0"
        data = {f"{name}-count": 1, f"{row}-deleted": "", f"{row}-order": 0, f"{row}-id": ""}
        return data | _block(block.child_block, f"{row}-value", text)
    value = _value(block.field, block.get_default(), text)
    return {} if value is None else {name: value}
