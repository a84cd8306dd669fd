"""Makes somebody whose portfolio of one theme was found sufficient; WORDS is who, before the @."""

import os

from accounts.managers import confirm_mail_address
from accounts.models import User
from schools.models import Employment, School
from tests.validation.talks import made_sufficient
from validation import services
from validation.models import Programme

DOMAIN = "leernetwerk.example"
people = {who: User.objects.get(email=f"{who}@{DOMAIN}") for who in ("coordinator", "assessor1", "assessor2")}
person = User.objects.create(
    email=f"{os.environ['WORDS']}@{DOMAIN}",
    first_name="Tess",
    last_name="Toets",
    password=people["coordinator"].password,
)
confirm_mail_address(person)
school = School.objects.get(brin="99JJ00")
Employment.objects.create(person=person, school=school)
version = services.newest_published(Programme.objects.get(slug="portfolio"))
themes = list(version.themes.all()[:1])
case = services.start_case(programme=version.programme, person=person, school=school, themes=themes)
theme = case.themes.select_related("theme").get()
theme.case = case
made_sufficient(theme, people["coordinator"], [people["assessor1"], people["assessor2"]])
