"""What the API takes and gives about validation."""
