"""Texts coloured by the Pygments lexer, and the ruleset files of this project."""

from pathlib import Path

from pygments.token import string_to_tokentype

from guards.checkout import ROOT, project_files
from perfrules.highlighting.description import Scope
from perfrules.highlighting.lexer import RulesLexer

EXTENSION = ROOT / "docs" / "editors" / "vscode"
GRAMMAR = EXTENSION / "syntaxes" / "perfrules.tmLanguage.json"
RULES = sorted(path for path in project_files() if path.suffix == ".rules")

_SCOPES = {string_to_tokentype(scope.value[1]): scope for scope in Scope}


def scopes(text: str) -> list[Scope | None]:
    """Give what each character of a text is."""
    tokens = RulesLexer().get_tokens_unprocessed(text)
    return [_SCOPES.get(kind) for _, kind, stretch in tokens for _ in stretch]


def stretches(text: str) -> list[tuple[str, Scope]]:
    """Give the coloured stretches of a text."""
    found: list[tuple[str, Scope]] = []
    former: Scope | None = None
    for character, scope in zip(text, scopes(text), strict=True):
        if scope is not None and scope is former:
            found[-1] = (found[-1][0] + character, scope)
        elif scope is not None:
            found.append((character, scope))
        former = scope
    return found


def text_of(path: Path) -> str:
    """Read a ruleset file."""
    return path.read_text("utf-8")
