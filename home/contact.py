"""The contact page's form: shown, sent, thanked for."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.access import public
from home import services
from home.errors import QuestionNotSent
from home.forms import ContactForm
from home.models import ContactPage, Organisation

MOST_PER_HOUR = 5
AN_HOUR = 3600


@public
def contact(request: HttpRequest, page: ContactPage) -> HttpResponse:
    """The page with its form; with `?sent=1` the thanks for what was sent."""
    organisation = Organisation.objects.first() or Organisation()
    form = _form(request) if organisation.contact_email else None
    status = 200
    if request.method == "POST" and form is not None:
        if form.is_valid() and _send(request, form, organisation):
            return HttpResponseRedirect(f"{request.path}?sent=1")
        status = 422
    context = page.get_context(request) | {
        "form": form,
        "organisation": organisation,
        "sent": request.method != "POST" and request.GET.get("sent") == "1",
    }
    return render(request, page.get_template(request), context, status=status)


def _form(request: HttpRequest) -> ContactForm:
    if request.method == "POST":
        return ContactForm(request.POST)
    user = request.user
    return ContactForm(initial={"name": user.name, "email": user.email} if user.is_authenticated else None)


def _send(request: HttpRequest, form: ContactForm, organisation: Organisation) -> bool:
    """Whether the question went out; else the form says why. A program is thanked and not listened to."""
    if form.is_from_a_program:
        return True
    if _too_often(request):
        form.add_error(None, _("You sent several messages in a short time. Please wait an hour, or mail us."))
        return False
    try:
        services.send_question(to=organisation.contact_email, language=get_language() or "nl", **form.letter)
    except QuestionNotSent as error:
        form.add_error(None, str(error))
        return False
    return True


def _too_often(request: HttpRequest) -> bool:
    """Counts per address of the network, unreadably and for an hour."""
    client = salted_hmac("home.contact", get_adapter().get_client_ip(request), secret=settings.SECRET_KEY).hexdigest()
    key = f"contact:{client}"
    if cache.add(key, 1, AN_HOUR):
        return False
    try:
        return cache.incr(key) > MOST_PER_HOUR
    except ValueError:  # it ended just now
        return False
