"""Every form says what is wrong twice: in a summary that is read first, and at the field."""

from bs4 import BeautifulSoup
from django import forms
from django.template.loader import render_to_string


class SignUp(forms.Form):
    question = forms.CharField(help_text="One sentence.")
    sector = forms.ChoiceField(choices=[("VO", "vo"), ("MBO", "mbo")], widget=forms.RadioSelect)
    remark = forms.CharField(required=False)
    agreed = forms.BooleanField()


def rendered(data: dict[str, str] | None = None) -> BeautifulSoup:
    page = render_to_string("core/components/form.html", {"form": SignUp(data), "submit": "Send"})
    return BeautifulSoup(page, "html.parser")


def test_a_fresh_form_shows_no_errors_and_names_what_is_optional():
    page = rendered()

    assert page.select_one(".error-summary") is None
    assert page.select("label[for=id_remark] .field__optional")
    assert not page.select("label[for=id_question] .field__optional")


def test_help_text_belongs_to_its_field():
    page = rendered()

    assert page.select_one("#id_question")["aria-describedby"] == "id_question_helptext"
    assert page.select_one("#id_question_helptext").text == "One sentence."


def test_an_error_stands_at_the_field():
    page = rendered({"sector": "VO", "agreed": "on"})

    field = page.select_one("#id_question")
    assert field["aria-invalid"] == "true"
    assert "id_question_error" in field["aria-describedby"].split()
    assert page.select_one("#id_question_error li")


def test_the_summary_links_to_each_field_that_has_an_error():
    page = rendered({})

    summary = page.select_one(".error-summary[role=alert]")
    targets = [link["href"] for link in summary.select("a")]
    assert targets == ["#id_question", "#id_sector_0", "#id_agreed"]
    assert all(page.select_one(target) for target in targets)


def test_choices_form_a_group_with_a_legend_and_the_error_inside():
    page = rendered({})

    group = page.select_one("fieldset")
    assert group.select_one("legend").text.strip().startswith("Sector")
    assert group["aria-describedby"] == "id_sector_error"
    assert group.select_one("#id_sector_error")
