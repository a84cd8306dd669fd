"""What a portfolio says and whether it is complete; nothing here writes."""
