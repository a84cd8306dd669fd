from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = _("Networks")

    def ready(self) -> None:
        from accounts import export, me
        from networks import evaluators, news, personal, rooms, searchable
        from networks.schemas.enrolments import OwnNetwork
        from notifications import kinds

        for kind in news.KINDS:
            kinds.register(kind)
        evaluators.register_all()
        searchable.register_all()
        me.register("networks", list[OwnNetwork], personal.own_networks)
        export.register("networks", personal.exported)
        rooms.register(rooms.Room(key="space", label=_("Overview"), url_name="networks:space", icon="home", order=10))
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
