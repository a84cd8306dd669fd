"""The pages of dialogues of three, for `tests/browser/pages.py`: by who sees them, as (name, address, what else)."""

from typing import Any

from tests.browser import states

PLANNED, BEGUN = "/mijn/dialogen/{dialogue_planned}/", "/mijn/dialogen/{dialogue_begun}/"
HELD, OPENED = "/mijn/dialogen/{dialogue_held}/", "/mijn/dialogen/{dialogue_opened}/"
LATE = "/mijn/dialogen/{dialogue_late}/"
MAKE = "/mijn/coordineren/dialogen/dialoog/samenstellen/"
DAYS = "/mijn/portfolio/{ready_case}/dagen/"
CLOSE = f"{OPENED}reflecties/{{place_to_close}}/afsluiten/"
EMPTY: dict[str, Any] = {"reach": states.submit_empty}

OF_NEWCOMERS: list[tuple[Any, ...]] = [("dialogues-none", "/mijn/dialogen/")]
OF_WHO_IS_READY: list[tuple[Any, ...]] = [
    ("dialogue-days", DAYS),
    ("dialogue-days-errors", DAYS, EMPTY),
    ("dialogue-theme-ready", "/mijn/portfolio/{ready_case}/{ready_theme}/"),
]
OF_WHO_TAKES_PART: list[tuple[Any, ...]] = [
    ("dialogue-planned", PLANNED),
    ("dialogue-of-case", "/mijn/portfolio/{dialogue_case}/"),
]
OF_WHO_IS_IN_THE_ROOM: list[tuple[Any, ...]] = [("dialogue-room", f"{BEGUN}ruimte/")]
OF_WHO_REFLECTS: list[tuple[Any, ...]] = [
    ("dialogue-held", HELD),
    ("reflect", f"{HELD}reflectie/"),
    ("reflect-hand-in", f"{HELD}reflectie/inleveren/"),
]
OF_FACILITATORS: list[tuple[Any, ...]] = [
    ("dialogues", "/mijn/dialogen/"),
    ("dialogue-to-guide", PLANNED),
    ("dialogue-room-guided", f"{BEGUN}ruimte/"),
    ("dialogue-end", f"{BEGUN}ruimte/beeindigen/"),
    ("reflections", f"{OPENED}reflecties/"),
    ("dialogue-close", CLOSE),
    ("dialogue-close-errors", CLOSE, EMPTY),
]
OF_COORDINATORS: list[tuple[Any, ...]] = [
    ("dialogues-coordinated", "/mijn/coordineren/dialogen/"),
    ("dialogue-make", f"{MAKE}?people={{ready_people}}"),
    ("dialogue-make-errors", MAKE, EMPTY),
    ("dialogue-coordinated", LATE),
    ("dialogue-move", f"{PLANNED}verplaatsen/"),
    ("dialogue-cancel", f"{PLANNED}afzeggen/"),
    ("dialogue-cancel-errors", f"{PLANNED}afzeggen/", EMPTY),
    ("dialogue-facilitator", f"{PLANNED}procesbegeleider/"),
    ("reflect-more-time", f"{HELD}meer-tijd/"),
    ("reflect-more-time-errors", f"{HELD}meer-tijd/", EMPTY),
    ("dialogue-go-on-without", f"{LATE}zonder/{{late_place}}/"),
]
