"""The editors' workplace: networks, meetings, sign-ups, announcements. Registered in networks.wagtail_hooks."""
