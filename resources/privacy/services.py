"""What in a practice to look at for the privacy of pupils, and that its contributor looked."""

import dataclasses
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from accounts.models import User
from core.errors import NotAllowed
from resources.models import Practice, PracticeMaterial, PrivacyLook
from resources.parts import STORY
from resources.policies import can_change
from resources.privacy.finding import Finding, FindingKind, finding_of_type, findings_in_name, findings_in_text

MATERIALS = "materials"
MOST_OF_FILES = 100_000  # characters that are read of all files together: this runs while somebody types


@dataclasses.dataclass(frozen=True)
class Findings:
    """All findings of one kind. `token` stands for exactly these; looked: by whom and when, if somebody did."""

    kind: FindingKind
    found: list[Finding]
    token: str
    looked_by: User | None = None
    looked_at: datetime | None = None

    @property
    def is_looked_at(self) -> bool:
        return self.looked_at is not None


def findings_of(practice: Practice) -> list[Findings]:
    """What to look at in this row, by kind, each with whether that was done."""
    by_kind: dict[FindingKind, list[Finding]] = {}
    for finding in _read(practice):
        by_kind.setdefault(finding.kind, []).append(finding)
    looks = {it.kind: it for it in practice.original.privacy_looks.select_related("by")}
    return [_judged(kind, by_kind[kind], looks.get(kind)) for kind in FindingKind if kind in by_kind]


@transaction.atomic
def confirm_looked(*, practice: Practice, by: User, tokens: Collection[str]) -> None:
    """Keep that the contributor looked at all findings of some kinds, each told by its `token`.

    A token of passages that are no longer these counts for nothing. Raises NotAllowed.
    """
    row = Practice.objects.with_facts().get(pk=practice.pk).latest
    if not can_change.test(by, row):
        raise NotAllowed
    for findings in findings_of(row):
        if findings.token in tokens and not findings.is_looked_at:
            PrivacyLook.objects.update_or_create(
                practice=row.original, kind=findings.kind, defaults={"digest": findings.token, "by": by}
            )


def _judged(kind: FindingKind, found: list[Finding], look: PrivacyLook | None) -> Findings:
    token = _token(kind, found)
    if look is None or look.digest != token:
        return Findings(kind, found, token)
    return Findings(kind, found, token, looked_by=look.by, looked_at=look.at)


def _token(kind: FindingKind, found: Iterable[Finding]) -> str:
    """Keyed, so that nobody finds a number of nine digits back by trying them all."""
    passages = "\n".join(sorted(f"{it.field} {it.passage}" for it in found))
    return salted_hmac("resources.privacy", f"{kind} {passages}", algorithm="sha256").hexdigest()


def _read(practice: Practice) -> Iterable[Finding]:
    for field in STORY:
        yield from findings_in_text(field, getattr(practice, field))
    left = MOST_OF_FILES
    for material in practice.materials.select_related("extracted", "copied_from__extracted"):
        yield from findings_in_name(MATERIALS, f"{material.title} · {material.name}")
        yield from finding_of_type(MATERIALS, material.name, material.content_type)
        words = _words_in(material)[:left]
        left -= len(words)
        for finding in findings_in_text(MATERIALS, words):
            yield dataclasses.replace(finding, around=f"{material.name}: {finding.around}")


def _words_in(material: PracticeMaterial) -> str:
    """The words of its file, once they are read; the copy in a revision has the same file."""
    for row in (material, material.copied_from):
        if read := getattr(row, "extracted", None):
            return str(read.text)
    return ""
