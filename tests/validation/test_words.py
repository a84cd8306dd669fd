import pytest

from validation.portfolio.words import flat, from_word, words_in

PASTED = (
    "1.\tHet vertrekpunt\r\n"
    "\uf0b7\tToetsing\u00a0gaf een cijfer\x0b\r\n"
    "o\tniet\u00admeer dan dat\u200b\r\n"
    "Naam\tRol\rSanne\tschoolleider\u2028"
    "– 2018–2019 – “klaar”…"
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("   \n\t ", 0),
        ("Ik leer.", 2),
        ("taak-uren 2018–2019 en/of", 3),
        ("wat – dat", 2),
        ("— * • - ___", 0),
        ("- een punt\n- nog een", 4),
        ("1. eerst\n12) dan\na. ook", 3),
        ("In 2018 waren er 3. Daarna 4.", 7),
        ("een\u00a0harde\u202fspatie", 3),
        ("af\u00adge\u00adbroken", 1),
        ("https://doi.org/10.1000/182", 1),
        ("école naïef Łódź школа", 4),
        ("Don't use the school's e-mail", 5),
        (PASTED, 15),
    ],
)
def test_a_word_has_a_letter_or_a_digit(text, number):
    assert words_in(text) == number


def test_cleaning_what_was_pasted_changes_no_count():
    assert words_in(from_word(PASTED)) == words_in(PASTED)
    assert "\r" not in from_word(PASTED)


def test_sixty_thousand_signs_are_counted_at_once():
    assert words_in("-" * 60_000) == 0
    assert words_in("a" * 60_000) == 1


def test_quotes_dashes_and_spaces_of_either_kind_are_found():
    assert flat("„Leren”  –\nJa") == flat('"leren" - ja')
