from django.utils.translation import gettext_lazy as _

from core.errors import InvalidInput


class FileRefused(InvalidInput):
    """A file that is empty, of a type we do not take, or not what its name says."""

    code = "file_refused"

    def __init__(self, why: str):
        super().__init__(why, errors={"file": [why]})


class FileTooLarge(InvalidInput):
    """A file above the limit."""

    code, status = "file_too_large", 413
    message = _("This file is too large: at most 25 MB.")

    def __init__(self) -> None:
        super().__init__(errors={"file": [str(self.message)]})
