from django_tasks import task

from notifications import mail
from notifications.push import sending


@task()
def send_mails(notifications: list[int]) -> int:
    """Mail these notifications; running it twice mails once."""
    return mail.send(notifications)


@task()
def push_news(notifications: list[int]) -> int:
    """Tell devices that these are there; what is lost on the way is in the inbox."""
    return sending.push(notifications)
