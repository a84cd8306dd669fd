from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, DomainError, InvalidInput, NotAllowed

if TYPE_CHECKING:
    from resources.models import Practice


class MayNotContribute(NotAllowed):
    """Contributing without a place in a network, and without being an editor."""

    code = "may_not_contribute"
    template = "resources/may_not_contribute.html"
    message = _("You can contribute as soon as you take part in a learning network.")


class PracticeWithdrawn(DomainError):
    """Reading a practice that stood in the library once.

    title: the one that was public, empty when nobody knows it. take_back_url: for who reported that a school tried it.
    """

    code, status = "practice_withdrawn", 410
    template = "resources/gone.html"
    message = _("This practice is withdrawn.")

    def __init__(self, title: str, related: "Sequence[Practice]", take_back_url: str = ""):
        super().__init__()
        self.title, self.related, self.take_back_url = title, related, take_back_url


class OwnPractice(NotAllowed):
    """Reviewing what one has contributed oneself."""

    code = "own_practice"
    message = _("Somebody else reviews your own practice.")


class PracticeIncomplete(InvalidInput):
    """Submitting while something compulsory is empty; `errors` and `missing` name it."""

    code = "practice_incomplete"
    message = _("Your practice is not complete yet.")

    def __init__(self, missing: list[dict[str, str]]):
        super().__init__(errors={item["field"]: [item["why"]] for item in missing})
        self.extensions = {"missing": missing}


class TypedElsewhere(Conflict):
    """Saving without knowing what the same person typed in another window: `texts` by field, kept as `serial`."""

    code = "typed_elsewhere"
    message = _("In another window you typed something else here. Choose which text stays, and save again.")

    def __init__(self, texts: dict[str, list[str]], serial: int):
        super().__init__()
        self.texts, self.serial = texts, serial


class NotWaiting(Conflict):
    """Deciding upon something that is not, or no longer, submitted."""

    code = "not_submitted"
    message = _("This practice does not wait for a review now.")


class NothingToSubmit(Conflict):
    """Submitting a published practice that has no changes."""

    code = "nothing_to_submit"
    message = _("There are no changes to submit: this practice is published as it is.")


class ReasonsMissing(InvalidInput):
    """Returning without saying why."""

    code = "reasons_missing"
    message = _("Tell the contributor what to change, and why.")

    def __init__(self) -> None:
        super().__init__(errors={"reasons": [str(self.message)]})


class MaterialTooLarge(InvalidInput):
    """A file above the limit."""

    code, status = "material_too_large", 413
    message = _("This file is too large: at most 25 MB.")

    def __init__(self) -> None:
        super().__init__(errors={"file": [str(self.message)]})


class MaterialRefused(InvalidInput):
    """A file that is empty, of a type we do not take, or not what its name says."""

    code = "material_refused"

    def __init__(self, why: str):
        super().__init__(why, errors={"file": [why]})


class TooManyMaterials(Conflict):
    """More files and links than one practice holds."""

    code = "too_many_materials"
    message = _("A practice has at most 20 materials.")


class ConsentMissing(InvalidInput):
    """Publishing words of a member who did not agree to that."""

    code = "consent_missing"

    def __init__(self, why: str):
        super().__init__(why, errors={"quotes": [why]})
