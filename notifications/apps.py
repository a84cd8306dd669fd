from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        from accounts import export, tabs
        from notifications.models import Notification

        export.register("notifications", Notification.export)
        tabs.register(tabs.Tab(_("Mail settings"), "notifications:preferences", 30))
