"""Around the text of a practice: citing, versions, what is like it, taking it along, showing it elsewhere."""

import zipfile
from html.parser import HTMLParser
from io import BytesIO

import pytest

from accounts.erasure import erase_account
from resources import services
from resources.models import Practice, PracticeUse
from resources.reading.citing import citation
from resources.reading.related import related
from tests.factories.resources import PDF, PracticeFactory, PracticeMaterialFactory, pdf
from tests.resources.conftest import browser_of

pytestmark = pytest.mark.django_db


def page_of(practice, part="", person=None, **options):
    return browser_of(person).get(f"/praktijkvoorbeelden/{practice.slug}/{part}", **options)


def change(practice, sanne, bram, **content):
    services.update_practice(practice=practice, by=sanne, **content)
    services.submit_practice(practice=practice, by=sanne)
    services.review_practice(practice=practice, by=bram, decision="publish")


def content_of(answer):
    return b"".join(answer.streaming_content)


def test_how_to_cite_it(published, sanne):
    line = str(citation(published, 3))

    assert line.startswith(f"De Vries, S. ({published.published_at.year}). {published.title} (versie 3)")
    assert line.endswith(f"/praktijkvoorbeelden/{published.slug}/")
    assert "De Vries, S." in page_of(published).text
    erase_account(person=sanne)
    assert "de Vries" not in str(citation(Practice.objects.get(), 1))


def test_readers_see_which_text_came_when_and_what_was_new(sanne, bram, submitted):
    services.review_practice(practice=submitted, by=bram, decision="publish")
    practice = Practice.objects.originals().get()
    change(practice, sanne, bram, result="Het ging nog beter.", tags=["feedback"], contact="Sanne")

    text = page_of(practice).text
    assert "Versie 2" in text
    assert "Aangepast: resultaat, trefwoorden" in text
    assert [it.changed for it in practice.versions.all()] == [["result", "tags"], []]


def test_all_files_in_one(published, draft):
    PracticeMaterialFactory(practice=published, file=pdf(content=PDF + b"2"))
    PracticeMaterialFactory(practice=published, name="../../toetswijzer.pdf", file=pdf())
    PracticeMaterialFactory(practice=published, file="", link="https://school.example/", title="Onze site", name="")
    answer = page_of(published, "materialen.zip")

    archive = zipfile.ZipFile(BytesIO(content_of(answer)))
    assert archive.testzip() is None
    names = [info.filename for info in archive.infolist()]
    assert names == ["bron.txt", "koppelingen.txt", "Toetswijzer.pdf", "Toetswijzer (2).pdf", "toetswijzer (3).pdf"]
    assert archive.read("Toetswijzer (2).pdf") == PDF + b"2"
    assert "https://school.example/" in archive.read("koppelingen.txt").decode()
    assert PracticeUse.objects.get().downloads == 1


def test_nobody_takes_along_what_is_not_published(draft, sanne, kees):
    PracticeMaterialFactory(practice=draft)

    for person, status in ((None, 404), (kees, 404), (sanne, 200)):
        for method in ("get", "head"):
            answer = getattr(browser_of(person), method)(f"/praktijkvoorbeelden/{draft.slug}/materialen.zip")
            assert answer.status_code == status
    assert not PracticeUse.objects.exists()


def test_what_is_like_it(published, theme):
    alike = PracticeFactory(state="published", themes=[theme])
    most = PracticeFactory(state="published", themes=[theme], tags=["feedback"], sector="PO")
    PracticeFactory(state="published", sector="VO")
    PracticeFactory(themes=[theme], tags=["feedback"])

    assert related(published) == [most, alike]
    assert most.title in page_of(published).text


def test_a_theme_of_its_own_leaves_the_sector_to_be_like(published):
    of_the_sector = PracticeFactory(state="published", sector="VO")
    PracticeFactory(state="published", sector="PO")

    assert related(published) == [of_the_sector]


def test_a_card_for_other_sites(published, draft, sanne):
    answer = page_of(published, "insluiten/")

    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert sanne.name not in answer.text
    assert f"/praktijkvoorbeelden/{published.slug}/insluiten/" in page_of(published).text
    assert page_of(draft, "insluiten/", person=sanne).status_code == 404
    assert "frame-ancestors 'none'" in page_of(published)["Content-Security-Policy"]


def test_the_page_asks_the_same_number_of_questions_however_much_hangs_on_it(
    published, theme, django_assert_max_num_queries
):
    for _number in range(6):
        PracticeFactory(state="published", themes=[theme], tags=["feedback"])
    with django_assert_max_num_queries(24):
        page_of(published)


class Tags(HTMLParser):
    """What a browser makes of a piece of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.typed = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][1].get("id") == "embed-code":
            self.typed += data


@pytest.mark.parametrize(
    "title",
    [
        'Feedback" onload="alert(1)',
        "Feedback' onload='alert(1)",
        "</textarea><script>alert(1)</script>",
        "</iframe><script>alert(1)</script>",
        "Toetsen &quot; onload=&quot;alert(1)",
        "Lezen & schrijven <samen>",
    ],
)
def test_the_code_for_other_sites_is_one_frame_whatever_the_title(published, title):
    Practice.objects.filter(pk=published.pk).update(title=title)

    page = page_of(published).text
    code = page[page.index("<textarea") : page.index("</textarea>") + len("</textarea>")]
    copied = Tags(code).typed

    ((tag, attributes),) = Tags(copied).tags
    assert tag == "iframe"
    assert attributes["title"] == title
    assert set(attributes) == {"src", "title", "width", "height", "loading"}
