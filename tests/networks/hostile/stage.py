"""A network in which everything can be written: who writes where, and where it is read."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from community.services import create_post, start_thread
from networks import services
from networks.check_in import code_of
from networks.models import AssignmentMaterial, Attendance, CalendarFeed, Enrolment, GuestPass, SignUpQuestion
from notifications.services import notify
from resources import news as practices
from tests.factories.assignments import AssignmentFactory, HandInFactory
from tests.factories.networks import EnrolmentFactory, MeetingFactory, NetworkFactory
from tests.factories.people import UserFactory
from tests.factories.resources import PracticeFactory
from tests.networks.polls.conftest import in_days, open_poll


@dataclass
class Step:
    """A form that somebody sends. shown_on: the route that shows it, when another one takes it; only: of several
    forms on that page; more: what has to be sent besides; refused: fields that take no free text, each with what
    makes what it does take at that moment."""

    person: object
    address: str
    shown_on: str = ""
    only: str = ""
    more: dict = field(default_factory=dict)
    refused: dict = field(default_factory=dict)


class Stage:
    """Sanne takes part, Bram facilitates, Rita asks for a place, Kees signs up, Mila made things before."""

    def __init__(self, network, sanne, bram, kees):
        self.network, self.sanne, self.bram, self.kees = network, sanne, bram, kees
        self.of = {"slug": network.slug}
        now = timezone.now()
        morning = now.replace(hour=8, minute=30)  # a form has one day for both ends of a meeting
        self.manager = UserFactory(email="beheer@leernetwerk.example")
        self.manager.groups.add(Group.objects.get_or_create(name="Beheer")[0])
        self.own = network.enrolments.get(person=sanne)
        colleague = EnrolmentFactory(network=network)
        self.request = EnrolmentFactory(network=network, state=Enrolment.State.REQUESTED)
        self.question = SignUpQuestion.objects.create(network=network, text="Wat zoekt u?", required=True)
        self.past, self.now, self.coming = (
            MeetingFactory(series__network=network, number=number, starts_at=starts)
            for number, starts in (
                (1, morning - timedelta(days=7)),
                (2, now + timedelta(minutes=30)),
                (3, morning + timedelta(days=40)),
            )
        )
        Attendance.objects.create(meeting=self.past, enrolment=self.own, state=Attendance.State.ABSENT)
        self.guest = GuestPass.objects.create(
            meeting=self.coming, enrolment=colleague, name="Mo", email="mo@school.example"
        )
        self.poll = open_poll(network, bram, experts=["Dr. Smit"])
        self.assignment = AssignmentFactory(network=network)
        link = "https://bron.example"
        AssignmentMaterial.objects.create(assignment=self.assignment, link=link, title="Bron")
        [self.material] = services.add_materials(meeting=self.coming, by=bram, link=link, for_guests=True)
        self.hand_in = HandInFactory(assignment=self.assignment, enrolment=colleague)
        self.source = services.add_source(enrolment=self.own, title="Toetsen", gave="Dat het kan.")
        self.support = services.ask_for_support(enrolment=colleague, subject="Hulp", text="Wij lopen vast.")
        self.feed = CalendarFeed.objects.create(person=sanne)
        network.evaluation_opened_at = now
        network.save()
        self.ended = EnrolmentFactory(network=NetworkFactory(facilitators=[bram], closed_at=now))

    def at(self, name, **variables):
        return reverse(f"networks:{name}", kwargs=self.of | variables)

    def named(self, text):
        """What editors and people themselves chose as names, which every page, mail and table shows."""

        def cut(length):
            return self._kept(text, length)

        objects = type(self.network).objects
        objects.filter(pk=self.network.pk).update(title=cut(200))
        self.past.series.__class__.objects.filter(network=self.network).update(title=cut(200))
        people = type(self.sanne).objects.filter(pk__in=[self.sanne.pk, self.bram.pk])
        people.update(first_name=cut(100), last_name=cut(100))
        type(self.own.school).objects.filter(pk=self.own.school_id).update(name=cut(200), place=cut(100))
        SignUpQuestion.objects.filter(pk=self.question.pk).update(text=cut(300), help_text=cut(300))

    def _kept(self, text, length):
        return text.replace("\x00", "").encode("utf-8", "replace").decode()[:length]

    def told_of_elsewhere(self, text):
        """What other apps tell members of: a message to everybody, an answer to it, and a practice to review."""
        title = self._kept(text, 200).strip() or "Veilig"
        body = f"<p>{escape(self._kept(text, 5000))}</p><p>Wat vindt u?</p>"
        thread = start_thread(network=self.network, author=self.bram, title=title, body=body, kind="announcement")
        for author in (self.sanne, self.bram):
            create_post(thread=thread, author=author, body=body, key=uuid4())
        practice = PracticeFactory(network=self.network, contributor=self.sanne, title=title, state="submitted")
        params = {"title": title, "name": self.sanne, "reasons": text.replace("\x00", "")}
        for kind in practices.KINDS:
            notify([self.bram], kind.key, about=practice, url="/mijn/", params=params)

    def steps(self):
        """In an order in which each is possible; of forms with the same fields one."""
        sanne, bram, at = self.sanne, self.bram, self.at
        poll, day = {"pk": self.poll.pk}, f"{in_days(20):%Y-%m-%d}"
        asked, coming = {"pk": self.request.pk}, {"pk": self.coming.pk}
        assignment, support = {"pk": self.assignment.pk}, {"pk": self.support.pk}
        dates = {"dates-0-day": day, "deadline": f"{in_days(8):%Y-%m-%d}"}
        code = {"code": lambda: code_of(self.now)}
        return [
            Step(self.kees, at("enrol")),
            Step(bram, at("ask", **asked), at("request", **asked), "SignUpMessageForm"),
            Step(self.request.person, at("write_about_sign_up"), at("enrol"), "SignUpMessageForm"),
            Step(bram, at("request", **asked), only="DeclineForm"),
            Step(bram, at("add_sign_up_question"), more={"required": ""}),
            Step(bram, at("change_sign_up_question", pk=self.question.pk)),
            Step(sanne, at("learning_question")),
            Step(sanne, at("add_source")),
            Step(sanne, at("report", kind="embedding")),
            Step(bram, at("plan_meeting")),
            Step(bram, at("edit_meeting", **coming), more={"capacity": ""}),
            Step(bram, at("agenda", **coming)),
            Step(bram, at("meeting_report", pk=self.past.pk)),
            Step(bram, at("add_meeting_material", **coming)),
            Step(bram, at("change_meeting_material", material=self.material.pk, **coming)),
            Step(sanne, at("guest", **coming)),
            Step(bram, at("experts", **coming), more={"email": "expert@school.example"}),
            Step(sanne, at("absence", **coming)),
            Step(sanne, at("check_in", pk=self.now.pk), refused=code),
            Step(bram, at("make_poll"), more=dates),
            Step(sanne, at("poll", **poll)),
            Step(sanne, at("offer_school", **poll)),
            Step(bram, at("change_place", place=self.poll.places.first().pk, **poll)),
            Step(bram, at("set_assignment")),
            Step(sanne, at("write_hand_in", **assignment), more={"action": "hand_in"}),
            Step(sanne, at("hand_in", pk=self.hand_in.pk)),
            Step(sanne, at("ask_for_support")),
            Step(bram, at("support_request", **support), only="SupportMessageForm"),
            Step(bram, at("evaluate_support", **support)),
            Step(bram, at("write_to_members")),
            Step(bram, at("member_ledger", pk=self.own.pk)),
            Step(sanne, at("evaluate")),
            Step(self.manager, at("copy_network"), more={"number": 1}),
            Step(bram, reverse("networks:grant_certificate", args=[self.ended.network.slug, self.ended.pk])),
            Step(bram, at("cancel_meeting", **coming)),
        ]

    def readers(self, text):
        """Where it is shown: for what means something in markup almost everywhere, for other texts where most is."""
        everywhere = set(text) & set("<>&{'\"")
        return [*self.main_readers(), *(self.other_readers() if everywhere else [])]

    def main_readers(self):
        sanne, bram, at = self.sanne, self.bram, self.at
        return [
            (sanne, at("space")),
            (sanne, at("meeting", pk=self.coming.pk)),
            (sanne, reverse("notifications:inbox")),
            (bram, at("support_request", pk=self.support.pk)),
        ]

    def other_readers(self):
        sanne, bram, at = self.sanne, self.bram, self.at
        return [
            (sanne, at("meetings")),
            (sanne, at("meeting", pk=self.past.pk)),
            (sanne, at("learning_questions")),
            (sanne, at("poll", pk=self.poll.pk)),
            (sanne, at("assignment", pk=self.assignment.pk)),
            (sanne, at("hand_in", pk=self.hand_in.pk)),
            (sanne, at("agreed")),
            (self.kees, at("enrol")),
            (self.request.person, at("enrol")),
            (bram, at("cockpit")),
            (bram, at("experts", pk=self.coming.pk)),
            (bram, at("sign_up_questions")),
            (bram, at("log")),
            (bram, at("request", pk=self.request.pk)),
            (bram, at("member_ledger", pk=self.own.pk)),
            (bram, at("evaluation")),
            (None, reverse("networks:guest_page", args=[self.guest.token])),
        ]
