"""The editors' workplace: schools, boards and who works where. Registered in schools.wagtail_hooks."""
