"""Tests of the progress of tables during the year."""
