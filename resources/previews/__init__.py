"""Materials shown before they are fetched: small pictures, and cards of videos (docs/library.md)."""
