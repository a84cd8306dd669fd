from django_tasks import task

from networks import guest_mail


@task()
def send_guest_mails(passes: list[int]) -> int:
    """Mail these guests what is new; running it twice mails once."""
    return guest_mail.send(passes)
