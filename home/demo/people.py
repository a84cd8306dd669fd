"""The demo accounts, their schools, and as many more members as asked for. Everybody here is invented."""

from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.managers import confirm_mail_address
from accounts.models import User
from schools.models import Board, Employment, School

PASSWORD = "leernetwerk-demo"  # noqa: S105 (announced in the README)
DOMAIN = "leernetwerk.example"


@dataclass(frozen=True)
class Account:
    """A demo account; `who` stands before the @ and `brin` is the school the person works at."""

    who: str
    first_name: str
    last_name: str
    brin: str = ""
    job: str = ""
    groups: tuple[str, ...] = ()
    superuser: bool = False

    @property
    def email(self) -> str:
        return f"{self.who}@{DOMAIN}"


ACCOUNTS = (
    Account("beheer", "Hanneke", "Verbeek", groups=("Beheer",), superuser=True),
    Account("redactie", "Joost", "van Rijn", groups=("Redactie",)),
    Account("begeleider", "Bram", "de Wit", job="Procesbegeleider van leernetwerken", groups=("Begeleiding",)),
    Account("schoolleider", "Sanne", "Jacobs", "99AA00", "Teamleider bovenbouw havo/vwo"),
    Account("schoolleider2", "Mehmet", "Aydin", "99BB00", "Conrector onderwijs"),
    Account("schoolleider3", "Ingrid", "Postma", "99CC00", "Rector"),
    Account("nieuw", "Kees", "Vermeulen", "99DD00", "Afdelingsleider vmbo-tl"),
    Account("assessor1", "Noor", "Haddad", "99EE00", "Locatiedirecteur"),
    Account("assessor2", "Wim", "Terpstra", "99FF00", "Rector"),
    Account("assessor3", "Lotte", "Claessen", "99GG00", "Directeur"),
    Account("coach", "Peter", "Smeets"),
    Account("coordinator", "Fatima", "El Idrissi", groups=("Coördinatie",)),
    Account("programma", "Anneke", "Dijkstra"),
)

BOARDS = ("Stichting De Waterlanden", "Scholengroep Tussen Rijn en Linge", "Vereniging Het Open Veld")
SCHOOLS = (
    ("99AA00", "Het Meridiaan College", "Waterwoude", "VO", 0, "havo-vwo", 1_150),
    ("99BB00", "Scholengemeenschap De Kweek", "Lingedam", "VO", 1, "scholengemeenschap", 1_800),
    ("99CC00", "Het Noorderlyceum", "Oosterhaven", "VO", 0, "havo-vwo", 900),
    ("99DD00", "De Praktijkhof", "Rietveen", "VO", 1, "praktijkonderwijs", 210),
    ("99EE00", "Het Kompas", "Zandwijk", "VO", 2, "vmbo", 640),
    ("99FF00", "Lyceum aan de Vaart", "Vaartveld", "VO", 2, "vwo", 1_050),
    ("99GG00", "Basisschool De Zonnewijzer", "Rietveen", "PO", 1, "basisschool", 240),
    ("99HH00", "Vakcollege Het Anker", "Oosterhaven", "MBO", 0, "mbo", 2_300),
    ("99JJ00", "De Springplank", "Lingedam", "SO", 2, "so", 130),
)

FIRST_NAMES = ("Aisha", "Bas", "Carla", "Daan", "Els", "Femke", "Gijs", "Hassan", "Iris", "Jeroen", "Karin", "Lars",
               "Marieke", "Niels", "Olga", "Pim", "Rachida", "Sjoerd", "Tineke", "Yusuf")  # fmt: skip
LAST_NAMES = ("van den Akker", "Bakker", "de Boer", "Hendriks", "Jansen", "Kaya", "van Leeuwen", "Mulder", "Nijhuis",
              "Okafor", "Prins", "de Ruiter", "Schouten", "Timmer", "Vos", "Willems", "Yilmaz", "Zijlstra")  # fmt: skip


def create_schools() -> dict[str, School]:
    """The invented schools by BRIN number."""
    boards = [Board.objects.get_or_create(name=name)[0] for name in BOARDS]
    return {
        brin: School.objects.get_or_create(
            brin=brin,
            defaults={
                "name": name,
                "place": place,
                "sector": sector,
                "board": boards[board],
                "school_type": school_type,
                "pupils": pupils,
            },
        )[0]
        for brin, name, place, sector, board, school_type, pupils in SCHOOLS
    }


def create_accounts(schools: dict[str, School]) -> dict[str, User]:
    """The demo accounts by the part before the @, each confirmed and with the password of the README."""
    password = make_password(PASSWORD)
    return {account.who: _create(account, schools, password) for account in ACCOUNTS}


def _create(account: Account, schools: dict[str, School], password: str) -> User:
    person, is_new = User.objects.get_or_create(
        email=account.email,
        defaults={
            "first_name": account.first_name,
            "last_name": account.last_name,
            "job_title": account.job,
            "password": password,
            "is_staff": account.superuser,
            "is_superuser": account.superuser,
        },
    )
    if is_new:
        confirm_mail_address(person)
        person.groups.set([Group.objects.get_or_create(name=name)[0] for name in account.groups])
    if account.brin:
        Employment.objects.get_or_create(
            person=person, school=schools[account.brin], ended_on=None, defaults={"job": account.job}
        )
    return person


def create_members(count: int, schools: dict[str, School], random: Random) -> list[User]:
    """As many more school leaders, `lid1@…` and on, who cannot sign in."""
    all_schools = list(schools.values())
    return [_create_member(number, all_schools, random) for number in range(1, count + 1)]


def _create_member(number: int, schools: list[School], random: Random) -> User:
    person, is_new = User.objects.get_or_create(
        email=f"lid{number}@{DOMAIN}",
        defaults={
            "first_name": random.choice(FIRST_NAMES),
            "last_name": random.choice(LAST_NAMES),
            "password": make_password(None),
        },
    )
    if is_new:
        Employment.objects.create(person=person, school=random.choice(schools), job="Teamleider")
    return person
