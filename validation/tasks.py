from django_tasks import task

from validation import link_mail


@task()
def send_link_mail(model: str, pk: int) -> int:
    """Mail the person behind this link what is new; running it twice mails once."""
    return link_mail.send(model, pk)
