from typing import Any

from django.http import HttpRequest
from ninja import Router

from core.access import guarded
from core.api import page_of, problems
from networks.obligations import ledger
from networks.policies import enrolment_of, get_space_for
from networks.schemas.obligations import ObligationOut

router = Router(tags=["networks"])


@router.get("/networks/{slug}/obligations/me", response={200: page_of(ObligationOut), **problems(403, 404)})
@guarded("networks.see_space")
def own_obligations(request: HttpRequest, slug: str) -> Any:
    """What you agreed to, and how it stands; empty for a facilitator who does not take part."""
    network = get_space_for(request.user, slug)
    own = enrolment_of(request.user, network)
    items = ledger([own])[own.pk] if own else []
    return {"total": len(items), "items": items}
