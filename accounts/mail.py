"""Mail to people: text and HTML from one pair of templates, in the reader's language."""

from typing import Any

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from core.printable import one_line, printable

INLINER = css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=True)
SUBJECT_LENGTH = 180


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
        text = printable(render_to_string(f"{template}.txt", context))
        page = printable(render_to_string(f"{template}.html", context))
    mail = EmailMultiAlternatives(_not_endless(one_line(subject)), text.strip() + "\n", to=[to], headers=headers)
    mail.attach_alternative(INLINER.inline(page), "text/html")
    return mail


def _not_endless(subject: str) -> str:
    return subject if len(subject) <= SUBJECT_LENGTH else subject[: SUBJECT_LENGTH - 1].rstrip() + "…"
