"""Dialogues of three that no demo has, for `scripts/make_states.py` and the journey through one."""

from datetime import timedelta

from django.utils import timezone

from accounts.managers import confirm_mail_address
from accounts.models import User
from schools.models import Employment, School
from tests.validation.dialogues import closed, place_of, planned_dialogue, reflected, written
from validation import services
from validation.models import CaseTheme, Dialogue, Programme

DOMAIN = "leernetwerk.example"
Names = tuple[tuple[str, str], ...]
NAMES: Names = (("Aafke", "Tuin"), ("Bram", "Weide"), ("Cato", "Heuvel"))
OF_THE_JOURNEY: Names = (("Daan", "Beemd"), ("Elin", "Kolk"), ("Fien", "Duin"))
WHEN = ("gepland", "begonnen", "schrijft", "telaat", "open", "klaar")


def person_of(who: str) -> User:
    return User.objects.get(email=f"{who}@{DOMAIN}")


def prepared_people(when: str, names: Names = NAMES) -> list[CaseTheme]:
    """Three people whose addresses begin with this word and a number, each with the own conversation prepared."""
    schools = School.objects.exclude(board=None).order_by("board", "pk")
    by_board = list({it.board_id: it for it in schools}.values())
    return [_prepared(f"{when}{at}", *name, by_board[at % len(by_board)], at) for at, name in enumerate(names)]


def _prepared(who: str, first_name: str, last_name: str, school: School, number: int) -> CaseTheme:
    password = person_of("coordinator").password
    address = f"{who}@{DOMAIN}"
    person = User.objects.create(email=address, first_name=first_name, last_name=last_name, password=password)
    confirm_mail_address(person)
    Employment.objects.create(person=person, school=school)
    version = services.newest_published(Programme.objects.get(slug="dialoog"))
    assert version
    themes = [version.themes.all()[number]]
    case = services.start_case(programme=version.programme, person=person, school=school, themes=themes)
    theme = case.themes.select_related("theme").get()
    theme.case = case
    for section in version.sections.all():
        text = f"Ik bracht het team bij elkaar. {section.help} Daar wil ik het over hebben."
        services.save_text(theme=theme, section=section, by=person, text=text, serial=0)
    services.judge_done(theme=theme, by=person)
    for days in (9, 16, 23):
        day = timezone.localdate() + timedelta(days=days + number * (days == 16))
        services.add_suitable_day(case=case, by=person, day=day)
    return theme


def make_dialogues() -> None:
    """A group that is ready, and dialogues that are planned, begun, reflected on, late and opened."""
    coordinator, facilitator = person_of("coordinator"), person_of("begeleider")
    made = {}
    for at, when in enumerate(WHEN):
        themes = prepared_people(when)
        if when != "klaar":
            made[when] = planned_dialogue(themes, coordinator, facilitator, days=10 + at * 3)
    for when in WHEN[1:5]:
        _let_begin(made[when], facilitator)
    for when in WHEN[2:5]:
        services.end_dialogue(dialogue=made[when], by=facilitator)
    written(place_of(made["schrijft"], person_of("schrijft0")), "Jij vroeg door waar anderen stopten.")
    reflected(made["telaat"], person_of("telaat0"))
    Dialogue.objects.filter(pk=made["telaat"].pk).update(due_at=timezone.now() - timedelta(hours=3))
    reflected(made["open"], *(person_of(f"open{at}") for at in range(3)))
    closed(made["open"], facilitator, person_of("open0"))


def _let_begin(dialogue: Dialogue, facilitator: User) -> None:
    begun = timezone.now() - timedelta(hours=1)
    Dialogue.objects.filter(pk=dialogue.pk).update(starts_at=begun, ends_at=begun + timedelta(hours=6))
    services.give_turn(dialogue=dialogue, by=facilitator, number=1)


def found_of_dialogues() -> dict[str, object]:
    """What stands between braces in the addresses of `pages_of_dialogues`."""
    ready = CaseTheme.objects.filter(case__person__email__startswith="klaar").order_by("pk")
    of = {when: _dialogue_of(f"{when}0") for when in WHEN[:5]}
    return {
        "ready_case": ready[0].case_id,
        "ready_theme": ready[0].pk,
        "ready_people": ",".join(str(it.pk) for it in ready),
        "dialogue_planned": of["gepland"].pk,
        "dialogue_case": place_of(of["gepland"], person_of("gepland0")).theme.case_id,
        "dialogue_begun": of["begonnen"].pk,
        "dialogue_held": of["schrijft"].pk,
        "dialogue_late": of["telaat"].pk,
        "late_place": place_of(of["telaat"], person_of("telaat1")).pk,
        "dialogue_opened": of["open"].pk,
        "place_to_close": place_of(of["open"], person_of("open1")).pk,
    }


def _dialogue_of(who: str) -> Dialogue:
    return Dialogue.objects.get(places__person=person_of(who))
