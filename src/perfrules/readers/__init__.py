"""Files that people fill in, read as reported actual values and spending."""
