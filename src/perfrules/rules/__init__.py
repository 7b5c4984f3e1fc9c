"""Ruleset files: text to goal tables, schemes and review rules."""

from perfrules.rules.content import RulesetContent, read_ruleset, read_rulesets
from perfrules.rules.files import load_files
from perfrules.rules.methods.shipped import shipped_method, shipped_methods
from perfrules.rules.reviewing.blocks import ReviewContent
from perfrules.rules.reviewing.examples import ExampleResult, lacking_examples, try_examples
from perfrules.rules.reviewing.shipped import shipped_review
from perfrules.rules.schemes.choosing import choose_scheme
from perfrules.rules.schemes.shipped import shipped_scheme, shipped_schemes
from perfrules.rules.schemes.variants import variants_of
from perfrules.rules.text.formula import parse_formula

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
