from django.utils import translation
from django_tasks import task


@task()
def send_refusal(to: str, language: str, about: str, reason: str, reference: str) -> None:
    """Say by mail why an answer did not become a post."""
    from community.mailed import answering

    with translation.override(language):
        answering.send(to, language, about, reason, reference)
