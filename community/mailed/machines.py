"""Mail that no person wrote: it becomes no post, and gets no answer (RFC 3834)."""

import re
from email.message import EmailMessage

OF_MACHINES = re.compile(r"(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)(?:[+@]|$)", re.IGNORECASE)
AWAY = re.compile(
    r"\s*(?:automatisch antwoord|automatic reply|auto(?:matische)?[ -]?reply|out of (?:the )?office|afwezig"
    r"|niet aanwezig|undeliverable|onbestelbaar|delivery status notification|mail delivery)\b",
    re.IGNORECASE,
)
TELL_TALES = ("X-Autoreply", "X-Autorespond", "X-Auto-Reply", "List-Id", "List-Unsubscribe")


def is_automatic(mail: EmailMessage, *, sender: str, envelope_sender: str | None) -> bool:
    """Was it sent by a programme: out of office, a bounce, a list?"""
    submitted = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    precedence = str(mail.get("Precedence", "")).strip().lower()
    suppressed = str(mail.get("X-Auto-Response-Suppress", "")).strip().lower()
    return (
        submitted != "no"
        or precedence in {"bulk", "junk", "list", "auto_reply"}
        or suppressed == "all"
        or any(name in mail for name in TELL_TALES)
        or mail.get_content_type() == "multipart/report"
        or (envelope_sender is not None and envelope_sender.strip("<> ") == "")
        or str(mail.get("Return-Path", "x")).strip() == "<>"
        or bool(OF_MACHINES.match(sender))
        or bool(AWAY.match(str(mail.get("Subject", ""))))
    )
