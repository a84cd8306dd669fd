from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="site")
class Organisation(BaseGenericSetting):
    """Who runs this site; shown at the foot of each page."""

    name = models.CharField(_("name of the organisation"), max_length=120, blank=True)
    contact_email = models.EmailField(
        _("mail address for questions"), blank=True, help_text=_("The contact form sends its messages here.")
    )
    telephone = models.CharField(_("telephone number"), max_length=30, blank=True)
    address = models.TextField(_("postal address"), blank=True)

    panels = (
        FieldPanel("name", help_text=_("As it stands at the foot of each page.")),
        FieldPanel("contact_email"),
        FieldPanel("telephone", help_text=_("Left empty, none is shown.")),
        FieldPanel("address", help_text=_("Street, postal code and town, each on a line. Left empty, none is shown.")),
    )

    class Meta:
        verbose_name = _("organisation and contact")
