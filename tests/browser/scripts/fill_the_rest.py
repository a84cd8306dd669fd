"""Fills everything that the first theme of somebody needs; WORDS is who, before the @."""

import os

from tests.validation.portfolios import fill
from validation.models import CaseTheme

of_person = CaseTheme.objects.filter(case__person__email__startswith=f"{os.environ['WORDS']}@")
fill(of_person.select_related("theme", "case__version__programme", "case__person").first())
