"""What browsers and proxies get to know of a stored page."""

import gzip

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.datastructures import MultiValueDict

from core.page_cache import marks
from tests.visiting import is_stored, seen


def get(address="/", **headers):
    return Client().get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_a_stored_answer_has_the_headers_of_a_fresh_one_and_its_own_id(site):
    made, stored = get(), get()

    assert made["X-Request-ID"] != stored["X-Request-ID"]
    assert "script-src 'self'" in stored["Content-Security-Policy"]
    assert stored["Cache-Control"] == "private, no-cache"
    assert {name: value for name, value in made.items() if name != "X-Request-ID"} == {
        name: value for name, value in stored.items() if name != "X-Request-ID"
    }


def test_who_has_the_page_hears_that_it_is_still_so(site):
    etag = get()["ETag"]

    answer = get(If_None_Match=f'"other", {etag}')

    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    site.page.title = "Privacy en cookies"
    site.page.save_revision().publish()
    assert get(If_None_Match=etag).status_code == 200  # the footer names the page


def test_a_head_request_is_answered_without_the_body(site):
    whole = get()

    answer = Client().head("/")

    assert (answer.content, answer["Content-Length"]) == (b"", str(len(whole.content)))


@pytest.mark.parametrize(("accepts", "compressed"), [("gzip, br", True), ("gzip;q=0", False), ("br", False)])
def test_it_is_compressed_for_who_can_read_that(site, accepts, compressed):
    plain = get().content

    answer = get(Accept_Encoding=accepts)

    assert answer.has_header("Content-Encoding") == compressed
    assert (gzip.decompress(answer.content) if compressed else answer.content) == plain
    assert "Accept-Encoding" in answer["Vary"]


def test_each_language_has_its_own(site):
    assert b'lang="nl"' in seen("/")[1]
    assert b'lang="en"' in seen("/en/")[1]
    assert b'lang="nl"' in get(Accept_Language="en").content


def test_parameters_that_nobody_reads_get_the_one_stored_page(site):
    stored = seen("/praktijkvoorbeelden/")

    assert is_stored("/praktijkvoorbeelden/?junk=1&utm_source=mail")
    assert seen("/praktijkvoorbeelden/?junk=2") == stored


def test_a_page_made_with_parameters_that_nobody_reads_is_not_stored(site):
    seen("/praktijkvoorbeelden/?junk=1")

    assert not is_stored("/praktijkvoorbeelden/")


def test_parameters_in_another_order_get_the_same_page(site):
    seen("/praktijkvoorbeelden/")
    seen("/praktijkvoorbeelden/?sort=title&sector=VO")

    assert is_stored("/praktijkvoorbeelden/?sector=VO&sort=title")
    assert not is_stored("/praktijkvoorbeelden/?sector=PO&sort=title")


def test_another_host_gets_another_page(site, settings):
    settings.ALLOWED_HOSTS = ["testserver", "leernetwerk.example"]
    seen("/")

    assert not is_stored("/", Host="leernetwerk.example")


def test_who_is_signed_in_asks_for_each_page_anew_and_can_go_back_at_once(site):
    client = Client()
    client.force_login(site.kees)

    assert client.get("/mijn/")["Cache-Control"] == "private, no-cache"


def test_the_footer_costs_no_query_before_something_changes(site):
    client = Client()
    client.force_login(site.kees)
    client.get("/bestaat-niet/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/bestaat-niet/")

    assert not any("home_standardpage" in query["sql"] or "home_organisation" in query["sql"] for query in queries)


def test_each_page_says_which_parameters_it_reads(site, monkeypatch):
    """Otherwise `?filter=a` would be answered with the stored page without it."""
    read = set()

    def getter(name):
        original = getattr(MultiValueDict, name)

        def get(query, key, *args, **kwargs):
            read.add(key)
            return original(query, key, *args, **kwargs)

        return get

    for name in ("__getitem__", "getlist"):
        monkeypatch.setattr(QueryDict, name, getter(name), raising=False)
    undeclared = {}
    for address in site.addresses:
        read.clear()
        response = Client().get(address)
        known = marks.parameters_of(response.resolver_match.func, response.wsgi_request)
        undeclared[address] = read - (read if known is None else known)

    assert not any(undeclared.values()), undeclared
