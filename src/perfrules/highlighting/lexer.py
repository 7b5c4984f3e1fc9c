"""The description as a Pygments lexer, for documents."""

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Text, string_to_tokentype

from perfrules.highlighting.blocks import description
from perfrules.highlighting.description import Groups, Match, Region, Scope

_Rule = tuple[Any, ...]


def _token(scope: Scope | None) -> Any:
    return Text if scope is None else string_to_tokentype(scope.value[1])


def _groups(groups: Groups) -> Callable[..., Any]:
    return bygroups(*map(_token, groups))  # type: ignore[no-any-return] # Pygments ships no types


def _states() -> dict[str, list[_Rule]]:
    """Give the states of the lexer: the top, and one for each region."""
    states: dict[str, list[_Rule]] = {}

    def rules(names: tuple[str, ...]) -> Iterator[_Rule]:
        for name in names:
            for number, each in enumerate(description().parts[name]):
                if isinstance(each, Match):
                    yield each.pattern, _groups(each.groups)
                else:
                    yield each.begin, _groups(each.groups), state(f"{name}-{number}", each)

    def state(name: str, region: Region) -> str:
        if name not in states:
            states[name] = []
            states[name] += [(region.end, Text, "#pop"), *rules(region.inside), _rest(region.scope)]
        return name

    return {"root": [*rules(description().top), _rest(None)], **states}


def _rest(scope: Scope | None) -> _Rule:
    """Give the rule for a character that nothing else matches."""
    return r"[\s\S]", _token(scope)


class RulesLexer(RegexLexer):  # type: ignore[misc] # as above
    """A lexer of ruleset files.

    >>> from pygments import lex
    >>> [(str(kind), text) for kind, text in lex("评分办法 甲", RulesLexer())][0]
    ('Token.Keyword.Declaration', '评分办法')
    """

    name = "perfrules"
    aliases: ClassVar[list[str]] = ["perfrules", "rules"]
    filenames: ClassVar[list[str]] = ["*.rules"]
    mimetypes: ClassVar[list[str]] = ["text/x-perfrules"]
    tokens: ClassVar[dict[str, list[_Rule]]] = _states()
