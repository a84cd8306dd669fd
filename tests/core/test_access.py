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


def pressed(referer):
    request = RequestFactory().post("/netwerken/toetsen/volgen/", headers={"Referer": referer} if referer else {})
    request.user = AnonymousUser()
    return signed_in(view)(request)["Location"].partition("next=")[2]


def test_who_pressed_a_button_comes_back_to_the_page_with_it():
    assert pressed("http://testserver/netwerken/toetsen/?q=1") == "/netwerken/toetsen/%3Fq%3D1"
    assert pressed("http://testserver/netwerken/toetsen/") == "/netwerken/toetsen/"


def test_another_site_sends_nobody_anywhere():
    for elsewhere in ("", "https://elders.example/netwerken/", "javascript:alert(1)", "//elders.example/"):
        assert pressed(elsewhere) == "/netwerken/toetsen/volgen/"


def test_somebody_signed_in_comes_in():
    assert ask(signed_in(view), User(email="sanne@school.example")).status_code == 200


def test_the_decorators_name_the_rule():
    assert public(lambda request: None).access == "public"
    assert guarded("networks.see_space")(lambda request: None).access == "networks.see_space"
    assert signed_in(view).access == "signed in"
