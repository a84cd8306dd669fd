"""What happens around a 360° scan, in a few words, so that each test says what matters."""

from validation import services
from validation.models import Scan, ScanRespondent


def asked(scan, group, number, name=None):
    """So many people of a group, with names that no text holds."""
    return [
        services.ask_respondent(
            scan=scan,
            by=scan.case.person,
            group=group,
            name=name or f"Xander{group.title()} Ywerf{at}",
            email=f"{group}{at}@scan.example",
        )
        for at in range(number)
    ]


def answered(respondent, value=4, **facts):
    """The same value for each statement. facts: own words, or values of some statements by key."""
    row = ScanRespondent.objects.select_related("scan__case__version").get(pk=respondent.pk)
    words = {name: facts.pop(name) for name in ("strong", "tip") if name in facts}
    values = {it.key: value for it in services.scans.questions_of(row.scan)} | facts.get("values", {})
    services.answer_scan(respondent=row, values=values, **words)


def own_view(scan, value=3):
    values = {it.key: value for it in services.scans.questions_of(scan)}
    return services.fill_in_own(scan=scan, by=scan.case.person, values=values)


def fresh(scan):
    return Scan.objects.select_related("case__version__programme", "case__person").get(pk=scan.pk)


def closed(scan):
    return services.close_scan(scan=scan, by=scan.case.person)
