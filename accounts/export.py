"""A person's own data, to take along. Each app adds its part in AppConfig.ready()."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from accounts.models import User

Part = Callable[[User], Any]
_parts: dict[str, Part] = {}
_files: dict[str, Callable[[User], bytes | None]] = {}


def register(name: str, part: Part) -> None:
    """Put what `part(person)` gives, anything that fits in JSON, into the export as `<name>.json`."""
    _parts[name] = part


def register_file(name: str, file: Callable[[User], bytes | None]) -> None:
    """Put what `file(person)` gives into the export under this name, if there is any."""
    _files[name] = file


def build(person: User) -> bytes:
    """The zip with all parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in sorted(_parts.items()):
            text = json.dumps(part(person), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
            archive.writestr(f"{name}.json", text)
        for name, file in sorted(_files.items()):
            if content := file(person):
                archive.writestr(name, content)
    return buffer.getvalue()
