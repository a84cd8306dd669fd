import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.validation import version_of
from tests.networks.conftest import Caller
from tests.validation.portfolios import SENTENCE, fill
from validation.models import Case, Evidence, Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(sanne):
    return Caller(sanne)


def of(theme, rest=""):
    return f"validation/portfolios/{theme.pk}{rest}"


def test_everybody_reads_the_programmes_with_their_figures():
    version_of()

    found = {it["slug"]: it for it in Caller()("get", "validation/programmes").json()}

    fees = {fee["kind"]: fee["amount"] for fee in found["portfolio"]["fees"]}
    assert (fees["assessing"], found["portfolio"]["talk_minutes"]) == ("450.00", 45)
    assert {"kind": "words_max", "number": 3000, "needed": True} in found["portfolio"]["requirements"]
    assert Caller()("get", "validation/programmes/portfolio").json() == found["portfolio"]
    assert Caller()("get", "validation/programmes/onbekend").status_code == 404


def test_a_case_is_begun_once(call, sanne):
    themes = [it.pk for it in version_of().themes.all()[:2]]
    body = {"school": sanne.employments.get().school.brin, "themes": themes}
    key = {"Idempotency-Key": "een"}

    first, again = (call("post", "validation/programmes/portfolio/cases", body, **key) for _ in range(2))
    other = call("post", "validation/programmes/portfolio/cases", body)

    assert (first.status_code, first.json()) == (201, again.json())
    assert (other.status_code, other.json()["code"]) == (409, "case_running")
    case = Case.objects.get()
    assert [it["state"] for it in call("get", f"validation/cases/{case.pk}").json()["themes"]] == ["writing"] * 2
    assert call("get", "validation/cases").json()["total"] == 1


@pytest.mark.parametrize("wrong", [{"school": "99ZZ99"}, {"themes": [999_999]}], ids=str)
def test_beginning_with_what_does_not_fit_names_the_field(wrong, call, sanne):
    themes = [version_of().themes.first().pk]
    body = {"school": sanne.employments.get().school.brin, "themes": themes} | wrong

    answer = call("post", "validation/programmes/portfolio/cases", body)

    assert (answer.status_code, [*answer.json()["errors"]]) == (422, [*wrong])


def test_two_devices_write_one_section(call, theme):
    path = of(theme, "/sections/vertrekpunt")
    first = call("put", path, {"text": SENTENCE, "serial": 0})
    assert (first.status_code, first.json()["serial"], first.json()["words"]) == (200, 1, len(SENTENCE.split()))

    clash = call("put", path, {"text": "Op het andere apparaat.", "serial": 0})

    assert (clash.status_code, clash.json()["code"]) == (409, "text_elsewhere")
    assert (clash.json()["text"], clash.json()["serial"]) == (SENTENCE, 1)


def test_a_whole_portfolio_through_the_api(call, theme):
    fill(theme)
    section = {"competency": "richting", "section": "vertrekpunt", "passage": "nauwelijks hielp"}
    link = call("post", of(theme, "/passages"), section)
    assert link.status_code == 201
    assert call("delete", of(theme, f"/passages/{link.json()['id']}")).status_code == 204
    source = call(
        "post", of(theme, "/sources"), {"kind": "book", "title": "Leren", "authors": "Vries, A. de", "year": 2018}
    )
    assert source.json()["apa"] == "Vries, A. de. (2018). Leren. "
    changed = call("put", of(theme, f"/sources/{source.json()['id']}"), {"kind": "book", "title": "Toetsen"})
    assert changed.json()["title"] == "Toetsen"
    assert call("delete", of(theme, f"/sources/{source.json()['id']}")).status_code == 204
    piece = call("post", of(theme, "/evidence"), {"link": "https://school.example/x", "title": "Zesde"})
    assert (piece.status_code, piece.json()["ready"]) == (201, False)
    assert call("delete", of(theme, f"/evidence/{piece.json()['id']}")).status_code == 204
    asked = call("post", of(theme, "/feedback"), {"name": "Bert", "email": "bert@school.example"})
    assert (asked.status_code, asked.json()["state"]) == (201, "asked")

    shown = call("get", of(theme)).json()
    assert shown["complete"] is True
    assert {it["kind"]: it["met"] for it in shown["requirements"]}["words_max"] is True

    assert call("post", of(theme, "/steps"), {"step": "judge_done"}).json()["state"] == "judged_done"
    answer = call("post", of(theme, "/submissions"), {})
    assert (answer.status_code, answer.json()["sha256"]) == (201, Submission.objects.get().sha256)
    assert call("put", of(theme, "/sections/vertrekpunt"), {"text": "Nog iets.", "serial": 1}).status_code == 409
    assert call("post", of(theme, "/steps"), {"step": "take_back"}).json()["state"] == "judged_done"


def test_a_file_as_evidence(sanne, theme):
    caller = Caller(sanne)
    file = SimpleUploadedFile("verslag.pdf", b"%PDF-1.7 verslag", "application/pdf")
    data = {"file": file, "part": "pages", "page_from": 2, "perspective": "data", "supports": "Minder toetsen."}

    answer = caller.client.post(f"/api/v1/{of(theme, '/evidence/files')}", data=data, headers=caller.headers)

    assert (answer.status_code, answer.json()["ready"]) == (201, True)
    Evidence.objects.get().file.delete(save=False)


def test_an_incomplete_portfolio_says_what_is_missing(call, theme):
    answer = call("post", of(theme, "/steps"), {"step": "judge_done"})

    assert (answer.status_code, answer.json()["code"]) == (422, "portfolio_incomplete")
    assert {"requirement", "state", "mend"} == set(answer.json()["missing"][0])


def test_pausing_the_whole_case(call, theme):
    path = f"validation/cases/{theme.case_id}/steps"

    assert call("post", path, {"step": "pause"}).json()["state"] == "paused"
    assert call("post", path, {"step": "pause"}).status_code == 409
    assert call("post", path, {"step": "resume"}).json()["state"] == "running"


@pytest.mark.parametrize("who", ["kees", "carla", "noor"])
def test_nobody_else_reads_or_writes_it(who, theme, assigned, request):
    call = Caller(request.getfixturevalue(who))

    assert call("get", of(theme)).status_code == 404
    assert call("put", of(theme, "/sections/vertrekpunt"), {"text": "Ik ook.", "serial": 0}).status_code == 404
    assert call("get", f"validation/cases/{theme.case_id}").status_code == 404
    assert call("get", "validation/cases").json()["total"] == 0
