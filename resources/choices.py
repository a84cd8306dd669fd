"""The fixed vocabularies of a practice. Values are stored and used in addresses; labels are translated."""

from collections.abc import Sequence

from django.db import models
from django.utils.translation import gettext_lazy as _

from schools.models import SchoolSize as SchoolSize
from schools.models import SchoolType as SchoolType


class MaterialKind(models.TextChoices):
    """What a material is for; the facet `material`."""

    LESSON = "lesson", _("Lesson material")
    TEST = "test", _("Test or assignment")
    FORMAT = "format", _("Format or checklist")
    POLICY = "policy", _("Policy document")
    PRESENTATION = "presentation", _("Presentation")
    ARTICLE = "article", _("Article or report")
    IMAGE = "image", _("Picture or poster")
    SOUND = "sound", _("Sound")
    VIDEO = "video", _("Video")
    LINK = "link", _("Website")


class Licence(models.TextChoices):
    """Open licences by SPDX identifier; CC BY is the default, since the library exists to be used (DOMAIN.md 2)."""

    CC_BY = "CC-BY-4.0", _("CC BY 4.0: use and adapt, with the source named")
    CC_BY_SA = "CC-BY-SA-4.0", _("CC BY-SA 4.0: use and adapt, share alike, with the source named")
    CC_BY_NC = "CC-BY-NC-4.0", _("CC BY-NC 4.0: use and adapt, not commercially, with the source named")
    CC_BY_NC_SA = "CC-BY-NC-SA-4.0", _("CC BY-NC-SA 4.0: not commercially, share alike, with the source named")
    CC_ZERO = "CC0-1.0", _("CC0 1.0: use freely, without conditions")

    @property
    def short(self) -> str:
        """The name people know it by: "CC BY 4.0"."""
        return str(self.label).partition(":")[0]

    @property
    def deed(self) -> str:
        """Where the licence is explained."""
        if self is Licence.CC_ZERO:
            return "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
        path = self.value.removeprefix("CC-").removesuffix("-4.0").lower()
        return f"https://creativecommons.org/licenses/{path}/4.0/deed.nl"


FIRST_YEAR, LAST_YEAR = 1990, 2100


def school_year(start: int) -> str:
    """A school year by the year in which it starts: "2018-2019"."""
    return f"{start}\N{EN DASH}{start + 1}"


def period_of(years: Sequence[int]) -> str:
    """School years that follow each other, in words: "2018-2019" or "2018-2021"; nothing for none."""
    return f"{years[0]}\N{EN DASH}{years[-1] + 1}" if years else ""
