"""Trials (试算) as text."""
