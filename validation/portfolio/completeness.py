"""Whether a portfolio meets each minimum requirement (DOMAIN.md 3a): how it stands, where it lacks, how to mend it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resources.privacy.finding import Finding
from validation.models import Requirement
from validation.portfolio.content import Portfolio, Written
from validation.portfolio.privacy import findings_of, is_looked_at

Kind = Requirement.Kind
# In either language: who writes from the own role says so somewhere.
FIRST_PERSON = re.compile(r"\b(ik|mij|me|mijn|mijzelf|mezelf|i|my|mine|myself)\b", re.I)


@dataclass(frozen=True)
class Place:
    """Where something lacks: what it is called, and the page at which it is mended."""

    label: str
    page: str
    args: tuple[int | str, ...]
    anchor: str = ""

    @property
    def url(self) -> str:
        return reverse(f"validation:{self.page}", args=self.args) + self.anchor


@dataclass(frozen=True)
class Standing:
    """How one requirement stands. state: in words, with figures. mend: what to do; empty when it is met."""

    requirement: Requirement
    met: bool
    state: str
    mend: str = ""
    places: list[Place] = field(default_factory=list)

    @property
    def blocks(self) -> bool:
        """Whether the portfolio cannot be handed in because of it."""
        return not self.met and self.requirement.needed


@dataclass(frozen=True)
class Completeness:
    """All requirements of a portfolio as they stand now."""

    portfolio: Portfolio
    standings: list[Standing]
    findings: list[Finding]

    @cached_property
    def is_complete(self) -> bool:
        """Whether it may be handed in."""
        return not any(it.blocks for it in self.standings)

    @property
    def lacking(self) -> list[Standing]:
        return [it for it in self.standings if not it.met]

    @property
    def met(self) -> list[Standing]:
        return [it for it in self.standings if it.met]

    @property
    def percent(self) -> int:
        """Of the requirements, for a bar."""
        return round(100 * len(self.met) / len(self.standings)) if self.standings else 100


def completeness_of(portfolio: Portfolio) -> Completeness:
    """Each requirement of the version under which the case was started."""
    findings = findings_of(portfolio)
    judged = [_Judge(portfolio, it, findings).standing() for it in portfolio.requirements]
    return Completeness(portfolio, judged, findings)


@dataclass(frozen=True)
class _Judge:
    """Judges one requirement."""

    portfolio: Portfolio
    requirement: Requirement
    findings: list[Finding]

    def standing(self) -> Standing:
        judge: Callable[[], Standing] = getattr(self, f"_{self.requirement.kind}")
        return judge()

    @property
    def number(self) -> int:
        return self.requirement.number

    def _sections(self) -> Standing:
        empty = [it for it in self.portfolio.sections if not it.text.strip()]
        filled, number = len(self.portfolio.sections) - len(empty), len(self.portfolio.sections)
        state = _("%(have)s of %(number)s sections filled") % {"have": filled, "number": number}
        mend = _("Write something in each section.")
        return self._judged(not empty, state, mend, [self._section(it) for it in empty])

    def _words_max(self) -> Standing:
        words = self.portfolio.words
        state = _("%(have)s of at most %(most)s words") % {"have": words, "most": self.number}
        over = words - self.number
        mend = ngettext("Take %(over)s word out.", "Take %(over)s words out.", over) % {"over": over}
        counted = [it for it in self.portfolio.sections if it.section.counts_words and it.words]
        longest = sorted(counted, key=lambda it: -it.words)
        return self._judged(over <= 0, state, mend, [self._section(it, words=True) for it in longest])

    def _competencies(self) -> Standing:
        shown = {it.link.competency_id for it in self.portfolio.links if it.is_there}
        wanted = self.number or len(self.portfolio.competencies)
        state = _("%(have)s of %(number)s competencies linked to a passage") % {"have": len(shown), "number": wanted}
        lost = [it.link.competency_id for it in self.portfolio.links if not it.is_there]
        places = [
            self._place(it.label, "competencies", anchor=f"#competency-{it.pk}")
            for it in self.portfolio.competencies
            if it.pk not in shown
        ]
        mend = _("Quote for each competency a passage of your text in which you show it.")
        if lost:
            mend = _("A passage that you linked is no longer in your text. Link it anew.")
        return self._judged(len(shown) >= wanted, state, mend, places)

    def _colleagues_min(self) -> Standing:
        have, awaited = len(self.portfolio.feedback), sum(it.awaits for it in self.portfolio.requests)
        state = _("feedback of %(have)s of at least %(least)s colleagues") % {"have": have, "least": self.number}
        mend = _("Ask colleagues for feedback. They get a link by mail and need no account.")
        if have + awaited >= self.number:
            mend = _("Wait for the colleagues whom you asked, or ask somebody else as well.")
        return self._judged(have >= self.number, state, mend, [self._place(_("Feedback"), "feedback")])

    def _colleagues_answered(self) -> Standing:
        given = self.portfolio.feedback
        open_ones = [it for it in given if not it.reply]
        state = _("%(have)s of %(number)s colleagues answered") % {
            "have": len(given) - len(open_ones),
            "number": len(given),
        }
        mend = _("Write with each feedback what you take from it, and take it up in your reflection.")
        places = [self._place(it.name, "feedback", anchor=f"#feedback-{it.pk}") for it in open_ones]
        return self._judged(not open_ones, state, mend, places)

    def _sources_min(self) -> Standing:
        state = _("%(have)s of at least %(least)s sources") % {
            "have": len(self.portfolio.sources),
            "least": self.number,
        }
        lack = self.number - len(self.portfolio.sources)
        mend = ngettext("Add %(lack)s source.", "Add %(lack)s sources.", lack) % {"lack": lack}
        return self._judged(lack <= 0, state, mend, [self._place(_("Sources"), "sources")])

    def _literature_min(self) -> Standing:
        have = sum(it.is_literature for it in self.portfolio.sources)
        state = _("%(have)s of at least %(least)s sources that are literature") % {"have": have, "least": self.number}
        mend = _("Add a book, an article or a report, and tick that it is literature.")
        return self._judged(have >= self.number, state, mend, [self._place(_("Sources"), "sources")])

    def _evidence_min(self) -> Standing:
        have = len(self.portfolio.evidence)
        state = _("%(have)s of at least %(least)s pieces of evidence") % {"have": have, "least": self.number}
        lack = self.number - have
        mend = ngettext("Add %(lack)s piece.", "Add %(lack)s pieces.", lack) % {"lack": lack}
        return self._judged(lack <= 0, state, mend, [self._place(_("Evidence"), "evidence")])

    def _evidence_max(self) -> Standing:
        have = len(self.portfolio.evidence)
        state = _("%(have)s of at most %(most)s pieces of evidence") % {"have": have, "most": self.number}
        mend = _("Keep the strongest pieces; move the others to the appendices, or remove them.")
        return self._judged(have <= self.number, state, mend, [self._place(_("Evidence"), "evidence")])

    def _evidence_marked(self) -> Standing:
        bare = [it for it in self.portfolio.evidence if not it.is_ready]
        have, number = len(self.portfolio.evidence) - len(bare), len(self.portfolio.evidence)
        state = _("%(have)s of %(number)s pieces explained") % {"have": have, "number": number}
        mend = _("Mark the part that matters, and tell what it supports and whose perspective it is.")
        return self._judged(not bare, state, mend, [self._place(it.title, "change_evidence", it.pk) for it in bare])

    def _perspectives_min(self) -> Standing:
        have = len(self.portfolio.perspectives)
        state = _("%(have)s of at least %(least)s perspectives") % {"have": have, "least": self.number}
        mend = _("Add evidence from somebody else: a colleague, pupil, parent, the board, or figures.")
        return self._judged(have >= self.number, state, mend, [self._place(_("Evidence"), "evidence")])

    def _own_role(self) -> Standing:
        asked = [it for it in self.portfolio.sections if it.section.own_role]
        silent = [it for it in asked if not FIRST_PERSON.search(it.text)]
        state = _("%(have)s of %(number)s sections written from your own role") % {
            "have": len(asked) - len(silent),
            "number": len(asked),
        }
        mend = _("Write what you did, wanted and chose yourself: as “I”.")
        return self._judged(not silent, state, mend, [self._section(it) for it in silent])

    def _privacy(self) -> Standing:
        met = is_looked_at(self.portfolio, self.findings)
        if not self.findings:
            return self._judged(met, _("nothing found that may tell of others"), "")
        state = ngettext("%(number)s passage to look at", "%(number)s passages to look at", len(self.findings)) % {
            "number": len(self.findings)
        }
        if met:
            state = _("looked at")
        mend = _("Look at these passages: leave names out, or say that they may stand there.")
        return self._judged(met, state, mend, [self._place(_("Privacy"), "privacy")])

    def _judged(self, met: bool, state: str, mend: str, places: list[Place] | None = None) -> Standing:
        if met:
            return Standing(self.requirement, True, state)
        return Standing(self.requirement, False, state, mend, places or [])

    def _section(self, written: Written, *, words: bool = False) -> Place:
        label = written.section.label
        if words:
            label = ngettext("%(section)s (%(number)s word)", "%(section)s (%(number)s words)", written.words) % {
                "section": label,
                "number": written.words,
            }
        return self._place(label, "section", written.section.key)

    def _place(self, label: str, page: str, *args: int | str, anchor: str = "") -> Place:
        theme = self.portfolio.theme
        return Place(label, page, (theme.case_id, theme.pk, *args), anchor)
