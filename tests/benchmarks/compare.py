"""What perfrules costs beside its peers, in one run: run `python tests/benchmarks/compare.py`, with the extra `bench`.

The two sides of a line take turns, text by text, so that whatever else the machine does slows both alike. Times are
medians; the ratio is perfrules ÷ the other, so that below 1 perfrules is the faster one. Prints a Markdown table.
"""

import json
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from time import perf_counter_ns
from typing import Any

import attrs
import peers
from lark import Lark, UnexpectedInput

from perfrules.actuals import read_actual
from perfrules.evaluation import check, evaluate
from perfrules.syntax import STANDARD, fold, read_target
from perfrules.syntax.grammar import STARTS, grammar
from perfrules.syntax.numerals import numeral
from perfrules.syntax.parser import TrustedLexer
from perfrules.targets import parse, parse_quantity

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
"""Published cells beside the checkout; without them the cells of the specification stand in."""

COLUMNS = {
    "text": "value",
    "sign": "nature",
    "unit": "unit",
    "direction": "direction",
    "name": "name",
    "category": "level1",
    "subcategory": "level2",
    "basis": "basis",
}
"""What `parse` calls a column, and what the corpus calls it."""

ROUNDS = 9
Call = Callable[[], object]


@attrs.frozen
class Line:
    """A line of the table: the medians of both sides, in µs."""

    job: str
    other: str
    ours: float
    theirs: float

    def markdown(self) -> str:
        ratio = self.ours / self.theirs
        return f"| {self.job} | {self.other} | {self.ours:,.1f} | {self.theirs:,.1f} | {ratio:.2f} |"


def line(job: str, other: str, pairs: Iterable[tuple[Call, Call]]) -> Line:
    """Time both sides of each pair in turn, and give the medians."""
    ours, theirs = [], []
    for mine, its in pairs:
        ours.append(_time(mine))
        theirs.append(_time(its))
    return Line(job, other, statistics.median(ours), statistics.median(theirs))


def _time(call: Call) -> float:
    begin = perf_counter_ns()
    call()
    return (perf_counter_ns() - begin) / 1000


# ---- the texts


def rows() -> list[dict[str, str]]:
    """Give every row of the corpus as the keywords of `parse`, with its cell as `text`; none without a corpus."""
    if not CORPUS.is_dir():
        return []
    published = map(json.loads, (CORPUS / "targets.jsonl").read_text("utf-8").splitlines())
    return [{ours: row[theirs] or "" for ours, theirs in COLUMNS.items()} for row in published]


def cells() -> list[str]:
    """Give every distinct target cell of the corpus, or of the specification where there is no corpus."""
    if published := rows():
        return list(dict.fromkeys(row["text"] for row in published))
    sys.path.insert(0, str(Path(__file__).parents[1]))
    markdown = import_module("specification.markdown")
    chapters = sorted((Path(__file__).parents[1] / "spec").glob("0*.md"))
    tables = (table for chapter in chapters for table in markdown.read_tables(chapter.read_text("utf-8")))
    lines = (dict(zip(table.columns, row.values, strict=True)) for table in tables for row in table.rows)
    return list(dict.fromkeys(value for row in lines if (value := row.get("指标值"))))


def bare_parser() -> Callable[[str], object]:
    """Give Lark with our grammar and lexer and nothing built: the least that reading a cell can cost."""
    lark = Lark(
        grammar(STANDARD),
        parser="lalr",
        start=list(STARTS),
        maybe_placeholders=False,
        _plugins={"ContextualLexer": TrustedLexer},
    )

    def read(text: str) -> object:
        try:
            return lark.parse(text, start="target")
        except UnexpectedInput:
            return None

    return read


FORGOTTEN = (
    ("perfrules.targets.parse", "_parse"),
    ("perfrules.targets.parse", "_parse_alone"),
    ("perfrules.targets.surroundings", "surroundings"),
    ("perfrules.targets.surroundings", "polarity_of_name"),
)
"""What is remembered of a cell and of its row. What is remembered of units stays: a real table has few of them."""


def as_new(text: str, **columns: str) -> Call:
    """Give the call that reads a cell that was never read, in a row that was never seen."""
    for module, function in FORGOTTEN:
        getattr(import_module(module), function).cache_clear()
    return lambda: parse(text, **columns)  # type: ignore[arg-type]  # the corpus names them right


# ---- the lines


def lines() -> Iterator[Line]:
    """Measure everything."""
    yield from against_lark()
    yield from against_languages()
    yield from against_pint_and_cn2an()


def against_lark() -> Iterator[Line]:
    """Compare reading with the least that any reader with this grammar must do."""
    floor = bare_parser()
    texts = cells()
    read = [text for text in texts if floor(fold(text)) is not None]
    words = [text for text in texts if floor(fold(text)) is None]
    for text in texts:
        parse(text)

    def pairs(chosen: list[str], ours: Callable[[str], Call]) -> Iterator[tuple[Call, Call]]:
        for text in chosen * ROUNDS:
            folded = fold(text)
            yield ours(text), lambda folded=folded: floor(folded)  # type: ignore[misc]

    def reading(text: str) -> Call:
        return lambda: read_target(text)

    yield line(f"expression of a cell that is read ({len(read)} cells)", "bare LALR parse", pairs(read, reading))
    yield line("target of a cell that is read", "bare LALR parse", pairs(read, as_new))
    if words:
        yield line(f"target of a cell that stays words ({len(words)})", "bare LALR parse", pairs(words, as_new))
    if whole := rows() * ROUNDS:
        folded = [fold(row["text"]) for row in whole]
        taken = ((as_new(**row), _bound(floor, text)) for row, text in zip(whole, folded, strict=True))
        yield line(f"target with all columns of its row ({len(rows())})", "bare LALR parse of the cell", taken)


