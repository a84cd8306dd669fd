from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        from accounts import export, tabs
        from accounts.services import own_profile

        export.register("profile", own_profile)
        two_step = (
            "mfa_activate_totp",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
        )
        for tab in (
            tabs.Tab(_("Profile"), "accounts:profile", 10),
            tabs.Tab(_("Mail addresses"), "account_email", 40),
            tabs.Tab(_("Password"), "account_change_password", 50, ("account_set_password",)),
            tabs.Tab(_("Two-step sign-in"), "mfa_index", 60, two_step),
            tabs.Tab(_("My data"), "accounts:data", 70),
            tabs.Tab(_("API tokens"), "accounts:tokens", 80),
        ):
            tabs.register(tab)
