from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Pages")

    def ready(self) -> None:
        from django.contrib.sitemaps.views import sitemap
        from wagtail.views import serve

        from core.page_cache import visitors_page
        from home import searchable
        from home.visiting import is_for_all, parameters_of_page

        visitors_page(parameters_of_page, shared=is_for_all)(serve)
        visitors_page(("p",))(sitemap)
        searchable.register_all()
