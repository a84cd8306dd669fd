from django_tasks import task

from validation import link_mail
from validation.models import ThemeCertificate


@task()
def send_link_mail(model: str, pk: int) -> int:
    """Mail the person behind this link what is new; running it twice mails once."""
    return link_mail.send(model, pk)


@task()
def prepare_certificate(pk: int) -> None:
    """Draw the certificate and sign its badge; running it twice makes them once, and of one that is void none."""
    from validation.services.certificates import ready_certificate

    certificate = ThemeCertificate.objects.filter(pk=pk).exclude(name="").filter(revoked_at=None).first()
    if certificate is not None:
        ready_certificate(certificate=certificate)
