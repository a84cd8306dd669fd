from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        from accounts import erasure, export, tabs
        from core import page_cache, periodic
        from notifications.digests import send_due_digests
        from notifications.mail import send_due_mails
        from notifications.models import Notification, Rest
        from notifications.push import devices
        from notifications.services import forget

        erasure.register("notifications", forget)
        export.register("notifications", Notification.export)
        export.register("mail_rest", Rest.export)
        export.register("push_devices", devices.exported)
        periodic.register("due_mails", every=timedelta(minutes=1), run=send_due_mails)
        periodic.register("due_digests", every=timedelta(minutes=5), run=send_due_digests)
        tabs.register(tabs.Tab(_("Mail and notifications"), "notifications:preferences", 30))
        page_cache.unseen("notifications")
