"""Tables and streams of any library that speaks Arrow, looked at as a whole."""

from collections.abc import Collection, Mapping
from fractions import Fraction

import pyarrow as pa

from perfrules.columnar.streams import ArrowStream, reader_of
from perfrules.ruleset import Ruleset
from perfrules.surveying.copies import LEAST_INDICATORS, LIKENESS, copies
from perfrules.surveying.extremes import LEAST_LINES, extremes
from perfrules.surveying.fields import fields_of
from perfrules.surveying.findings import line_findings
from perfrules.surveying.lines import Lines, lines_of


def duplicates(
    data: ArrowStream,
    *,
    similarity: Fraction | str = LIKENESS,
    least: int = LEAST_INDICATORS,
    ruleset: Ruleset | None = None,
    columns: Mapping[str, str] | None = None,
) -> pa.Table:
    """Find projects whose indicators and targets are those of another project, or nearly so.

    Gives a line for each of them, as `COPIES` says. `similarity` is the share of the indicators of both, taken
    together, that has to be in both; projects with fewer than `least` indicators are like others by chance. `columns`
    and `ruleset` are those of :func:`perfrules.frame.evaluate`; the columns of the project (项目名称) and, where there
    are such, of the department and the year tell projects apart.

    Raises:
        PerfRulesError: There is no column of targets or of projects.

    >>> lines = pa.table({"项目名称": ["甲", "乙"], "三级指标": ["人数"] * 2, "指标值": ["≥50人", "不少于50人"]})
    >>> duplicates(lines, least=1).select(["project", "like_project", "identical"]).to_pylist()[1]
    {'project': '乙', 'like_project': '甲', 'identical': True}
    """
    own = Ruleset() if ruleset is None else ruleset
    lines = lines_in(data, columns, ("target", "project"))
    return copies(lines, own.language, likeness=Fraction(similarity), least=least)


def outliers(
    data: ArrowStream,
    *,
    least: int = LEAST_LINES,
    ruleset: Ruleset | None = None,
    columns: Mapping[str, str] | None = None,
) -> pa.Table:
    """Find targets that are out of all proportion to those of the same indicator (name, class, unit) in other tables.

    Gives a line for each of them, as `OUTLIERS` says; indicators that fewer than `least` lines have are not looked at.

    Raises:
        PerfRulesError: There is no column of targets or of names.

    >>> lines = pa.table({"三级指标": ["人数"] * 31, "指标值": ["≥50人"] * 30 + ["≥50万人"]})
    >>> outliers(lines).select(["row", "target", "median"]).to_pylist()
    [{'row': 30, 'target': '≥50万人', 'median': Decimal('50.0000000000')}]
    """
    own = Ruleset() if ruleset is None else ruleset
    return extremes(lines_in(data, columns, ("target", "name")), own.language, least=least)


def findings(
    data: ArrowStream, *, ruleset: Ruleset | None = None, columns: Mapping[str, str] | None = None
) -> pa.Table:
    """Review lines by the rules that a line by itself answers; each different wording once.

    Gives a line for each rule and wording that it does not hold for, as `FINDINGS` says.

    Raises:
        PerfRulesError: There is no column of targets or of names.

    >>> lines = pa.table({"三级指标": ["环境"] * 3, "指标值": ["", "", ""]})
    >>> findings(lines).select(["rule", "message", "lines"]).to_pylist()
    [{'rule': 'PR101', 'message': '“环境”没有填指标值。请填写指标值。', 'lines': 3}]
    """
    return line_findings(lines_in(data, columns, ("target", "name")), ruleset)


def lines_in(data: ArrowStream, columns: Mapping[str, str] | None, needed: Collection[str]) -> Lines:
    """Number the projects and wordings of a table or stream.

    Raises:
        PerfRulesError: A column that is needed is not there.
    """
    reader = reader_of(data)
    return lines_of(reader, fields_of(reader.schema, columns or {}, needed))
