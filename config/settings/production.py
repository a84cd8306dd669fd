"""A server on the internet: behind a proxy that speaks TLS, with secrets from the environment, or not at all."""

import os
import sys
from urllib.parse import urlsplit

import sentry_sdk

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, BASE_URL, DATABASES, SECRET_KEY, env
from .logs import logging_config


def troubles() -> dict[str, str]:
    """Per variable that keeps this from being a safe server: what it must be."""
    found = {}
    if len(SECRET_KEY) < 40 or SECRET_KEY.startswith(("change", "for-development")):
        found["SECRET_KEY"] = "a secret of your own, 40 characters or more"  # noqa: S105
    if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
        found["ALLOWED_HOSTS"] = "the names this site is reached by, comma-separated"
    if urlsplit(os.environ.get("BASE_URL", "")).hostname is None:
        found["BASE_URL"] = "the address of the site, such as https://leernetwerk.example"
    if not os.environ.get("DATABASE_URL") or "change-me" in os.environ["DATABASE_URL"]:
        found["DATABASE_URL"] = "postgres://user:password@host:5432/name, with a password of your own"
    if os.environ.get("REPLY_DOMAIN"):
        if not os.environ.get("INBOUND_MAIL"):
            found["INBOUND_MAIL"] = "the provider that delivers answers by mail, such as postmark"
        if ":" not in os.environ.get("ANYMAIL_WEBHOOK_SECRET", ""):
            found["ANYMAIL_WEBHOOK_SECRET"] = "user:password, which that provider gives with each mail"  # noqa: S105
    return found


if missing := troubles():
    sys.exit("Not started. Set in the environment: " + "; ".join(f"{name} ({what})" for name, what in missing.items()))

DEBUG = False
LOGGING = logging_config(machine_readable=True, level=env("LOG_LEVEL", default="INFO"))
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "core.static_files.StaticFilesStorage"},
}

if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # One pool per process; DATABASE_POOL times processes must stay below PostgreSQL's max_connections.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": env.int("DATABASE_POOL", default=8),
        "timeout": 10,
        # It tries again after 1 second, then 2, then 4 …: given up soon, it is the next request that tries at once.
        # Else the platform stays away for as long as PostgreSQL was.
        "reconnect_timeout": 4,
    }

else:
    DATABASES["default"]["CONN_MAX_AGE"] = None  # opening the file takes longer than asking it something

# The proxy in front adds these headers itself, and drops what a client sent under their names.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=1)
SECURE_REDIRECT_EXEMPT = [r"^healthz/", r"^metrics$"]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000 if SECURE_SSL_REDIRECT else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=False)

if dsn := env("SENTRY_DSN", default=""):
    sentry_sdk.init(dsn=dsn, environment=urlsplit(BASE_URL).hostname, send_default_pii=False)
