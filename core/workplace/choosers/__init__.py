"""Choosing one of many in a form of the workplace, where a list of all would be too long."""

from core.workplace.choosers.viewset import Chooser
from core.workplace.choosers.widgets import ChoiceOfOne, ChoiceOfSeveral

__all__ = ["ChoiceOfOne", "ChoiceOfSeveral", "Chooser"]
