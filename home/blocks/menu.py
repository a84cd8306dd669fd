"""The lines of the main menu."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

WITHIN_THE_SITE = RegexValidator(
    r"\A[a-z0-9-]+(/[a-z0-9-]+)*/\Z", _("Write it as in the address of the page, for example praktijkvoorbeelden/")
)


class MenuLineBlock(blocks.StructBlock):
    """A page, or one of the platform's own addresses, under a short name."""

    page = blocks.PageChooserBlock(
        required=False,
        label=_("Page"),
        help_text=_("The line follows when the page moves. It is hidden while nobody may see it."),
    )
    path = blocks.CharBlock(
        required=False,
        max_length=120,
        validators=[WITHIN_THE_SITE],
        label=_("Or an address within this site"),
        help_text=_("For what is no page: praktijkvoorbeelden/ or zoeken/."),
    )
    label = blocks.CharBlock(
        required=False, max_length=40, label=_("Name in the menu"), help_text=_("A page's own title when left empty.")
    )

    class Meta:
        icon = "link"
        label = _("Line")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["path"]):
            wrong = ValidationError(_("Choose a page or write an address, one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"page": wrong})
        if cleaned["path"] and not cleaned["label"]:
            raise blocks.StructBlockValidationError(
                block_errors={"label": ValidationError(_("An address needs a name."))}
            )
        return cleaned


class MenuBlocks(blocks.StreamBlock):
    line = MenuLineBlock()

    class Meta:
        max_num = 7
        required = False
