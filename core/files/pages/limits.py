"""How much is done to draw one page."""

SECONDS = 20
MEMORY = 768 * 1024 * 1024  # bytes
SIDE = 480  # pixels
