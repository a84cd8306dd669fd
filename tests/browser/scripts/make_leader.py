"""Makes somebody who works at a school and began nothing; WORDS is who, before the @."""

import os

from tests.browser.intake_states import OF_THE_JOURNEY, leader

leader(os.environ["WORDS"], *OF_THE_JOURNEY)
