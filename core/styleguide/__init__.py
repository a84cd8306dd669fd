"""The living style guide: every component in all its states, drawn by the templates that the pages use."""
