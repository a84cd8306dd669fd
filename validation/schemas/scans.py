from ninja import Schema

from networks.schemas.types import AtSchool


class ScanLineOut(Schema):
    """`means`: in the order of `series`; null where too few answered."""

    label: str
    means: list[float | None]


class ScanCompetencyOut(ScanLineOut):
    """A competency with its statements."""

    statements: list[ScanLineOut]


class ScanRemarksOut(Schema):
    """Own words of a group, as far as they can be shown."""

    group: str
    strong: list[str]
    tip: list[str]


class ScanReportOut(Schema):
    """What a closed 360° scan says. `withheld`: groups in which fewer than `least` answered; they count in no mean."""

    closed_at: AtSchool
    least: int
    series: list[str]
    withheld: list[str]
    competencies: list[ScanCompetencyOut]
    remarks: list[ScanRemarksOut]
