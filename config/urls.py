from allauth.account import urls as account_urls
from allauth.mfa import urls as mfa_urls
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import admin_login
from config.api import api
from core import health, metrics, pictures
from core.api import absent

urlpatterns = [
    path("healthz/live", health.live, name="live"),
    path("healthz/ready", health.ready, name="ready"),
    path("metrics", metrics.metrics, name="metrics"),
    path("api/v1/", api.urls),
    path("api/<path:rest>", absent),
    path("admin/login/", admin_login),
    path("admin/", include(wagtailadmin_urls)),
    path(pictures.ROUTE, pictures.picture, name="picture"),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("home.root_urls")),
    path("", include("networks.root_urls")),
    path("", include("community.root_urls")),
    path("", include("resources.root_urls")),
    path("", include("validation.root_urls")),
    path("", include("notifications.root_urls")),
]

urlpatterns += i18n_patterns(
    path("account/", include(account_urls)),
    path("account/2fa/", include(mfa_urls)),
    path("", include("accounts.urls")),
    path("", include("schools.urls")),
    path("", include("notifications.urls")),
    path("", include("search.urls")),
    path("", include("networks.urls")),
    path("", include("community.urls")),
    path("", include("resources.urls")),
    path("", include("validation.urls")),
    path("", include("core.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
