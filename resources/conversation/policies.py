"""The door to remarks."""

from typing import Any

from core.errors import NotFound
from resources.models import Remark
from resources.policies import can_discuss


def get_remark_for(user: Any, pk: int) -> Remark:
    """A remark on a practice that the user may discuss. Raises NotFound."""
    remark = Remark.objects.select_related("practice__contributor", "practice__network", "by").filter(pk=pk).first()
    if remark is None or not can_discuss.test(user, remark.practice):
        raise NotFound
    return remark
