"""The keywords of practices: preferred words that editors keep, and other words for the same (docs/library.md)."""
