"""The code of conduct: worded by editors, accepted once by everybody before the first message."""

from django.db import transaction

from accounts.models import User
from community.errors import ConductNotAccepted
from community.models import CodeOfConduct, ConductAcceptance, ConductWording
from core.errors import VersionConflict

FIRST_TEXT = "\n\n".join(
    (
        "Hier praten schoolleiders over hun werk, ook over wat nog niet lukt. Dat kan alleen als iedereen zich veilig"
        " voelt. Daarom spreken wij af:",
        "Wat hier gezegd wordt, blijft hier. Vertel het niet verder zonder toestemming.",
        "Noem geen leerlingen, ouders of collega's die een ander kan herkennen.",
        "Ga ervan uit dat de ander het goed bedoelt. Stel eerst een vraag, en geef dan pas uw mening.",
        "Wees eerlijk, en blijf vriendelijk. Ook als u het niet eens bent.",
        "Deel alleen wat u mag delen, en noem de bron.",
        "Ziet u iets dat niet klopt? Meld het bericht bij de begeleider.",
    )
)
FIRST_TEXT_EN = "\n\n".join(
    (
        "School leaders talk here about their work, also about what does not go well yet. That takes safety."
        " So we agree:",
        "What is said here stays here. Do not pass it on without asking.",
        "Do not name pupils, parents or colleagues whom others might recognise.",
        "Take it that the other means well. Ask a question first, and give your opinion after.",
        "Be honest, and stay kind, also when you do not agree.",
        "Share only what you may share, and say where it comes from.",
        "Do you see something that is not right? Report the message to the facilitator.",
    )
)


@transaction.atomic
def word_conduct(*, code: CodeOfConduct, by: User | None) -> ConductWording | None:
    """Store the code as it reads now; a changed text is the next version. None while there is no text.

    The first version is asked of everybody, a later one where `asks_again` says so.
    """
    newest = ConductWording.objects.select_for_update().order_by("-version").first()
    asks_again, code.asks_again = code.asks_again or newest is None, False
    if newest is None and not code.text:
        code.save()
        return None
    if newest is None or (newest.text, newest.text_en) != (code.text, code.text_en):
        code.version = newest.version + 1 if newest else 1
        facts = {"text": code.text, "text_en": code.text_en, "asks_again": asks_again, "worded_by": by}
        newest = ConductWording.objects.create(version=code.version, **facts)
    code.save()
    return newest


@transaction.atomic
def keep_first_conduct() -> ConductWording:
    """Give an installation its first code of conduct; an editor's stays as it is."""
    newest = newest_wording()
    if newest:
        return newest
    code = CodeOfConduct.load()
    code.text, code.text_en = FIRST_TEXT, FIRST_TEXT_EN
    made = word_conduct(code=code, by=None)
    assert made is not None
    return made


def newest_wording() -> ConductWording | None:
    """The code as it reads now; None where editors wrote none."""
    return ConductWording.objects.order_by("-version").first()


def must_accept_conduct(person: User) -> bool:
    """Does the person still have to accept the code before writing?"""
    return ConductWording.objects.to_be_accepted_by(person).exists()


def require_conduct(person: User) -> None:
    """Raises ConductNotAccepted for who still has to accept the code."""
    if must_accept_conduct(person):
        raise ConductNotAccepted


@transaction.atomic
def accept_conduct(*, person: User, version: int) -> ConductAcceptance:
    """Note that the person accepts the newest version. Raises VersionConflict when another was read."""
    newest = newest_wording()
    if newest is None or newest.version != version:
        raise VersionConflict
    return ConductAcceptance.objects.get_or_create(wording=newest, person=person)[0]
