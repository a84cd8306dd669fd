"""Practices from elsewhere, and all of ours to take along (docs/library.md)."""
