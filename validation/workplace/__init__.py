"""Validation in the workplace: programmes and their versions, who does what, and the cases."""
