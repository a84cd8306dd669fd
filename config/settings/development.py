"""Everything on one machine, nothing to install: SQLite, in-memory channels, database search, mail in var/mail."""

import warnings
from pathlib import Path

import environ

environ.Env.read_env(Path(__file__).resolve().parents[2] / ".env")  # before base looks at the environment

from .base import *  # noqa: F403, E402
from .base import VAR_DIR, env  # noqa: E402
from .logs import logging_config  # noqa: E402

warnings.filterwarnings("ignore", "No directory at")  # static files are collected for production only
DEBUG = env.bool("DEBUG", default=True)
LOGGING = logging_config(machine_readable=False, level=env("LOG_LEVEL", default="INFO"))
SECRET_KEY = env("SECRET_KEY", default="for-development-only-never-in-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
if not env("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
