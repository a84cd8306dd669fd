"""Lets the planned intake or progress talk of somebody have begun an hour ago; WORDS is who, before the @."""

import os

from tests.browser.intake_states import let_begin
from validation.models import GuidanceTalk

for talk in GuidanceTalk.objects.planned().filter(case__person__email__startswith=f"{os.environ['WORDS']}@"):
    let_begin(talk)
