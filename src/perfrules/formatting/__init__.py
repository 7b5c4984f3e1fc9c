"""The one layout of ruleset files: indentation, colons, aligned columns, blank lines. What it says stays."""

from perfrules.formatting.format import Formatted, format_source
from perfrules.formatting.goal_table import goal_table_text

__all__ = ["Formatted", "format_source", "goal_table_text"]
