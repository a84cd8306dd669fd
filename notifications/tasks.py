from django_tasks import task

from notifications import mail


@task()
def send_mails(notifications: list[int]) -> int:
    """Mail these notifications; running it twice mails once."""
    return mail.send(notifications)
