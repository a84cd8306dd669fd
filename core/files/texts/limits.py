"""How much is read of one document."""

SECONDS = 20
MEMORY = 768 * 1024 * 1024  # bytes
MOST_CHARACTERS = 50_000
MOST_PAGES = 300
MOST_SHEETS = 300  # slides, sheets and other parts of one archive
MOST_UNPACKED = 40 * 1024 * 1024  # bytes
