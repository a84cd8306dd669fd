"""What is asked about an intake or a progress talk: with whom, when and where, and the report of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.choices import offer, offer_rows
from core.refusals import RefusableForm
from networks.walltime import AMSTERDAM
from validation.forms.talks import WhenWhereForm
from validation.guidance.reading import hosts_of
from validation.models import Case, GuidanceReport, GuidanceTalk, Theme
from validation.models.programmes import TEXT_LENGTH
from validation.services import Estimate
from validation.services.guidance import LONGEST, SHORTEST
from validation.services.guidance_reports import NEEDED

Place = GuidanceTalk.Place
Kind = GuidanceTalk.Kind
PLACES = [(it.value, it.label) for it in (Place.INSTITUTE, Place.OTHER, Place.ONLINE)]
QUESTIONS = {
    "procedure": (_("What did you agree on the procedure?"), _("Steps, days, and who does what.")),
    "composition": (_("How is the portfolio built up?"), _("What it holds, and how themes and pieces hang together.")),
    "evidence": (_("What counts as evidence?"), _("Name examples that fit this participant.")),
    "work_on": (_("What is there to work on?"), _("Concrete, so that the participant can go on.")),
}


def _long(label: Any, rows: int, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=TEXT_LENGTH, widget=widget, **options)


class _GuidanceMoment(WhenWhereForm):
    """When and where, and how long it takes."""

    minutes = forms.IntegerField(label=_("Minutes"), min_value=SHORTEST, max_value=LONGEST, initial=60)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer(self, "place", PLACES)
        self.initial.setdefault("place", Place.INSTITUTE)

    @property
    def when_where(self) -> dict[str, Any]:
        """What the services take."""
        return {"starts_at": self.starts_at, "minutes": self.cleaned_data["minutes"], "spot": self.spot}


class PlanGuidanceForm(_GuidanceMoment):
    """With whom, when and where."""

    host = forms.ModelChoiceField(User.objects.none(), label=_("Who holds it?"))
    field_order = ["host", "day", "starts", "minutes", "place", "address", "online_url"]

    def __init__(self, *args: Any, case: Case, kind: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        offer_rows(self, "host", hosts_of(case, kind))


class MoveGuidanceForm(_GuidanceMoment):
    """Another time or place."""

    reason = _long(
        _("What do you want to tell about the change?"), 3, required=False, help_text=_("Goes along in the mail.")
    )
    field_order = ["day", "starts", "minutes", "place", "address", "online_url", "reason"]

    def __init__(self, *args: Any, talk: GuidanceTalk, **kwargs: Any):
        super().__init__(*args, **kwargs)
        begin = talk.starts_at.astimezone(AMSTERDAM)
        known = {"day": begin.date(), "starts": begin.time(), "minutes": talk.minutes}
        self.initial = known | {name: getattr(talk, name) for name in ("place", "address", "online_url")}


class ReportForm(RefusableForm):
    """What was discussed; of an intake an estimate for each chosen theme. read: the report that was read."""

    read = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, talk: GuidanceTalk, last: GuidanceReport | None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.texts_asked = NEEDED[Kind(talk.kind)]
        self.themes = list(talk.case.version.themes.all()) if talk.is_intake else []
        self.corrects = last is not None
        for name in self.texts_asked:
            label, help_text = QUESTIONS[name]
            self.fields[name] = _long(label, 5, help_text=help_text)
        for theme in self.themes:
            self._ask_about(theme)
        if last:
            self.fields["reason"] = _long(_("Why do you correct it?"), 3, help_text=_("The participant reads it."))
        self.initial.update(_known(talk, last, self.texts_asked))

    def _ask_about(self, theme: Theme) -> None:
        self.fields[f"chosen-{theme.pk}"] = forms.BooleanField(label=_("This theme is chosen"), required=False)
        for name, label in (("least", _("Points at least")), ("most", _("Points at most"))):
            self.fields[f"{name}-{theme.pk}"] = forms.IntegerField(
                label=label, min_value=0, max_value=1_000, required=False
            )
        self.fields[f"note-{theme.pk}"] = _long(_("What does that depend on?"), 2, required=False)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        for theme in self.themes:
            for name in ("least", "most"):
                field = f"{name}-{theme.pk}"
                if found.get(f"chosen-{theme.pk}") and found.get(field) is None and field not in self.errors:
                    self.add_error(field, _("Fill in a number for “%(theme)s”.") % {"theme": theme.label})
        return found

    @property
    def estimates(self) -> dict[int, Estimate]:
        """By the id of the theme, of those that are chosen."""
        given = self.cleaned_data
        return {
            it.pk: Estimate(given[f"least-{it.pk}"], given[f"most-{it.pk}"], given[f"note-{it.pk}"])
            for it in self.themes
            if given[f"chosen-{it.pk}"]
        }

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        given = self.cleaned_data
        texts = {name: given[name] for name in self.texts_asked}
        told = {"read": given["read"], "reason": given.get("reason", "")}
        return {"texts": texts, "estimates": self.estimates, **told}

    @property
    def text_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.texts_asked]

    @property
    def parts(self) -> list[tuple[Theme, list[forms.BoundField]]]:
        """The themes, each with its boxes."""
        return [(it, [self[f"{name}-{it.pk}"] for name in ("chosen", "least", "most", "note")]) for it in self.themes]


def _known(talk: GuidanceTalk, last: GuidanceReport | None, names: tuple[str, ...]) -> dict[str, Any]:
    """What stands there already; of the first report the themes that the participant chose."""
    if last is None:
        chosen = talk.case.themes.values_list("theme", flat=True) if talk.is_intake else []
        return {f"chosen-{it}": True for it in chosen}
    known: dict[str, Any] = {"read": last.number} | {name: getattr(last, name) for name in names}
    for it in last.estimates.all():
        pk = it.theme_id
        known |= {f"chosen-{pk}": True, f"least-{pk}": it.least, f"most-{pk}": it.most, f"note-{pk}": it.note}
    return known
