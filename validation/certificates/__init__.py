"""The certificate of a theme: drawn as an accessible PDF, and signed as an Open Badge."""
