"""What rulesets hold, in words: schemes, monitoring methods, review rules, and indicators with what they would earn."""

from perfrules.explaining.lookup import contents, explain

__all__ = ["contents", "explain"]
