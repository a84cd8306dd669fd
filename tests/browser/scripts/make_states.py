"""Makes a hidden network in which things happened that no demo has; once. WORDS names the folder for what was found.

There it writes `found.json`, and the page of a failing server in both languages.
"""

import json
import os
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import Group
from django.test import RequestFactory
from django.utils import timezone, translation
from django.views.defaults import server_error
from wagtail.models import Site

from accounts.managers import confirm_mail_address
from accounts.models import User
from community.models import Post
from networks import services
from networks.agreements import KINDS
from networks.models import Enrolment, GuestPass, HandIn, Meeting, Network, Poll, Series, SupportRequest
from schools.models import Employment, School
from tests.browser.dialogue_states import found_of_dialogues, make_dialogues
from tests.browser.intake_states import found_of_intakes, make_intakes
from tests.browser.talk_states import found_of_talks, make_talks
from tests.validation.assessing import assess, filled_in, handed_in, propose
from tests.validation.portfolios import fill
from validation import services as validating
from validation.models import Appendix, Case, CaseTheme, FeedbackRequest, LookAlong, Programme, Submission

NETWORK = "/netwerken/flexibilisering-van-toetsing-en-examinering/"
HOUR = timedelta(hours=3)
NOW = timezone.localtime().replace(hour=9, minute=30, second=0, microsecond=0)


def person(who: str) -> User:
    return User.objects.get(email=f"{who}@leernetwerk.example")


def take_part(network: Network, who: str) -> Enrolment:
    leader = person(who)
    facts = {"learning_question": "Hoe overleggen wij beter?", "agreements": set(KINDS)}
    return services.enrol(network=network, person=leader, school=School.objects.of(leader)[0], **facts)


def make_network() -> None:
    network = Network.objects.create(title="Leren overleggen", slug="leren-overleggen", hidden=True, approval=False)
    facilitator = person("begeleider")
    network.facilitators.add(facilitator)
    member = take_part(network, "schoolleider3")
    offered = take_part(network, "assessor1")
    Enrolment.objects.filter(pk=offered.pk).update(confirm_by=NOW + timedelta(days=2))
    polls(network, facilitator)
    work = services.set_assignment(network=network, by=facilitator, title="Kijk mee", text="Wat ziet u in de les?")
    services.save_draft(assignment=work, enrolment=member, text="Leerlingen leggen elkaar uit hoe het moet.")
    services.hand_in(assignment=work, enrolment=member)
    asked = services.ask_for_support(enrolment=member, subject="Meekijken", text="Wilt u een keer meekijken?")
    services.handle_support(request=asked, by=facilitator, owner=facilitator, state="in_hand")
    series = Series.objects.create(network=network, title="Reeks")
    starts = NOW + timedelta(days=20)
    meeting = Meeting.objects.create(series=series, number=9, starts_at=starts, ends_at=starts + HOUR, place="De Kweek")
    guest = services.invite_guest(meeting=meeting, enrolment=member, name="Mo Bakker", email="mo@school.example")
    services.withdraw_guest(guest=guest)


def polls(network: Network, facilitator: User) -> None:
    """One that was decided, one that is asked again as its meeting fell through, and one that is closed."""
    for number, title in enumerate(("Besloten", "Opnieuw gevraagd", "Gesloten")):
        dates = [NOW + timedelta(days=30 + 3 * number + day) for day in (0, 1)]
        options = [services.NewOption(starts_at=day, ends_at=day + HOUR, place="Waterwoude") for day in dates]
        deadline = NOW + timedelta(days=9)
        poll = services.make_poll(network=network, by=facilitator, title=title, deadline=deadline, options=options)
        poll = services.open_poll(poll=poll, by=facilitator)
        if title == "Gesloten":
            services.close_poll(poll=poll, by=facilitator)
            continue
        meeting = services.decide_poll(poll=poll, option=poll.options.first(), by=facilitator, anyway=True)
        if title == "Opnieuw gevraagd":
            services.cancel_meeting(meeting=meeting, by=facilitator, reason="De school is die dag dicht.")
            services.reopen_poll(poll=poll, by=facilitator, deadline=deadline)


def make_english_manager() -> None:
    """The workplace speaks the language of who is signed in."""
    manager = person("beheer")
    facts = {"first_name": "Alice", "last_name": "Baker", "language": "en", "password": manager.password}
    made = User.objects.create(
        email="beheer-english@leernetwerk.example",
        is_superuser=manager.is_superuser,
        is_staff=manager.is_staff,
        **facts,
    )
    made.groups.set(Group.objects.filter(user=manager))
    confirm_mail_address(made)


def hand_in_a_portfolio() -> None:
    """Somebody new handed a theme in; who has one assessed asks a colleague no longer in another."""
    theme = handed_in(full_portfolio("Iris")).theme
    until = NOW + timedelta(days=20)
    validating.set_deadline(case=theme.case, person=theme.case.person, kind="submit", due_at=until, theme=theme)
    leader = person("schoolleider3")
    case = Case.objects.get(person=leader)
    begun = validating.add_theme(case=case, by=leader, theme=case.version.themes.all()[1])
    begun.case = case
    asked = validating.ask_feedback(theme=begun, by=leader, name="Mo Bakker", email="mo@school.example")
    validating.withdraw_feedback_request(request=asked, by=leader)
    theme = portfolio_of_the_demo()
    validating.add_appendix(theme=theme, by=theme.case.person, link="https://meridiaan.example/bijlage")
    validating.take_along(theme=theme, by=theme.case.person, kind="bericht", pk=own_post().pk)


