"""Everything on one machine, nothing to install: SQLite, in-memory channels, database search, mail in var/mail."""

from .base import *  # noqa: F403
from .base import BASE_DIR, VAR_DIR, env

env.read_env(BASE_DIR / ".env")

from .base import *  # noqa: F403, E402

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="for-development-only-never-in-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
if not env("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = VAR_DIR / "mail"
