"""The picture of a scan: bars per competency, drawn on the server; the table beside it says the same."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from validation.models.scans import LEAST_VALUE, MOST_VALUE
from validation.scan.reading import Shown, in_figures

WIDTH, BAR, GAP, HEAD = 340, 12, 26, 24
LABEL_ABOVE = 4


def picture_of(shown: Shown) -> SafeString:
    """An SVG whose text grows with its width; made for a phone first."""
    parts, at = [], 0
    for competency, _statements in shown.competencies:
        at += HEAD
        parts.append(format_html('<text class="scan-competency" x="0" y="{}">{}</text>', at - 6, competency.label))
        for number, (name, mean) in enumerate(zip(shown.series, competency.means, strict=True)):
            parts.append(_bar(number, name, mean, at))
            at += GAP
    title = _("Means per competency, from %(least)s to %(most)s") % {"least": LEAST_VALUE, "most": MOST_VALUE}
    return format_html(
        '<svg class="scan-picture" viewBox="0 0 {} {}" role="img" aria-labelledby="scan-title">'
        '<title id="scan-title">{}</title>{}</svg>',
        WIDTH,
        at + BAR,
        title,
        format_html_join("", "{}", ((it,) for it in parts)),
    )


def _bar(number: int, name: str, mean: float | None, at: int) -> SafeString:
    length = 0 if mean is None else round((mean - LEAST_VALUE) / (MOST_VALUE - LEAST_VALUE) * WIDTH)
    return format_html(
        '<text class="scan-name" x="0" y="{}">{}: {}</text>'
        '<rect class="scan-track" x="0" y="{}" width="{}" height="6" />'
        '<rect class="scan-bar scan-bar--{}" x="0" y="{}" width="{}" height="6" />',
        at + LABEL_ABOVE + 6,
        name,
        in_figures(mean),
        at + BAR + 2,
        WIDTH,
        "own" if number == 0 else "others",
        at + BAR + 2,
        max(length, 2) if mean is not None else 0,
    )
