"""Formulas of rulesets: an expression as data, and its exact, total evaluation."""
