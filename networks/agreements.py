"""What somebody agrees to at sign-up (DOMAIN.md 1). A changed text gets a new version: agreements keep theirs."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from networks.models import Agreement


@dataclass(frozen=True)
class AgreementText:
    """One obligation in words."""

    kind: str
    version: int
    text: str | Promise


TEXTS = (
    AgreementText(Agreement.Kind.ATTENDANCE, 1, _("I will be there at all meetings.")),
    AgreementText(
        Agreement.Kind.EMBEDDING, 1, _("I aim to embed the answer to our learning question in the whole school.")
    ),
    AgreementText(Agreement.Kind.TIME, 1, _("The school frees time and means to work on it.")),
    AgreementText(
        Agreement.Kind.SHARING,
        1,
        _("I share good practice and materials, as inspiration for schools that do not take part."),
    ),
)
KINDS = frozenset(text.kind for text in TEXTS)
