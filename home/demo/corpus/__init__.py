"""As many invented good practices as are asked for, each a way of working (`seeds`) at a school (`settings`).

The same number is always the same practice, so that a search that was judged once can be judged again.
"""

import re
from random import Random
from typing import Any

from home.demo.corpus import assessing, digital, examining, formative, teams
from home.demo.corpus.seeds import Seed
from home.demo.corpus.settings import AFTER, OCCASIONS, SETTINGS, SUBJECTS, SURROUNDINGS, Setting

BY_THEME: dict[str, tuple[Seed, ...]] = {
    "toetsbeleid": assessing.SEEDS,
    "formatief-evalueren": formative.SEEDS,
    "flexibel-examineren": examining.SEEDS,
    "digitaal-toetsen": digital.SEEDS,
    "teamontwikkeling": teams.SEEDS,
}
SEEDS: tuple[tuple[str, Seed], ...] = tuple((theme, seed) for theme, seeds in BY_THEME.items() for seed in seeds)
YEARS = tuple(range(2018, 2026))
STUDENTS = {"leerling": "student", "leerlingen": "studenten", "Leerling": "Student", "Leerlingen": "Studenten"}


def invented(number: int) -> dict[str, Any]:
    """The texts of one practice, and of which seed and subject it is. number: from 0; each seed has its turn."""
    theme, seed = SEEDS[number % len(SEEDS)]
    turn, random = number // len(SEEDS), Random(number)
    sector = seed.sectors[turn % len(seed.sectors)]
    setting, subject = random.choice(SETTINGS[sector]), SUBJECTS[sector][turn % len(SUBJECTS[sector])]
    title = _title(seed, turn, setting)
    texts = {
        "title": title,
        "summary": seed.steps[0],
        "question": random.choice(seed.questions),
        "context": _context(setting, random),
        "approach": " ".join(seed.steps),
        "result": f"{random.choice(seed.results)} {random.choice(AFTER)}",
        "conditions": random.choice(seed.conditions),
        "what_did_not_work": random.choice(seed.failed),
    }
    group = random.choice(setting.groups)
    filled = {name: _filled(text, subject, group, sector) for name, text in texts.items()}
    about_subject = "{vak}" in title + texts["question"]
    tags = (*seed.tags, subject) if about_subject else seed.tags
    facts = {"sector": sector, "school_type": setting.school_type, "year": random.choice(YEARS), "tags": tags}
    known_by = {"key": f"invented {number}", "seed": seed.slug, "subject": subject if about_subject else ""}
    return filled | facts | known_by | {"themes": (theme,)}


def _title(seed: Seed, turn: int, setting: Setting) -> str:
    title = seed.titles[turn % len(seed.titles)]
    return title if "{" in title else f"{title} op {setting.place}"


def _context(setting: Setting, random: Random) -> str:
    size = random.randrange(*setting.sizes, 10)
    school = f"Een {setting.school} met {size} leerlingen {random.choice(SURROUNDINGS)}."
    return f"{school} {random.choice(OCCASIONS)}"


def _filled(text: str, subject: str, group: str, sector: str) -> str:
    told = text.replace("{vak}", subject).replace("{groep}", group)
    if sector in ("MBO", "HBO"):
        told = re.sub(r"\b[Ll]eerling(en)?\b", lambda found: STUDENTS[found.group()], told)
    return told[:1].upper() + told[1:]
