from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import BODY_HELP, StandardBlocks
from home.querysets import OfferManager
from networks.models import Status


class OfferIndexPage(Page):
    """What there is to join or to ask for, besides the networks."""

    lead = models.CharField(_("introduction"), max_length=400, blank=True)

    visitors_parameters = ("status",)
    same_for_all = True
    content_panels = (
        *Page.content_panels,
        FieldPanel(
            "lead", help_text=_("What this page is about, in one or two sentences. Search engines show it too.")
        ),
    )
    parent_page_types = ("home.HomePage",)
    subpage_types = ("home.OfferPage",)
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("overview of offers")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        offers = list(OfferPage.objects.child_of(self).live().soonest_first())
        chosen = request.GET.get("status", "")
        present = {offer.status for offer in offers}
        context = {
            "offers": [offer for offer in offers if offer.status == chosen] if chosen in present else offers,
            "statuses": [choice for choice in Status.choices if choice[0] in present],
            "chosen": chosen if chosen in present else "",
        }
        return super().get_context(request, *args, **kwargs) | context


class OfferPage(Page):
    """One offer: a training, a meeting for information, or help made to measure (maatwerk)."""

    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.ANNOUNCED)
    custom = models.BooleanField(
        _("made to measure"), default=False, help_text=_("Time, place and content are agreed with who asks for it.")
    )
    lead = models.CharField(
        _("introduction"), max_length=400, help_text=_("Two sentences, also shown in the overview.")
    )
    starts_on = models.DateField(
        _("starts on"), null=True, blank=True, help_text=_("Left empty, visitors read “not yet known”.")
    )
    dates = models.CharField(
        _("dates in words"), max_length=200, blank=True, help_text=_("For example: five Thursdays, 9:30 to 12:30.")
    )
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("Left empty, visitors read “in consultation”.")
    )
    audience = models.CharField(_("for whom"), max_length=200, blank=True)
    cost = models.CharField(_("cost"), max_length=200, blank=True)
    contact_email = models.EmailField(
        _("mail address"), blank=True, help_text=_("Where people sign up or ask. Left empty: that of the organisation.")
    )
    body = StreamField(StandardBlocks(), blank=True, verbose_name=_("content"))

    objects = OfferManager()

    visitors_parameters = ()
    same_for_all = True
    content_panels = (
        *Page.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("status", help_text=_("Can people sign up already? Change it when that changes.")),
                        FieldPanel("custom"),
                    ]
                ),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("dates")]),
                FieldPanel("place"),
                FieldRowPanel(
                    [
                        FieldPanel("audience", help_text=_("For example: school leaders in secondary education.")),
                        FieldPanel("cost", help_text=_("Say so when it is free.")),
                    ]
                ),
                FieldPanel("contact_email"),
            ],
            heading=_("Facts"),
        ),
        FieldPanel("body", help_text=BODY_HELP),
    )
    parent_page_types = ("home.OfferIndexPage",)
    subpage_types: tuple[str, ...] = ()

    class Meta:
        verbose_name = _("offer")

    def clean(self) -> None:
        super().clean()
        if self.custom and self.starts_on:
            raise ValidationError({"starts_on": _("What is made to measure starts when that is agreed.")})

    @property
    def status_choice(self) -> Status:
        return Status(self.status)

    @property
    def takes_sign_ups(self) -> bool:
        return self.status in {Status.OPEN, Status.LAST_PLACES}
