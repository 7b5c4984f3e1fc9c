"""The description as a TextMate grammar, which VS Code, the IDEs of JetBrains and others read."""

import json

from perfrules.highlighting.blocks import description
from perfrules.highlighting.description import Groups, Match, Region, Scope

_SUFFIX = "perfrules"
_Json = dict[str, object]


def grammar_text() -> str:
    """Give the grammar as the text of its file.

    >>> grammar_text().splitlines()[1]
    '  "scopeName": "source.perfrules",'
    """
    whole = description()
    grammar = {
        "scopeName": f"source.{_SUFFIX}",
        "name": "perfrules",
        "information_for_contributors": ["made by: python -m perfrules.highlighting"],
        "patterns": [_include(name) for name in whole.top],
        "repository": {name: {"patterns": [_rule(each) for each in part]} for name, part in whole.parts.items()},
    }
    return json.dumps(grammar, ensure_ascii=False, indent=2) + "\n"


def _rule(each: Match | Region) -> _Json:
    if isinstance(each, Match):
        return {"match": _oniguruma(each.pattern), **_captures("captures", each.groups)}
    named: _Json = {} if each.scope is None else {"contentName": _name(each.scope)}
    return {
        "begin": _oniguruma(each.begin),
        **_captures("beginCaptures", each.groups),
        "end": _oniguruma(each.end),
        **named,
        "patterns": [_include(name) for name in each.inside],
    }


def _captures(key: str, groups: Groups) -> _Json:
    found = {str(number): {"name": _name(scope)} for number, scope in enumerate(groups, 1) if scope is not None}
    return {key: found} if found else {}


def _name(scope: Scope) -> str:
    return f"{scope.value[0]}.{_SUFFIX}"


def _include(name: str) -> _Json:
    return {"include": f"#{name}"}


def _oniguruma(pattern: str) -> str:
    r"""Write an expression as Oniguruma reads it: characters by their codes are `\x{3000}` there."""
    return pattern.replace(r"\u3000", r"\x{3000}")
