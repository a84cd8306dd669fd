"""The dialogue of three, as pages and proposals read it; what writes it is in validation.services."""
