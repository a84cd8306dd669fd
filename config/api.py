"""The API of all apps, in one description."""

from importlib import import_module

from ninja import Redoc

from accounts.api_auth import required
from core.api import ProblemAPI

api = ProblemAPI(title="Leernetwerk", version="1", auth=required, docs=Redoc(), urls_namespace="api")
for app in ("accounts", "schools", "notifications", "networks", "community", "resources", "validation", "home"):
    api.add_router("", import_module(f"{app}.api").router)
