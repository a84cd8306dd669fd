"""Invented people, schools and texts with which somebody can try the platform (`manage.py demo`)."""
