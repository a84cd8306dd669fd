"""Lets all but one of those asked in a scan answer, and notes the link of that one; WORDS: who, and a file."""

import os
from pathlib import Path

from tests.validation.scans import answered
from validation.models import ScanRespondent

who, file = os.environ["WORDS"].split()
last, *others = ScanRespondent.objects.filter(scan__case__person__email__startswith=f"{who}@").order_by("-pk")
for respondent in others:
    answered(respondent, 4, strong="Luistert en vraagt door.")
Path(file).write_text(f"/360/{last.token}/")
