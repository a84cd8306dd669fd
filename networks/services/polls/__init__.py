"""A poll over dates × places, from the question to the meeting (DOMAIN.md 1)."""

from networks.services.polls.deciding import decide_poll, reopen_poll
from networks.services.polls.hosting import change_place, offer_school, take_back_offer
from networks.services.polls.making import (
    NewExpert,
    NewOption,
    change_poll,
    close_poll,
    discard_poll,
    make_poll,
    open_poll,
)
from networks.services.polls.reminding import remind_and_end
from networks.services.polls.voting import Vote, vote, vote_for_expert

__all__ = [
    "NewExpert",
    "NewOption",
    "Vote",
    "change_place",
    "change_poll",
    "close_poll",
    "decide_poll",
    "discard_poll",
    "make_poll",
    "offer_school",
    "open_poll",
    "remind_and_end",
    "reopen_poll",
    "take_back_offer",
    "vote",
    "vote_for_expert",
]
