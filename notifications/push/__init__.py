"""News on a phone or computer (web push): only that there is something new, and where. Off without VAPID keys."""
