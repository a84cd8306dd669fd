"""Ask everybody to accept the code of conduct again, or let everybody have accepted it: WORDS says which."""

import os

from accounts.models import User
from community.care.conduct import accept_conduct, newest_wording, word_conduct
from community.models import CodeOfConduct

if os.environ["WORDS"] == "ask":
    code = CodeOfConduct.load()
    code.text, code.asks_again = f"{code.text} Nog een afspraak.", True
    word_conduct(code=code, by=None)
else:
    for person in User.objects.filter(is_active=True):
        accept_conduct(person=person, version=newest_wording().version)
