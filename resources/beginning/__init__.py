"""Beginning a practice with what one has: a learning question or what was handed in (docs/library.md)."""
