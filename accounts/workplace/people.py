"""People in the workplace: invited, changed and closed through the services, never deleted, no password in sight."""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.users.views.users import CreateView, EditView, IndexView, UserColumn, UserFilterSet, UserViewSet

from accounts import people
from accounts.models import User
from core.access import guarded
from core.errors import DomainError
from core.workplace.access import asked_by_wagtail
from core.workplace.menu import PEOPLE_MENU

HELP = {
    "email": _("With this address the person signs in. You vouch for it: nobody needs to confirm it."),
    "language": _("Of the workplace and of mail."),
    "groups": _("What the person may do here. Participants and facilitators of a network need no group."),
    "is_active": _("Without this the person cannot sign in; open windows close within a second. Nothing is deleted."),
    "is_superuser": _("May do everything, also give this right to others."),
}


class PersonForm(forms.ModelForm):
    """`by` is who fills it in; the service checks what that person may do."""

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email", "language", "groups", "is_active", "is_superuser"]
        labels = {"first_name": _("First name"), "last_name": _("Last name"), "email": _("Mail address"),
                  "language": _("Language"), "groups": _("Groups"), "is_active": _("Account is open"),
                  "is_superuser": _("Administrator of everything")}  # fmt: skip
        help_texts = HELP
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, by: User, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["first_name"].required = self.fields["last_name"].required = True
        hidden = set() if self.instance.pk else {"is_active", "is_superuser"}
        if by == self.instance:
            hidden |= {"is_active", "is_superuser"}
        if not by.is_superuser:
            hidden.add("is_superuser")
        for name in hidden:
            del self.fields[name]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("There is already an account with this mail address."))
        return email

    def _post_clean(self) -> None:
        """The service writes; the instance stays as it is stored."""

    def save(self, commit: bool = True) -> User:
        if self.instance.pk:
            stored = people.change_person(by=self.by, person=self.instance, **self.cleaned_data)
        else:
            stored = people.invite_person(by=self.by, **self.cleaned_data)
        self.instance.__dict__.update(stored.__dict__)
        return self.instance


class PersonFilterSet(UserFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=User._meta.get_field("language").choices)


@asked_by_wagtail
class PersonIndexView(IndexView):
    page_title = _("People")
    add_item_label = _("Invite a person")
    list_export = ["name", "email", "role_names", "language", "is_active", "date_joined", "last_login"]
    export_headings = {"name": _("Name"), "email": _("Mail address"), "role_names": _("Groups")}
    export_filename = "mensen"

    @cached_property
    def columns(self) -> list[Any]:
        title = self._get_title_column_class(UserColumn)
        return [
            title("name", label=_("Name"), sort_key="name", get_url=self.get_edit_url, classname="name"),
            Column("email", label=_("Mail address"), sort_key="email"),
            Column("groups", label=_("Groups"), accessor=role_names),
            BooleanColumn("is_active", label=_("Open"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last login"), sort_key="last_login"),
        ]

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().prefetch_related("groups")

    def get_edit_url(self, instance: User) -> str | None:
        return super().get_edit_url(instance) if people.may_change(self.request.user, instance) else None

    def get_delete_url(self, instance: User) -> None:
        return None

    def to_row_dict(self, item: User) -> dict[str, Any]:
        item.role_names = role_names(item)
        return super().to_row_dict(item)


def role_names(person: User) -> str:
    return ", ".join(group.name for group in person.groups.all())


class WithServices:
    """The person who fills in the form goes along, and a refusal of the service stands above it."""

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs() | {"by": self.request.user}
        kwargs.pop("editing_self", None)
        return kwargs

    def form_valid(self, form: PersonForm) -> Any:
        try:
            return super().form_valid(form)
        except DomainError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)


@asked_by_wagtail
class InviteView(WithServices, CreateView):
    page_title = _("Invite a person")
    success_message = _("%(object)s gets a mail in which to choose a password.")


class ChangeView(WithServices, EditView):
    success_message = _("%(object)s is saved.")

    @guarded("accounts.people.may_change")
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not people.may_change(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_delete_url(self) -> None:
        return None


class PersonViewSet(UserViewSet):
    menu_label = _("People")
    menu_order = 0
    ordering = "name"
    add_to_settings_menu = False
    menu_hook = PEOPLE_MENU
    copy_view_enabled = False
    filterset_class = PersonFilterSet
    index_view_class = PersonIndexView
    add_view_class = InviteView
    edit_view_class = ChangeView
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[PersonForm]:
        return PersonForm
