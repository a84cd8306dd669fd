"""People and the schools they work at. Everybody here is invented."""

import factory
from factory.django import DjangoModelFactory

from accounts.models import User
from schools.models import Board, Employment, School, Sector

PASSWORD = "leernetwerk-demo"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@scholen.example")
    first_name = "Sanne"
    last_name = factory.Sequence(lambda number: f"de Vries {number}")
    password = factory.django.Password(PASSWORD)


class BoardFactory(DjangoModelFactory):
    class Meta:
        model = Board

    name = factory.Sequence(lambda number: f"Stichting Leerrijk {number}")


class SchoolFactory(DjangoModelFactory):
    """BRIN numbers that start with 99 belong to no real school."""

    class Meta:
        model = School

    brin = factory.Sequence(
        lambda number: f"99{chr(65 + number // 2600 % 26)}{chr(65 + number // 100 % 26)}{number % 100:02}"
    )
    name = factory.Sequence(lambda number: f"De Vlinder {number}")
    place = "Waterdam"
    sector = Sector.VO
    board = factory.SubFactory(BoardFactory)

    @classmethod
    def _setup_next_sequence(cls):
        """Past the numbers of the demo, which some tests build too."""
        return 100


class EmploymentFactory(DjangoModelFactory):
    class Meta:
        model = Employment

    person = factory.SubFactory(UserFactory)
    school = factory.SubFactory(SchoolFactory)
