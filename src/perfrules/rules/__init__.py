"""Ruleset files: text to goal tables and schemes."""
