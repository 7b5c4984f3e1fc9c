"""Reports, built from values."""
