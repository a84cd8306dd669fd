"""The editors' workplace: people, for administrators. Registered by accounts.workplace.apps."""
