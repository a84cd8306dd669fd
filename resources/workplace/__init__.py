"""The editors' workplace: the library by state, what waits for review, tags. Registered in resources.wagtail_hooks."""
