"""The order of the menu, by the jobs that people do; Wagtail's own pages, images and settings follow."""

from enum import IntEnum


class Job(IntEnum):
    NETWORKS = 10
    LIBRARY = 20
    VALIDATION = 30
    DEVELOPMENT = 40
    PEOPLE_AND_SCHOOLS = 50


# Hooks by which a viewset gets a line in the menu of another app.
NETWORKS_MENU = "register_networks_menu_item"
LIBRARY_MENU = "register_library_menu_item"
PEOPLE_MENU = "register_people_menu_item"
