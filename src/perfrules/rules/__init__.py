"""Ruleset files: text to goal tables and schemes."""

from perfrules.rules.choosing import choose_scheme
from perfrules.rules.content import RulesetContent, read_ruleset, read_rulesets
from perfrules.rules.files import load_files
from perfrules.rules.formula import parse_formula
from perfrules.rules.shipped import shipped_scheme, shipped_schemes
from perfrules.rules.shipped_methods import shipped_method, shipped_methods
from perfrules.rules.variants import variants_of

__all__ = [
    "RulesetContent",
    "choose_scheme",
    "load_files",
    "parse_formula",
    "read_ruleset",
    "read_rulesets",
    "shipped_method",
    "shipped_methods",
    "shipped_scheme",
    "shipped_schemes",
    "variants_of",
]
