"""Every page has a place in the list of `tests/browser/pages.py`, which tests its looks, access and policy."""

import re

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve

from accounts.models import User
from home.demo.build import build_demo
from tests.browser.pages import PAGES
from tests.markup import inline_code

PLACEHOLDER = re.compile(r"{\w+}")
# Addresses that show no page, by why.
WITHOUT_A_PAGE = {
    "for programs": {
        "live",
        "ready",
        "metrics",
        "community_root:inbound",
        "django.contrib.sitemaps.views.sitemap",
        "robots",
        "networks_root:feed",
        "networks:feed",
        "networks:meeting_calendar",
        "validation:dialogue_calendar",
        "validation:guidance_calendar",
        "validation:talk_calendar",
        "validation_root:badge_issuer",
        "validation_root:revoked_badges",
        "validation_root:signing_key",
        "home:news_feed",
        "oai",
        "resources:feed",
        "resources:read",
        "push_worker",
    },
    "a file": {
        "wagtaildocs_serve",
        "picture",
        "accounts:download",
        "accounts:photo",
        "community:file",
        "networks:assignment_material",
        "networks:guest_material",
        "networks:hand_in_file",
        "networks:meeting_material",
        "networks:source_file",
        "networks:support_file",
        "networks:certificate_file",
        "validation:appendix_file",
        "validation:certificate_badge",
        "validation:certificate_file",
        "validation:assessed_file",
        "validation:assessed_pdf",
        "validation:evidence_file",
        "validation:export_pdf",
        "validation:export_zip",
        "resources:material",
        "resources:material_picture",
        "resources:materials_zip",
        "mfa_download_recovery_codes",
    },
    "a part of another page": {
        "community:post_cards",
        "validation:dialogue_turns",
        "validation:keep_assessment",
        "validation:keep_notes",
        "validation:keep_reflection",
        "validation:keep_section",
        "resources:keep",
        "resources:keep_step",
        "resources:suggest_tags",
        "search:suggestions",
    },
    "takes a form and leads back": {
        "accounts:end_sessions",
        "accounts:revoke_token",
        "community:accept_answer",
        "community:keep_post",
        "community:allow_founding",
        "community:answer_invitation",
        "community:follow",
        "community:withdraw_spar_request",
        "community:read_all",
        "community:restore_post",
        "community:follow_thread",
        "community:pin_thread",
        "community:react",
        "networks:accept",
        "networks:ask",
        "networks:close_assignment",
        "networks:close_poll",
        "networks:finish_action",
        "networks:reopen_action",
        "networks:confirm",
        "networks:discard_poll",
        "networks:follow",
        "networks:handle_support",
        "networks:meet_arrangement",
        "networks:move_sign_up_question",
        "networks:remove_sign_up_question",
        "networks:open_poll",
        "networks:remove_arrangement",
        "networks:reopen_assignment",
        "networks:reopen_network",
        "networks:restore_meeting",
        "networks:take_back",
        "networks:take_back_absence",
        "networks:take_back_offer",
        "networks:withdraw_expert",
        "networks:withdraw_guest",
        "networks:write_about_sign_up",
        "mfa_login_webauthn",
        "notifications:push_off",
        "notifications:push_on",
        "notifications:read",
        "resources:drop_search",
        "resources:forget_unsaved",
        "resources:leave_out_quote",
        "resources:pause_search",
        "resources:remove_coauthor",
        "resources:settle_remark",
        "resources:remove_material",
        "resources:take_off_list",
        "validation:agree_with_outcome",
        "validation:agree",
        "validation:end_look_along",
        "validation:give_turn",
        "validation:go_back",
        "validation:open_scan",
        "validation:remove_source",
        "validation:take_scan",
        "validation:remove_suitable_day",
        "validation:reply",
        "validation:to_appendices",
        "validation:unlink",
        "schools:choose",
        "schools:start",
        "schools:end",
    },
    "leads elsewhere": {"notifications:follow", "account_set_password", "wagtailcore_login"},
    "only amid signing in": {
        "account_confirm_login_code",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_reauthenticate_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
    },
    "asks for the password of a page or collection": {
        "wagtaildocs_authenticate_with_password",
        "wagtailcore_authenticate_with_password",
    },
    "shows what was changed in a published practice, which no demo has": {"resources:discard"},
}


def names(patterns, space=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if str(pattern.pattern) not in {"admin/", "api/v1/"}:
                yield from names(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif pattern.name:
            yield space + pattern.name


def test_every_page_is_in_the_list():
    listed = {resolve(PLACEHOLDER.sub("1", state.address.partition("?")[0])).view_name for state in PAGES}
    known = set(names(get_resolver().url_patterns))
    excused = set().union(*WITHOUT_A_PAGE.values())

    assert known - listed - excused == set(), "add a line to tests/browser/pages.py"
    assert (excused & listed, excused - known) == (set(), set()), "excused here, though listed or gone"


def test_each_state_has_a_name_of_its_own():
    assert len({state.name for state in PAGES}) == len(PAGES)


@pytest.fixture
def client_of(db):
    build_demo(practices_wanted=0, members=0, posts=0, seed=1)

    def browser(who):
        client = Client()
        if who != "visitor":
            client.force_login(User.objects.get(email=f"{who}@leernetwerk.example"))
        return client

    return browser


def test_no_page_holds_code_or_style_itself(client_of):
    found = {}
    for state in PAGES:
        if not PLACEHOLDER.search(state.address):
            for language in ("nl", "en"):
                page = client_of(state.who).get(state.address_in(language, {})).content.decode()
                found[f"{state} {language}"] = inline_code(page)

    assert {state: tags for state, tags in found.items() if tags} == {}
