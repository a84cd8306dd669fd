"""What people fill in about validation."""
