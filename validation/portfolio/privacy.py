"""What in a portfolio to look at for the privacy of others, and whether the participant looked."""

from collections.abc import Iterator

from django.utils.crypto import salted_hmac

from resources.privacy.finding import Finding, findings_in_name, findings_in_text
from validation.portfolio.content import Portfolio


def findings_of(portfolio: Portfolio) -> list[Finding]:
    """Passages that may tell of pupils or others; it points, and never decides."""
    return list(_findings(portfolio))


def token_of(findings: list[Finding]) -> str:
    """Stands for exactly these findings; empty when there are none. Keyed, so that no number can be found back."""
    if not findings:
        return ""
    passages = "\n".join(sorted(f"{it.kind} {it.field} {it.passage}" for it in findings))
    return salted_hmac("validation.privacy", passages, algorithm="sha256").hexdigest()


def is_looked_at(portfolio: Portfolio, findings: list[Finding]) -> bool:
    """Nothing to look at, or the participant said to have looked at just this."""
    return portfolio.theme.looked_at == token_of(findings) or not findings


def _findings(portfolio: Portfolio) -> Iterator[Finding]:
    for written in portfolio.sections:
        yield from findings_in_text(written.section.label, written.text)
    for row in (*portfolio.evidence, *portfolio.appendices):
        yield from findings_in_name(row.title, f"{row.title} · {row.name}")
    for piece in portfolio.evidence:
        yield from findings_in_text(piece.title, f"{piece.supports}\n{piece.quote}\n{piece.frozen}")
