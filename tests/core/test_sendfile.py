"""Uploads leave the server piece by piece."""

from django.test import RequestFactory

from core.files.sendfile import sendfile


def test_a_file_is_streamed(tmp_path):
    path = tmp_path / "leidraad.txt"
    path.write_bytes(b"Vraag eerst.")
    response = sendfile(RequestFactory().get("/"), path)

    assert response.streaming
    assert b"".join(response.streaming_content) == b"Vraag eerst."


def test_who_has_the_file_is_not_sent_it_again(tmp_path):
    path = tmp_path / "leidraad.txt"
    path.write_bytes(b"Vraag eerst.")
    etag = sendfile(RequestFactory().get("/"), path)["ETag"]

    assert sendfile(RequestFactory().get("/", headers={"If-None-Match": etag}), path).status_code == 304
