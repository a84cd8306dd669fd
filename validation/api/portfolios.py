from typing import Any

from django.http import HttpRequest
from ninja import File, Form, Router, Status
from ninja.decorators import decorate_view
from ninja.files import UploadedFile

from core.access import guarded
from core.api import idempotent, problems
from core.doors import found_in
from networks.schemas.types import RowId
from validation import services
from validation.errors import TextElsewhere
from validation.models import CaseTheme, Evidence, FeedbackRequest, PortfolioSource, Submission
from validation.policies import get_own_portfolio_for
from validation.portfolio.completeness import completeness_of
from validation.portfolio.content import Linked, Written, portfolio_of
from validation.schemas.cases import (
    EvidenceFacts,
    EvidenceIn,
    EvidenceOut,
    FeedbackIn,
    FeedbackOut,
    PassageIn,
    PassageOut,
    PortfolioOut,
    PortfolioSourceIn,
    PortfolioSourceOut,
    SectionIn,
    SectionOut,
    StepIn,
    SubmissionOut,
)

router = Router(tags=["validation"])
OWN = "validation.policies.get_own_portfolio_for"
CREATING = problems(403, 404, 409)


@router.get("/validation/portfolios/{pk}", response={200: PortfolioOut, **problems(404)})
@guarded(OWN)
def read_portfolio(request: HttpRequest, pk: RowId) -> dict[str, Any]:
    """The portfolio of one of your themes, with each requirement: how it stands, where it lacks, how to mend it."""
    return _shown(get_own_portfolio_for(request.user, pk))


@router.put("/validation/portfolios/{pk}/sections/{key}", response={200: SectionOut, **problems(403, 404, 409)})
@guarded(OWN)
def write_section(request: HttpRequest, pk: RowId, key: str, body: SectionIn) -> Written:
    """Keep the text of a section. 409 with the other `text` and its `serial` when it was changed since it was read."""
    own = get_own_portfolio_for(request.user, pk)
    section = found_in(own.case.version.sections.filter(key=key))
    kept = services.keep_text(theme=own, section=section, by=request.user, text=body.text, serial=body.serial)
    if kept.elsewhere is not None:
        raise TextElsewhere(kept.elsewhere, kept.row.serial)
    return Written(section, kept.row)


@router.post("/validation/portfolios/{pk}/passages", response={201: PassageOut, **CREATING})
@decorate_view(idempotent)
@guarded(OWN)
def link_passage(request: HttpRequest, pk: RowId, body: PassageIn) -> Status:
    """Say that a passage shows a competency."""
    own = get_own_portfolio_for(request.user, pk)
    competency = found_in(own.theme.competencies.filter(key=body.competency))
    section = found_in(own.case.version.sections.filter(key=body.section))
    facts = {"competency": competency, "section": section, "passage": body.passage}
    return Status(201, Linked(services.link_passage(theme=own, by=request.user, **facts), is_there=True))


@router.delete("/validation/portfolios/{pk}/passages/{link}", response={204: None, **CREATING})
@guarded(OWN)
def unlink_passage(request: HttpRequest, pk: RowId, link: RowId) -> Status:
    """The passage is no longer linked; the text stays."""
    own = get_own_portfolio_for(request.user, pk)
    services.unlink_passage(link=_row(own.links.filter(pk=link), own), by=request.user)
    return Status(204, None)


@router.post("/validation/portfolios/{pk}/sources", response={201: PortfolioSourceOut, **CREATING})
@decorate_view(idempotent)
@guarded(OWN)
def note_source(request: HttpRequest, pk: RowId, body: PortfolioSourceIn) -> Status:
    """Note a source."""
    own = get_own_portfolio_for(request.user, pk)
    return Status(201, services.add_source(theme=own, by=request.user, **body.dict()))


@router.put("/validation/portfolios/{pk}/sources/{source}", response={200: PortfolioSourceOut, **CREATING})
@guarded(OWN)
def change_portfolio_source(request: HttpRequest, pk: RowId, source: RowId, body: PortfolioSourceIn) -> PortfolioSource:
    """Change what was noted."""
    own = get_own_portfolio_for(request.user, pk)
    row = _row(own.sources.filter(pk=source), own)
    return services.change_source(source=row, by=request.user, **body.dict())