def against_languages() -> Iterator[Line]:
    """Compare a bound with the same inequality in the languages of rules."""
    for peer in peers.languages():
        yield from _against(peer)


def _against(peer: peers.Language) -> Iterator[Line]:
    numbers, often = range(1000, 1000 + 40 * ROUNDS), range(40 * ROUNDS)
    values = [n % 180 for n in numbers]
    rule, target, actual = peer.bound(90), parse("≥90"), read_actual("95")
    ready, given = peer.compiled(rule), peer.value(95)
    if peer.makes_ready:
        new = ((as_new(f"≥{n}"), _bound(peer.compiled, peer.bound(n))) for n in numbers)
        yield line("a new bound made ready", peer.name, new)
        again = (_bound(parse, "≥90"), _bound(peer.compiled, rule))
        yield line("a bound made ready again", peer.name, (again for _ in often))
    values_read = [(read_actual(str(n)), peer.value(n)) for n in values]
    judged = ((_bound(evaluate, target, mine), _bound(peer.judged, ready, its)) for mine, its in values_read)
    yield line("a bound judged, made ready before", peer.name, judged)
    once = (_bound(check, "≥90", "95"), lambda: peer.judged(peer.compiled(rule), given))
    yield line("from text to verdict, both seen before", peer.name, (once for _ in often))
    if peer.explained is not None:
        explained = (lambda: evaluate(target, actual).explain(), _bound(peer.explained(90), 95))
        yield line("a bound judged and explained", f"{peer.name}, with its trace", (explained for _ in often))


def against_pint_and_cn2an() -> Iterator[Line]:
    """Compare amounts with pint's, and numerals with cn2an's."""
    amount, spoken = peers.pint_amount(), peers.cn2an_numeral()
    numbers = range(1000, 1000 + 40 * ROUNDS)
    if amount is not None:
        amount("1 kilogram")
        yield line(
            "an amount (1280公斤, 1280 kilogram)",
            "pint",
            ((_bound(parse_quantity, f"{n}公斤"), _bound(amount, f"{n} kilogram")) for n in numbers),
        )
    if spoken is not None:
        texts = [_spelled(n) for n in range(100, 1000)]
        assert all(numeral(text) == Fraction(str(spoken(text))) for text in texts)
        yield line("a numeral (一百二十八)", "cn2an", ((_bound(numeral, t), _bound(spoken, t)) for t in texts))
        yield line(
            "an amount in words (一百二十八家; cn2an: only its numeral)",
            "cn2an",
            ((_bound(parse_quantity, f"{t}家"), _bound(spoken, t)) for t in texts),
        )


def _bound(call: Callable[..., object], *arguments: Any) -> Call:
    return lambda: call(*arguments)


def _spelled(number: int) -> str:
    """Write a number of three digits in characters."""
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    text = f"{digits[hundreds]}百"
    if tens:
        text += f"{digits[tens]}十"
    elif ones:
        text += "零"
    return text + (digits[ones] if ones else "")


def taken_as_they_stand() -> Iterator[str]:
    """Say how many of the cells each peer takes as a value, with nothing rewritten; the languages name no unknowns."""
    texts = cells()
    yield f"perfrules: {sum(parse(text).to_dict()['kind'] not in {'qualitative', 'blank'} for text in texts)}"
    languages = [(language.name, _evaluated(language)) for language in peers.languages() if language.reads_text]
    for name, take in (*languages, ("pint", peers.pint_amount()), ("cn2an", peers.cn2an_numeral())):
        if take is not None:
            yield f"{name}: {sum(_takes(take, text) for text in texts)}"


def _evaluated(language: peers.Language) -> Callable[[str], object]:
    return lambda text: language.judged(language.compiled(text), language.value(0))


def _takes(take: Callable[[str], object], text: str) -> bool:
    try:
        return take(text) is not None
    except Exception:  # each peer has errors of its own, and here all of them mean no
        return False


def main() -> None:
    """Print the table, and which peers took part."""
    print("| job | beside | perfrules, µs | the other, µs | ratio |\n|---|---|---:|---:|---:|")
    for each in lines():
        print(each.markdown(), flush=True)
    rust = ("zen-engine", "common-expression-language", "datalogic-py")
    names = ("lark", *rust, "maykin-json-logic-py", "rule-engine", "bkflow-feel", "cel-python", "pint", "cn2an")
    print(f"\nof {len(cells())} distinct cells, taken as they stand: {', '.join(taken_as_they_stand())}")
    print("\n" + ", ".join(f"{name} {peers.version(name)}" for name in names))


if __name__ == "__main__":
    main()
