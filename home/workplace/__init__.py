"""The first page of the editors' workplace, and who approves pages. Registered in home.wagtail_hooks."""
