"""Files that people hand us, and that only those who may see them get back.

They are checked (`check_upload`), kept under names that cannot be guessed (`private_name`), and served through a policy
of the app they belong to, as a download (`download`). Links take the place of files where both will do.
"""

from core.files.errors import FileRefused, FileTooLarge
from core.files.serving import download, show
from core.files.storing import forget_file, forget_stored, private_name
from core.files.uploads import MAX_SIZE, check_upload, clean_name

__all__ = [
    "MAX_SIZE",
    "FileRefused",
    "FileTooLarge",
    "check_upload",
    "clean_name",
    "download",
    "forget_file",
    "forget_stored",
    "private_name",
    "show",
]
