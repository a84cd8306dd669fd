from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_unpublished, post_page_move


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from home import footer
        from home.models import Organisation, StandardPage

        for signal in (post_save, post_delete):
            for model in (Organisation, StandardPage):
                signal.connect(footer.forget, sender=model, dispatch_uid=f"home.footer.{model.__name__}")
        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(footer.forget, dispatch_uid="home.footer")
