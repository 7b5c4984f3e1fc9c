"""The command line."""

from perfrules.cli.main import main

__all__ = ["main"]
