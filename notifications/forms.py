from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from core.choices import offer, words_of
from notifications import kinds
from notifications.choosing import choices_of
from notifications.holidays import calendar
from notifications.planning import moment_of, rest_of

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]
MOMENT = ("hour", "weekday")
REST = ("quiet_from", "quiet_until", "region")
NO_HOUR = ("", _("No hour"))


@dataclass(frozen=True)
class FieldGroup:
    """The fields that stand together, under their head line."""

    label: Any
    fields: list[forms.BoundField]

    @property
    def way(self) -> str:
        """How the news of the group comes; empty when it differs."""
        ways = {words_of(field) for field in self.fields}
        return ways.pop() if len(ways) == 1 else ""

    @property
    def has_errors(self) -> bool:
        return any(field.errors for field in self.fields)


class PreferencesForm(forms.Form):
    """For each kind of news how it comes, and when the digests go out. Fields carry the keys of the kinds."""

    hour = forms.TypedChoiceField(label=_("Hour"), choices=HOURS, coerce=int)
    weekday = forms.TypedChoiceField(
        label=_("Day of the weekly mail"), choices=[(day, WEEKDAYS[day]) for day in range(7)], coerce=int
    )

    quiet_from = forms.TypedChoiceField(
        label=_("No mail from"), choices=[NO_HOUR, *HOURS], coerce=int, empty_value=None, required=False
    )
    quiet_until = forms.TypedChoiceField(
        label=_("Until"), choices=[NO_HOUR, *HOURS], coerce=int, empty_value=None, required=False
    )
    region = forms.ChoiceField(label=_("No mail in the school holidays"), required=False)

    def __init__(self, *args: Any, person: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.kinds = kinds.concerning(person)
        for kind in self.kinds:
            self.fields[kind.key] = forms.ChoiceField(
                label=str(kind.label), choices=[(delivery.value, delivery.label) for delivery in kind.choices]
            )
        offer(self, "region", [("", _("Mail me in the holidays too")), *calendar().regions])
        moment, rest = moment_of(person), rest_of(person)
        self.initial = choices_of(person) | {name: getattr(moment, name) for name in MOMENT}
        self.initial |= {name: getattr(rest, name) for name in REST}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if (data.get("quiet_from") is None) != (data.get("quiet_until") is None):
            self.add_error("quiet_until", _("Choose both hours, or none."))
        return data

    @property
    def groups(self) -> list[FieldGroup]:
        """The fields of the kinds, by group."""
        ordered = sorted(self.kinds, key=lambda kind: (kind.group.order, str(kind.group.label)))
        return [
            FieldGroup(group.label, [self[kind.key] for kind in members])
            for group, members in groupby(ordered, key=lambda kind: kind.group)
        ]

    @property
    def moment(self) -> list[forms.BoundField]:
        return [self[name] for name in MOMENT]

    @property
    def rest(self) -> list[forms.BoundField]:
        return [self[name] for name in REST]

    def wanted(self) -> dict[str, str]:
        """For each kind's key how the person wants to hear of it."""
        return {key: way for key, way in self.cleaned_data.items() if key not in (*MOMENT, *REST)}
