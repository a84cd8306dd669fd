"""Makes a network that takes sign-ups, with a facilitator and three school leaders of its own.

The words that are given: the slug of the network, and what the accounts begin with.
"""

import os

from django.contrib.auth.hashers import make_password
from wagtail.models import Locale

from accounts.managers import confirm_mail_address
from accounts.models import User
from home.demo.people import PASSWORD
from networks.models import Network, NetworkIndexPage, NetworkPage
from schools.models import Employment, School

SCHOOLS = {"99XA00": "Het Lange Pad", "99XB00": "De Driesprong", "99XC00": "College Het Veer"}
slug, accounts = os.environ["WORDS"].split()


def person(who: str, first_name: str, last_name: str) -> User:
    made = User.objects.create(
        email=f"{who}@leernetwerk.example",
        first_name=first_name,
        last_name=last_name,
        password=make_password(PASSWORD),
    )
    confirm_mail_address(made)
    return made


network = Network.objects.create(title="Leren plannen in de bovenbouw", slug=slug, sectors=["VO"], places=6)
network.facilitators.add(person(f"{accounts}-begeleider", "Tessa", "Hofman"))
names = (("1", "Yara", "Blom"), ("2", "Ruben", "Kok"), ("3", "Mirjam", "Vink"))
for (number, *name), (brin, school) in zip(names, SCHOOLS.items(), strict=True):
    facts = {"name": school, "place": "Rietveen", "sector": "VO"}
    place = School.objects.get_or_create(brin=brin, defaults=facts)[0]
    Employment.objects.create(person=person(f"{accounts}{number}", *name), school=place, job="Teamleider")
dutch = Locale.objects.get(language_code="nl")
index = NetworkIndexPage.objects.get(locale=dutch)
index.add_child(
    instance=NetworkPage(title=network.title, slug=slug, network=network, intro="Samen leren plannen.", locale=dutch)
).save_revision().publish()
