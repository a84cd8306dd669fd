from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from accounts.models import User
from core.access import guarded, public, signed_in


def view(request):
    return HttpResponse("hello")


def ask(decorated, user, path="/mijn/?tab=1"):
    request = RequestFactory().get(path)
    request.user = user
    return decorated(request)


def test_a_visitor_is_sent_to_sign_in_and_comes_back():
    answer = ask(signed_in(view), AnonymousUser())

    assert answer.status_code == 302
    assert answer["Location"] == "/account/login/?next=/mijn/%3Ftab%3D1"


def test_somebody_signed_in_comes_in():
    assert ask(signed_in(view), User(email="sanne@school.example")).status_code == 200


def test_the_decorators_name_the_rule():
    assert public(lambda request: None).access == "public"
    assert guarded("networks.see_space")(lambda request: None).access == "networks.see_space"
    assert signed_in(view).access == "signed in"
