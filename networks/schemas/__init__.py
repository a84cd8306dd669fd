"""What the API tells and takes of networks; one module for each feature."""
