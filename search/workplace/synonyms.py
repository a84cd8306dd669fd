"""What means the same to schools, as editors keep it."""

from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column

from core.workplace.lists import KeptList
from search.models import SynonymGroup


class SynonymViewSet(KeptList):
    model = SynonymGroup
    icon = "tag"
    list_display = [Column("__str__", label=SynonymGroup._meta.verbose_name, accessor="__str__")]
    list_export = ["terms"]
    export_filename = "synoniemen"
    search_fields = ["terms"]
    search_backend_name = None
    panels = [FieldPanel("terms")]
