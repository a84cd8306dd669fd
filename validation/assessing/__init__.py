"""Assessing what was handed in: who fits as an assessor, and what assessments say beside each other."""
