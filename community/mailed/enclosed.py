"""The files that come with an answer, as if they were uploaded."""

import mimetypes
from collections.abc import Iterator
from email.message import EmailMessage

from django.core.files.uploadedfile import SimpleUploadedFile

SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
OF_LETTERHEAD = 20 * 1024  # bytes; a smaller picture amid the text is the logo of a signature


def files_of(mail: EmailMessage) -> Iterator[SimpleUploadedFile]:
    """What somebody added to the mail; neither its own text, nor the logos below it, nor a digital signature."""
    for part in mail.walk():
        if part.is_multipart() or part.get_content_type() in SIGNATURES:
            continue
        disposition, name = part.get_content_disposition(), part.get_filename()
        if disposition is None and (name is None or part.get_content_maintype() == "text"):
            continue
        if disposition == "inline" and name is None and part.get_content_maintype() == "text":
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and not (part["Content-ID"] and _is_logo(part, disposition, content)):
            yield SimpleUploadedFile(name or _called(part), content, part.get_content_type())


def _is_logo(part: EmailMessage, disposition: str | None, content: bytes) -> bool:
    amid_text = disposition != "attachment" and part.get_content_maintype() == "image"
    return amid_text and len(content) < OF_LETTERHEAD


def _called(part: EmailMessage) -> str:
    extension = mimetypes.guess_extension(part.get_content_type()) or ""
    return f"{part.get_content_maintype()}{extension}"