@router.delete("/validation/portfolios/{pk}/sources/{source}", response={204: None, **CREATING})
@guarded(OWN)
def remove_portfolio_source(request: HttpRequest, pk: RowId, source: RowId) -> Status:
    """It goes out of the list."""
    own = get_own_portfolio_for(request.user, pk)
    services.remove_material(row=_row(own.sources.filter(pk=source), own), by=request.user)
    return Status(204, None)


@router.post("/validation/portfolios/{pk}/evidence", response={201: EvidenceOut, **CREATING})
@decorate_view(idempotent)
@guarded(OWN)
def add_evidence(request: HttpRequest, pk: RowId, body: EvidenceIn) -> Status:
    """Add a web address as evidence; what is not told yet may come later."""
    own = get_own_portfolio_for(request.user, pk)
    return Status(201, services.add_evidence(theme=own, by=request.user, **body.dict()))


@router.post("/validation/portfolios/{pk}/evidence/files", response={201: EvidenceOut, **problems(403, 404, 409, 413)})
@decorate_view(idempotent)
@guarded(OWN)
def add_evidence_file(request: HttpRequest, pk: RowId, file: File[UploadedFile], about: Form[EvidenceFacts]) -> Status:
    """Add a file of at most 25 MB as evidence."""
    own = get_own_portfolio_for(request.user, pk)
    return Status(201, services.add_evidence(theme=own, by=request.user, file=file, **about.dict()))


@router.delete("/validation/portfolios/{pk}/evidence/{piece}", response={204: None, **CREATING})
@guarded(OWN)
def remove_evidence(request: HttpRequest, pk: RowId, piece: RowId) -> Status:
    """It goes, with its file; what was handed in keeps it."""
    own = get_own_portfolio_for(request.user, pk)
    services.remove_material(row=_row(own.evidence.filter(pk=piece), own), by=request.user)
    return Status(204, None)


@router.post("/validation/portfolios/{pk}/feedback", response={201: FeedbackOut, **CREATING})
@decorate_view(idempotent)
@guarded(OWN)
def ask_feedback(request: HttpRequest, pk: RowId, body: FeedbackIn) -> Status:
    """Ask a colleague for feedback, who gets a mail with a link and needs no account."""
    own = get_own_portfolio_for(request.user, pk)
    return Status(201, services.ask_feedback(theme=own, by=request.user, **body.dict()))


@router.post("/validation/portfolios/{pk}/steps", response={200: PortfolioOut, **problems(403, 404, 409)})
@guarded(OWN)
def step_portfolio(request: HttpRequest, pk: RowId, body: StepIn) -> dict[str, Any]:
    """Judge it done, go on writing, take it back, pause, go on or stop."""
    own = get_own_portfolio_for(request.user, pk)
    if body.step == "judge_done":
        services.judge_done(theme=own, by=request.user)
    elif body.step == "take_back":
        services.take_back(theme=own, by=request.user)
    else:
        services.move_theme(theme=own, step=body.step, by=request.user)
    return _shown(own)


@router.post("/validation/portfolios/{pk}/submissions", response={201: SubmissionOut, **CREATING})
@decorate_view(idempotent)
@guarded(OWN)
def submit_portfolio(request: HttpRequest, pk: RowId) -> Status:
    """Hand in what was judged done: it is frozen, with its hash."""
    submission: Submission = services.submit_theme(theme=get_own_portfolio_for(request.user, pk), by=request.user)
    return Status(201, submission)


def _row(rows: Any, own: CaseTheme) -> Any:
    """The row, which knows its theme. Raises NotFound."""
    row: Evidence | PortfolioSource | FeedbackRequest = found_in(rows)
    row.theme = own
    return row


def _shown(own: CaseTheme) -> dict[str, Any]:
    portfolio = portfolio_of(own)
    complete = completeness_of(portfolio)
    return {
        "id": own.pk,
        "theme": own.theme.label,
        "state": own.state,
        "words": portfolio.words,
        "complete": complete.is_complete,
        "sections": portfolio.sections,
        "passages": portfolio.links,
        "sources": portfolio.sources,
        "evidence": portfolio.evidence,
        "feedback": portfolio.requests,
        "requirements": complete.standings,
    }
