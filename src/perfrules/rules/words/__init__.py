"""A ruleset's own words (用语)."""
