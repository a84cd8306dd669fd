"""Mail to people: text and HTML from one pair of templates, in the reader's language."""

import re
from typing import Any

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

INLINER = css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=True)
SUBJECT_LENGTH = 180
# Control characters, and signs that turn the direction of what follows: in an inbox that is the rest of the line.
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def compose(
    *,
    to: str,
    language: str,
    subject: str,
    template: str,
    context: dict[str, Any],
    headers: dict[str, str] | None = None,
) -> EmailMultiAlternatives:
    """A message from `<template>.txt` and `<template>.html`, which extend accounts/mail/base.*; not sent yet."""
    with translation.override(language):
        context = {"subject": subject, "base_url": settings.BASE_URL, "language": language} | context
        text = render_to_string(f"{template}.txt", context)
        page = render_to_string(f"{template}.html", context)
    mail = EmailMultiAlternatives(_one_line(subject), text.strip() + "\n", to=[to], headers=headers)
    mail.attach_alternative(INLINER.inline(page), "text/html")
    return mail


def _one_line(subject: str) -> str:
    """A subject without line breaks, which a header may not hold, and not endless."""
    subject = UNPRINTABLE.sub("", " ".join(subject.split()))
    return subject if len(subject) <= SUBJECT_LENGTH else subject[: SUBJECT_LENGTH - 1].rstrip() + "…"
