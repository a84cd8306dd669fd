"""The certificate of participation: its number, and its picture as an accessible PDF."""
