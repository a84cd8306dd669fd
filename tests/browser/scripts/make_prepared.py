"""Makes three people who each prepared the own conversation; WORDS is how their addresses begin, before a number."""

import os

from tests.browser.dialogue_states import OF_THE_JOURNEY, prepared_people

prepared_people(os.environ["WORDS"], OF_THE_JOURNEY)
