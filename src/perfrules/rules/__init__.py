"""Ruleset files: text to goal tables, schemes and review rules."""

from perfrules.rules.choosing import choose_scheme
from perfrules.rules.content import RulesetContent, read_ruleset, read_rulesets
from perfrules.rules.files import load_files
from perfrules.rules.formula import parse_formula
from perfrules.rules.review_blocks import ReviewContent
from perfrules.rules.review_examples import ExampleResult, lacking_examples, try_examples
from perfrules.rules.shipped import shipped_scheme, shipped_schemes
from perfrules.rules.shipped_methods import shipped_method, shipped_methods
from perfrules.rules.shipped_review import shipped_review
from perfrules.rules.variants import variants_of

__all__ = [
    "ExampleResult",
    "ReviewContent",
    "RulesetContent",
    "choose_scheme",
    "lacking_examples",
    "load_files",
    "parse_formula",
    "read_ruleset",
    "read_rulesets",
    "shipped_method",
    "shipped_methods",
    "shipped_review",
    "shipped_scheme",
    "shipped_schemes",
    "try_examples",
    "variants_of",
]
