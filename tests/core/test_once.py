import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core.once import asking_once, forget, once, reads_a_page


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(asked):
    """A page that asks the same question twice."""

    def view(request):
        answers = [once("who", lambda: asked.append("who") or len(asked)) for _time in range(2)]
        return HttpResponse(str(answers))

    return asking_once(view)


@pytest.mark.parametrize(("method", "number"), [("get", 1), ("head", 1), ("post", 2), ("delete", 2)])
def test_only_where_nothing_is_written_a_question_is_asked_once(method, number, page, asked):
    page(getattr(RequestFactory(), method)("/"))

    assert len(asked) == number


def test_what_is_steady_is_asked_once_where_something_is_written_until_it_changes(asked):
    def view(request):
        for changes in (False, False, True):
            if changes:
                forget()
            once("who", lambda: asked.append("who"), steady=True)
        return HttpResponse()

    asking_once(view)(RequestFactory().post("/"))

    assert len(asked) == 2


@pytest.mark.parametrize(
    ("method", "path", "reads"),
    [("get", "/", True), ("head", "/mijn/", True), ("post", "/", False), ("get", "/api/v1/networks", False)],
)
def test_a_page_is_read_by_whom_shows_it(method, path, reads):
    seen = []
    view = asking_once(lambda request: seen.append(reads_a_page()) or HttpResponse())

    view(getattr(RequestFactory(), method)(path))

    assert seen == [reads]
    assert not reads_a_page(), "outside a request"


def test_the_next_request_asks_anew(page, asked):
    for _time in range(2):
        page(RequestFactory().get("/"))

    assert len(asked) == 2


def test_outside_a_request_every_question_is_asked(asked):
    for _time in range(2):
        once("who", lambda: asked.append("who"))

    assert len(asked) == 2
