from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

SECURITY_PAGES = (
    "account_email",
    "account_change_password",
    "account_set_password",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "accounts:tokens",
    "accounts:sessions",
)
UNSEEN = tuple(f"accounts.User.{name}" for name in ("telephone",))


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        from django.db.models.signals import m2m_changed

        from accounts import export, photos, tabs
        from accounts.models import User
        from accounts.services import own_profile
        from accounts.workplace import language
        from core import once, page_cache

        language.connect()
        m2m_changed.connect(
            lambda **_: once.forget(), sender=User.groups.through, weak=False, dispatch_uid="accounts.groups"
        )
        export.register("profile", own_profile)
        export.register_file("photo.webp", photos.exported)
        for tab in (
            tabs.Tab(_("Profile"), "accounts:profile", 10),
            tabs.Tab(_("Signing in"), "accounts:security", 40, SECURITY_PAGES),
            tabs.Tab(_("My data"), "accounts:data", 50, ("accounts:erase",)),
        ):
            tabs.register(tab)
        page_cache.unseen("accounts.User.last_login", "accounts.User.password", "accounts.User.language", *UNSEEN)
