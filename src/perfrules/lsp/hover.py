"""What an editor shows about what one points at: a target in words, a code's page, a scheme, a parameter."""

from collections.abc import Iterable, Iterator

from perfrules.data import read_text
from perfrules.diagnostics import Code
from perfrules.explaining.method import method_lines
from perfrules.explaining.scheme import scheme_lines
from perfrules.explaining.trying import try_samples
from perfrules.lsp.document import Document, Spot, Stretch
from perfrules.lsp.names import Named, Occurrence, names_of
from perfrules.lsp.reading import Reading
from perfrules.names import comparable
from perfrules.report.wording import decimal_text, range_text
from perfrules.review import OBJECT_KINDS
from perfrules.review.page import rule_page
from perfrules.review.rule import rule_named
from perfrules.rules import choose_scheme, shipped_method, shipped_review
from perfrules.rules.tables.indicators import target_and_columns
from perfrules.scoring import divide_weights
from perfrules.scoring.audited import audited_names
from perfrules.scoring.facts import execution_names, indicator_names
from perfrules.tables import GoalTable, Indicator


def hover(reading: Reading, document: Document, spot: Spot) -> tuple[str, Stretch] | None:
    """Explain what stands at a spot, in Markdown, and say how far it goes; None where there is nothing to say."""
    number, column = document.characters(spot)
    line = document.lines[number]
    read, _ = line.read
    if read is None:
        return None
    if (found := reading.indicators.get(line.source)) is not None:
        cell = target_and_columns(read)[0].place.span
        if cell.start <= column <= cell.end:
            return "\n".join(indicator_page(reading, *found)), document.within(number, *cell)
    name = names_of(reading).at(line.source, column)
    text = None if name is None else _page(reading, name, found)
    return None if name is None or not text else (text, document.within(number, *name.span))


def _page(reading: Reading, name: Occurrence, found: tuple[GoalTable, Indicator] | None) -> str:
    """Say what a name stands for; nothing where nobody knows."""
    match name.of:
        case Named.CODE:
            code = Code.by_id(name.name)
            return "" if code is None else read_text(f"docs/diagnostics/{code.id}.md")
        case Named.REVIEW_RULE:
            rules = (*reading.content.review.rules, *shipped_review().rules)
            rule = rule_named(rules, name.name)
            return "" if rule is None else rule_page(rule)
        case Named.SCHEME | Named.FAMILY:
            scheme = choose_scheme(reading.content.schemes, name.name, None)
            return "" if scheme is None else _preformatted(scheme_lines(scheme))
        case Named.METHOD:
            own = (each for each in reading.content.methods if each.name == name.name)
            method = next(own, None) or shipped_method(name.name)
            return "" if method is None else _preformatted(method_lines(method))
        case Named.PARAMETER | Named.STEPS:
            return _parameter(reading, name)
        case Named.WORD_LIST:
            lists = (*reading.content.review.words, *shipped_review().words)
            return next((f"词表：{'、'.join(each.words)}" for each in lists if each.name == name.name), "")
        case Named.INDICATOR if found is not None:
            return "\n".join(indicator_page(reading, *found))
        case _:
            return ""


def _parameter(reading: Reading, name: Occurrence) -> str:
    """Say what a name in a formula stands for: a parameter of its block, or what rules may ask."""
    schemes = (each.parameters for each in reading.content.schemes if each.name == name.owner)
    methods = (each.parameters for each in reading.content.methods if each.name == name.owner)
    for each in (each for parameters in (*schemes, *methods) for each in parameters):
        if each.name == comparable(name.name):
            basis = f"（{each.basis}）" if each.basis else ""
            return f"参数 **{each.name}**：{each.text}{basis}"
    facts = (fact for kind in OBJECT_KINDS.values() for fact in kind.facts if fact.name == name.name)
    if _is_in_review_rule(reading, name) and (fact := next(facts, None)) is not None:
        return f"**{fact.name}**（{fact.kind}）：{fact.meaning}"
    kind = {**indicator_names(), **execution_names(), **audited_names()}.get(name.name)
    return "" if kind is None else f"**{name.name}**（{kind}）"


def _is_in_review_rule(reading: Reading, name: Occurrence) -> bool:
    """Whether a name stands in a review rule."""
    return any(name.owner.startswith(each.id) for each in reading.content.review.rules)


def _preformatted(lines: Iterable[str]) -> str:
    return "\n".join(("```text", *lines, "```"))


def indicator_page(reading: Reading, table: GoalTable, indicator: Indicator) -> Iterator[str]:
    """Give what the target of an indicator asks for, and what its scheme would give for some actual values."""
    target = indicator.target
    yield f"**{target.sentence}**"
    yield ""
    yield f"集合 `{target}`　规范写法 `{target.canonical or '（空）'}`"
    scheme = reading.ruleset.scheme_for(table)
    weight = divide_weights(table, scheme)[table.indicators.index(indicator)]
    tried = tuple(try_samples(table, indicator, scheme))
    yield ""
    by = "评分办法分的" if indicator.weight is None else "目标表写明的"
    yield f"分值 {decimal_text(weight)}分（{by}），按 {scheme.name}："
    yield ""
    if not tried:
        yield "怎样算达成要看别的资料，这里没有试算。"
        return
    yield from ("| 实际值 | 结论 | 得分 |", "|---|---|---|")
    for each in tried:
        points = range_text(each.score.low, each.score.high)
        yield f"| {each.actual} | {each.outcome.verdict.label} | {points} |"
