"""Choosing a school or a board in a form of the workplace."""

from django.utils.translation import gettext_lazy as _

from core.workplace.choosers import Chooser
from schools.models import Board, School


class SchoolChooser(Chooser):
    model = School
    icon = "home"
    choose_one_text = _("Choose a school")
    choose_another_text = _("Choose another school")
    named_by = ("name", "place")
    details = {"brin": _("BRIN"), "board__name": _("Board")}
    needs = {"schools.add_employment"}


class BoardChooser(Chooser):
    model = Board
    icon = "group"
    choose_one_text = _("Choose a board")
    choose_another_text = _("Choose another board")
    named_by = ("name",)
    details = {"number": _("Number")}
    needs = {"schools.add_school", "schools.change_school", "schools.view_school"}


CHOOSERS = (
    SchoolChooser("choose_schools", url_prefix="choose/schools"),
    BoardChooser("choose_boards", url_prefix="choose/boards"),
)