def assess_portfolios() -> None:
    """One that is ready to be handed in by an assessor, and three of which all assessments are in."""
    first, second = person("assessor1"), person("assessor2")
    ready = given_to_assessors("Rein")
    validating.save_assessment(submission=ready, by=first, **filled_in(ready))
    for name in ("Tess", "Omar", "Bea"):
        submission = given_to_assessors(name)
        assess(submission, first, "sufficient")
        assess(submission, second, "insufficient", feedback="De bronnen worden genoemd en niet gebruikt.")
        validating.write_note(submission=submission, by=second, text="De reflectie is sterker dan de rest.")
        if name == "Tess":
            validating.ask_third_assessor(submission=submission, by=first, reason="Wij wegen de bronnen anders.")
        else:
            propose(submission, second, "insufficient")
        if name == "Bea":
            validating.agree_with_decision(submission=submission, by=first, serial=1)


def given_to_assessors(name: str) -> Submission:
    """A portfolio of somebody new, handed in and given to two assessors."""
    submission = handed_in(full_portfolio(name))
    people = [person("assessor1"), person("assessor2")]
    facts = {"by": person("coordinator"), "people": people, "reason": "Kennen het thema."}
    validating.assign_assessors(theme=submission.theme, **facts)
    return submission


def full_portfolio(name: str) -> CaseTheme:
    """A theme of somebody new in which everything is there that is needed."""
    leader = User.objects.create(
        email=f"{name.lower()}@leernetwerk.example",
        first_name=name,
        last_name="van Proef",
        password=person("beheer").password,
    )
    confirm_mail_address(leader)
    school = School.objects.get(brin="99HH00")
    Employment.objects.create(person=leader, school=school, job="Teamleider")
    programme = Programme.objects.get(slug="portfolio")
    themes = list(validating.newest_published(programme).themes.all()[:1])
    case = validating.start_case(programme=programme, person=leader, school=school, themes=themes)
    theme = case.themes.select_related("theme").get()
    theme.case = case
    return fill(theme)


def portfolio_of_the_demo() -> CaseTheme:
    return CaseTheme.objects.select_related("theme", "case__person").get(
        case__person=person("schoolleider"), theme__key="kwaliteit"
    )


def own_post() -> Post:
    """The first message that everybody in a network reads of who writes the portfolio."""
    return Post.objects.standing().for_everybody().filter(author=person("schoolleider")).earliest("pk")


def found_of_validation() -> dict[str, object]:
    theme = portfolio_of_the_demo()
    requests = theme.feedback_requests.all()
    given = CaseTheme.objects.get(case__person=person("schoolleider3"), state="assessing")
    of_whom = {
        it.theme.case.person.first_name: it
        for it in Submission.objects.filter(theme__case__person__last_name="van Proef")
    }
    waits = of_whom["Iris"].theme
    return {
        "case": theme.case_id,
        "case_theme": theme.pk,
        "portfolio_source": theme.sources.first().pk,
        "piece": theme.evidence.first().pk,
        "own_post": own_post().pk,
        "appendix": Appendix.objects.get(theme=theme).pk,
        "feedback_request": requests.get(answered_at=None).pk,
        "asked_token": requests.get(answered_at=None).token,
        "answered_token": requests.exclude(answered_at=None).get().token,
        "ended_token": FeedbackRequest.objects.exclude(withdrawn_at=None).get().token,
        "along_token": LookAlong.objects.get(theme=theme).token,
        "other_case": waits.case_id,
        "handed_in": waits.pk,
        "last_day": waits.deadlines.get(kind="submit").pk,
        "due": given.case.dues.first().pk,
        "given_case": given.case_id,
        "given": given.pk,
        "given_submission": given.submissions.get().pk,
        "ready": of_whom["Rein"].pk,
        "opened": of_whom["Omar"].pk,
        "decided": of_whom["Bea"].pk,
        "decided_case": of_whom["Bea"].theme.case_id,
        "decided_theme": of_whom["Bea"].theme_id,
        "third_case": of_whom["Tess"].theme.case_id,
        "third_theme": of_whom["Tess"].theme_id,
    }


def found() -> dict[str, str]:
    mine = Network.objects.get(slug="leren-overleggen")
    by_title = dict(Poll.objects.filter(network=mine).values_list("title", "pk"))
    return {
        "decided_poll": by_title["Besloten"],
        "reopened_poll": by_title["Opnieuw gevraagd"],
        "closed_poll": by_title["Gesloten"],
        "read_hand_in": HandIn.objects.get(assignment__network=mine).pk,
        "handled_support": SupportRequest.objects.get(network=mine).pk,
        "ended_guest": GuestPass.objects.get(meeting__series__network=mine).token,
        "home_page": Site.objects.get(is_default_site=True).root_page_id,
        "demo_network": Network.objects.get(slug=NETWORK.split("/")[2]).pk,
        **found_of_validation(),
        **found_of_talks(),
        **found_of_dialogues(),
        **found_of_intakes(),
    }


if not Network.objects.filter(slug="leren-overleggen").exists():
    make_network()
    make_english_manager()
    hand_in_a_portfolio()
    make_talks()
    make_dialogues()
    make_intakes()
    assess_portfolios()
folder = Path(os.environ["WORDS"])
(folder / "found.json").write_text(json.dumps({name: str(value) for name, value in found().items()}))
for language in ("nl", "en"):
    with translation.override(language):
        (folder / f"broken-{language}.html").write_bytes(server_error(RequestFactory().get("/")).content)
