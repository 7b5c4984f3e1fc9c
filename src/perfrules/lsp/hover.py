"""What an editor shows about what one points at: a target in words, a code's page, a scheme, a parameter."""

from collections.abc import Iterator

from perfrules.data import read_text
from perfrules.diagnostics import Code
from perfrules.explaining.trying import try_samples
from perfrules.lsp.document import Document, Spot, Stretch
from perfrules.lsp.reading import Reading
from perfrules.report.wording import decimal_text, range_text
from perfrules.rules.tables.indicators import target_and_columns
from perfrules.scoring import divide_weights
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
    return None


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


def code_page(code: Code) -> str:
    """Give the page of a code."""
    return read_text(f"docs/diagnostics/{code.id}.md")
