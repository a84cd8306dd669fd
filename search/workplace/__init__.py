"""The editors' workplace: what visitors looked for in vain. Registered in search.wagtail_hooks."""
