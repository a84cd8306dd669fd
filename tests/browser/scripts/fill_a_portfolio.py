"""Somebody new has a portfolio in which everything is there that is needed; WORDS: who, before the @."""

import os

from accounts.managers import confirm_mail_address
from accounts.models import User
from schools.models import Employment, School
from tests.validation.portfolios import fill
from validation import services
from validation.models import Programme

who = os.environ["WORDS"]
if not User.objects.filter(email=f"{who}@leernetwerk.example").exists():
    password = User.objects.get(email="beheer@leernetwerk.example").password
    leader = User.objects.create(
        email=f"{who}@leernetwerk.example", first_name=who.title(), last_name="Zomer", password=password
    )
    confirm_mail_address(leader)
    school = School.objects.get(brin="99HH00")
    Employment.objects.create(person=leader, school=school, job="Teamleider")
    programme = Programme.objects.get(slug="portfolio")
    themes = list(services.newest_published(programme).themes.all()[:1])
    case = services.start_case(programme=programme, person=leader, school=school, themes=themes)
    theme = case.themes.select_related("theme").get()
    theme.case = case
    fill(theme)
