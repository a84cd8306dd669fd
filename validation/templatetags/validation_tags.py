"""What templates of validation use: how a state looks, and figures in words."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.models.agreements import worded
from networks.walltime import day_and_hours
from validation.assessing.comparing import Comparison, Line
from validation.course import BADGES
from validation.deadlines import label_of
from validation.models import Evidence, Judgement, ProgrammeVersion
from validation.portfolio.provenance import came_from, was_taken
from validation.portfolio.wording import relevant_part
from validation.reading import now_of
from validation.scan.reading import Line as ScanLine
from validation.scan.reading import Shown, in_figures
from validation.states import Route
from validation.talking import minutes_of

register = template.Library()
register.filter("now_of", now_of)
register.filter("deadline_label", label_of)
register.filter("came_from", came_from)
register.filter("was_taken", was_taken)
register.filter("relevant_part", relevant_part)
register.filter("minutes_of_talk", minutes_of)


@register.filter
def state_badge(row: Any) -> str:
    """The class of the badge that shows the state of a case or a theme."""
    return BADGES.get(row.state, "")


@register.filter
def euro(amount: Decimal) -> str:
    """“€ 450”, or “€ 450,50”."""
    decimals = 0 if amount == amount.to_integral_value() else 2
    return f"€ {number_format(amount, decimals, force_grouping=True)}"


@register.filter
def minutes(number: int) -> str:
    """“45 minutes”, or “2.5 hours” from two hours on."""
    if number < 120:
        return ngettext("%(number)s minute", "%(number)s minutes", number) % {"number": number}
    hours = number_format(number / 60, 0 if number % 60 == 0 else 1)
    return _("%(hours)s hours") % {"hours": hours}


@register.filter
def talk_moment(moment: Any) -> str:
    """When and where, in one line: “maandag 5 oktober 2026, 09.30–10.15, bij het instituut”."""
    return f"{day_and_hours(moment.starts_at, moment.ends_at)}, {moment.where}"


@register.filter
def talk_length(version: ProgrammeVersion) -> str:
    """How long a talk takes, in words."""
    if version.programme.route == Route.DIALOGUE and version.day_starts and version.day_ends:
        return _("one day, %(start)s to %(end)s") % {
            "start": version.day_starts.strftime("%H.%M"),
            "end": version.day_ends.strftime("%H.%M"),
        }
    if version.talk_minutes_most:
        return _("%(least)s to %(most)s") % {
            "least": minutes(version.talk_minutes),
            "most": minutes(version.talk_minutes_most),
        }
    return _("%(one)s; for two themes together %(two)s") % {
        "one": minutes(version.talk_minutes),
        "two": minutes(version.talk_minutes_two_themes),
    }


@register.filter
def titled(row: dict[str, Any]) -> str:
    """The title of a part of a snapshot, in the reader's language."""
    return worded(row["title"], row["title_en"])


@register.filter
def perspective_label(key: str) -> str:
    """Whose perspective a piece of a snapshot is, in words."""
    return str(dict(Evidence.Perspective.choices).get(key, "–"))


@register.filter
def frozen_part(piece: dict[str, Any]) -> str:
    """The relevant part of a piece of a snapshot, in words."""
    return relevant_part(Evidence(part=piece["part"], frozen=piece["frozen"], **piece["where"])) or "–"


@register.filter
def scan_cells(line: ScanLine, shown: Shown) -> list[tuple[str, str]]:
    """The means of a line, each with the name of its series."""
    return [(name, in_figures(mean)) for name, mean in zip(shown.series, line.means, strict=True)]


@register.filter
def by_assessor(line: Line, comparison: Comparison) -> list[tuple[str, Judgement | None]]:
    """What stands in a line of a comparison, each with the name of its assessor."""
    names = [it.assessor.name for it in comparison.assessments]
    return list(zip(names, line.judgements, strict=True))
