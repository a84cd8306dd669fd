from datetime import timedelta
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = _("Networks")

    def ready(self) -> None:
        from accounts import erasure, export, me, photos, tabs
        from core import page_cache, periodic
        from networks import (
            acquaintance,
            attention,
            closing,
            evaluators,
            guest_mail,
            hanging,
            holidays,
            news,
            personal,
            public_pages,
            rooms,
            rules,
            searchable,
            services,
            signals,
            watching,
        )
        from networks.models import Poll
        from networks.schemas.enrolments import OwnNetwork
        from networks.services import assignments, erasing, passes
        from notifications import holidays as mail_holidays
        from notifications import kinds

        for kind in news.KINDS:
            kinds.register(kind)
        mail_holidays.register(holidays.CALENDAR)
        page_cache.unseen(*public_pages.UNSEEN)
        page_cache.register_deadlines(public_pages.next_deadline)
        evaluators.register_all()
        rules.register_all()
        closing.register_all()
        hanging.register_all()
        for key, watcher in watching.WATCHERS.items():
            attention.register(key, watcher)
        attention.register_matters("networks", watching.matters)
        searchable.register_all()
        me.register("networks", list[OwnNetwork], personal.own_networks)
        erasure.register("networks", erasing.forget)
        erasure.register_hold(erasing.hold)
        photos.register_viewers(acquaintance.stands_on_an_announcement)
        photos.register_viewers(acquaintance.share_a_network)
        erasure.register_obstacles(erasing.networks_left_alone)
        export.register("networks", personal.exported)
        export.register("assignments", personal.exported_work)
        export.register("support", personal.exported_support)
        export.register("meeting_materials", personal.exported_materials)
        export.register("polls", personal.exported_polls)
        export.register("actions", personal.exported_actions)
        export.register("network_interests", personal.exported_interests)
        export.register("network_log", personal.exported_log)
        rooms.register(rooms.Room(key="space", label=_("Overview"), url_name="networks:space", icon="home", order=10))
        tabs.register(tabs.Tab(_("Calendar"), "networks:own_calendar", 35))
        periodic.register("offers", every=timedelta(minutes=1), run=services.end_offers)
        periodic.register("polls", every=timedelta(minutes=5), run=services.remind_and_end)
        periodic.register("interests", every=timedelta(minutes=5), run=services.tell_interested)
        periodic.register("assignment_reminders", every=timedelta(hours=1), run=assignments.remind)
        periodic.register("evaluation_reminders", every=timedelta(hours=1), run=services.remind_to_evaluate)
        periodic.register("obligations", every=timedelta(minutes=10), run=services.tell_changes)
        periodic.register("old_passes", every=timedelta(days=1), run=passes.forget_old_passes)
        periodic.register("guest_mails", every=timedelta(minutes=1), run=guest_mail.send_due)
        signals.membership_started.connect(_revise_for_joiner, dispatch_uid="networks.calendars")
        signals.membership_ended.connect(_revise_for_leaver, dispatch_uid="networks.calendars")
        signals.membership_ended.connect(_end_visits, dispatch_uid="networks.guests")
        rooms.register(
            rooms.Room(key="meetings", label=_("Meetings"), url_name="networks:meetings", icon="calendar", order=20)
        )
        rooms.register(
            rooms.Room(
                key="polls",
                label=_("Polls"),
                url_name="networks:polls",
                icon="check",
                order=25,
                waiting=Poll.objects.waiting_for,
            )
        )
        rooms.register(
            rooms.Room(
                key="assignments", label=_("Assignments"), url_name="networks:assignments", icon="file", order=30
            )
        )
        rooms.register(
            rooms.Room(key="support", label=_("Support"), url_name="networks:support", icon="help", order=70)
        )
        rooms.register(
            rooms.Room(
                key="cockpit",
                label=_("Facilitation"),
                url_name="networks:cockpit",
                icon="users",
                permission="networks.facilitate",
                order=90,
            )
        )


def _end_visits(network: Any, person: Any, **kwargs: Any) -> None:
    from networks.services.guests import withdraw_guests_of

    withdraw_guests_of(network=network, person=person)


def _revise_for_joiner(network: Any, person: Any, **kwargs: Any) -> None:
    from networks.services.calendars import revise_for_joiner

    revise_for_joiner(network, person)


def _revise_for_leaver(network: Any, **kwargs: Any) -> None:
    from networks.services.calendars import revise_coming

    revise_coming(network)
