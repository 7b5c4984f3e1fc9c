"""Reading the files that people fill in."""
