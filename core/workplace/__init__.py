"""What the apps share to fill the editors' workplace, Wagtail's /admin/: menus, panels, reports and exports."""
