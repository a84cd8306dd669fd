from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(WagtailUsersAppConfig):
    """Wagtail's users, in our own listing and forms."""

    user_viewset = "accounts.workplace.people.PersonViewSet"
