"""The one layout of ruleset files: indentation, colons, aligned columns, blank lines. What it says stays."""

from perfrules.formatting.format import Formatted, format_source

__all__ = ["Formatted", "format_source"]
