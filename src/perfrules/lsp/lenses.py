"""Buttons above schemes, methods and rules that run their examples, with what came of them."""

from collections.abc import Iterator, Mapping

import attrs
from lsprotocol import types

from perfrules.diagnostics import Diagnostic
from perfrules.lsp.document import Document
from perfrules.lsp.inside import keyword_of
from perfrules.lsp.protocol import range_of
from perfrules.lsp.reading import Reading
from perfrules.monitoring import try_method
from perfrules.rules import choose_scheme, try_examples
from perfrules.rules.methods.methods import KEYWORD as METHOD
from perfrules.rules.reviewing.rules import KEYWORD as RULE
from perfrules.rules.schemes.scheme import KEYWORD as SCHEME
from perfrules.rules.trials.trials import KEYWORD as TRIAL
from perfrules.trials import try_scheme

COMMAND = "perfrules.runExamples"
_TRIED = (SCHEME, METHOD, RULE, TRIAL)


@attrs.frozen
class Tried:
    """How many examples of a block were run, and what came out differently."""

    count: int = 0
    differences: tuple[Diagnostic, ...] = ()

    @property
    def summary(self) -> str:
        """What came of it, in a few words."""
        if not self.count:
            return "没有试算"
        return f"✗ {self.count}例，{len(self.differences)}处不符" if self.differences else f"✓ {self.count}例全部相符"


def lenses(document: Document, uri: str) -> list[types.CodeLens]:
    """Give a button for each block that can have examples; what it says is worked out when it is shown."""
    return list(_lenses(document, uri))


def _lenses(document: Document, uri: str) -> Iterator[types.CodeLens]:
    for entry in document.blocks:
        number = document.line_number(entry.place.source)
        if keyword_of(entry.line) in _TRIED and number is not None:
            where = range_of(document.within(number, *entry.place.span))
            yield types.CodeLens(where, data={"uri": uri, "line": number})


def with_command(lens: types.CodeLens, tried: Tried) -> types.CodeLens:
    """Give a button with what came of its examples on it; pressing it runs them again and shows what differs."""
    data = lens.data if isinstance(lens.data, Mapping) else {}
    command = types.Command(tried.summary, COMMAND, arguments=[data.get("uri"), data.get("line")])
    return types.CodeLens(lens.range, command, lens.data)


def tried_at(reading: Reading, document: Document, number: int) -> Tried:
    """Run the examples of the block that begins at a line, those in other files of the ruleset too."""
    block = next((each for each in document.blocks if document.line_number(each.place.source) == number), None)
    content = reading.content
    keyword = "" if block is None else keyword_of(block.line)
    if block is None or keyword not in _TRIED:
        return Tried()
    if keyword == RULE:
        rules = [each for each in content.review.rules if each.place == block.place]
        examples = [each for each in content.review.examples if each.rule in {rule.id for rule in rules}]
        results = list(try_examples(rules, examples, content.language))
        return Tried(len(results), tuple(difference for each in results for difference in each.diagnostics))
    if keyword == METHOD:
        methods = [each for each in content.methods if each.place == block.place]
        found = [try_method(method, content.method_trials) for method in methods]
        return Tried(sum(len(each.cases) for each in found), tuple(each for one in found for each in one.differences))
    trials = [each for each in content.trials if keyword == SCHEME or each.place == block.place]
    own = [each for each in content.schemes if each.place == block.place]
    asked = (choose_scheme(content.schemes, each.scheme, None) for each in trials if keyword == TRIAL)
    tried = [try_scheme(scheme, trials) for scheme in (*own, *asked) if scheme is not None]
    return Tried(sum(len(each.results) for each in tried), tuple(each for one in tried for each in one.differences))
