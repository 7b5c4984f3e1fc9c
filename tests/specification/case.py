"""A row on its way through perfrules: what it gives, and each stage computed when a column asks for it."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from io import BytesIO, StringIO
from typing import Any

import attrs

from perfrules import evaluation, targets
from perfrules.auditing import Audit
from perfrules.comparing import Difference
from perfrules.diagnostics import Diagnostic
from perfrules.evaluation import Outcome
from perfrules.formatting import format_source
from perfrules.formatting.goal_table import goal_table_text
from perfrules.importing import Imported, read_goal_tables
from perfrules.monitoring import ExecutionProgress, LineProgress
from perfrules.rules import RulesetContent, read_ruleset, shipped_scheme
from perfrules.ruleset import audit
from perfrules.scoring import Scheme, Score, score, score_execution
from perfrules.source import Source
from perfrules.syntax import Language
from perfrules.tables import Indicator
from perfrules.targets import Target
from perfrules.targets.finding import Found, find
from specification.comparing import compared
from specification.following import followed, followed_money
from specification.formulas import Worked, work_out
from specification.markdown import ChapterError
from specification.matching import Paired, paired
from specification.reviewing import findings_in_shipped, findings_in_text, findings_on_cell

_CONTEXT = {
    "符号": "sign",
    "单位": "unit",
    "方向": "direction",
    "指标名称": "name",
    "一级指标": "category",
    "二级指标": "subcategory",
    "依据": "basis",
}


_LINE = {
    "一级指标": "一级指标",
    "二级指标": "二级指标",
    "符号": "计算符号",
    "指标值": "年度指标值",
    "单位": "度量单位",
    "实际值": "实际完成值",
    "分值": "分值",
    "填报得分": "得分",
    "偏差原因": "偏差原因",
}
_MONEY = {
    "全年预算数": "全年预算数",
    "全年执行数": "全年执行数",
    "分值": "分值",
    "填报执行率": "执行率",
    "填报得分": "得分",
    "偏差原因": "偏差原因",
}
"""Columns of chapters, and the headers of the form that they stand for."""


@attrs.frozen
class Case:
    """What a row gives, by column name."""

    given: Mapping[str, str]

    @cached_property
    def context(self) -> dict[str, Any]:
        """The keyword arguments that the row's context columns stand for."""
        context: dict[str, Any] = {key: self.given[name] for name, key in _CONTEXT.items() if name in self.given}
        if "年度" in self.given:
            context["year"] = int(self.given["年度"])
        if "参照" in self.given:
            parts = (part.partition("=") for part in self.given["参照"].split("；"))
            context["references"] = {name.strip(): value.strip() for name, _, value in parts}
        if "用语" in self.given:
            context["language"] = self.language
        return context

    @cached_property
    def language(self) -> Language:
        """The shipped words with those of 用语, the lines of a block without its head."""
        lines = self.given.get("用语", "").split("⏎")
        return read_ruleset(Source("用语", "\n".join(["用语 本例", *(f"  {line}" for line in lines)]))).language

    @cached_property
    def target(self) -> Target:
        """What 指标值 asks for."""
        return targets.parse(self.given["指标值"], **self.context)

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """The targets in 文字."""
        return find(self.given["文字"], year=self.context.get("year"), language=self.language)

    @cached_property
    def outcome(self) -> Outcome:
        """Whether 实际值 meets it."""
        return evaluation.check(
            self.given["指标值"], self.given["实际值"], baseline=self.given.get("上年值"), **self.context
        )

    @cached_property
    def scheme(self) -> Scheme:
        """The shipped scheme that 评分办法 names."""
        scheme = shipped_scheme(self.given["评分办法"])
        if scheme is None:
            raise ChapterError(f"没有评分办法“{self.given['评分办法']}”。请改成 rulesets 里有的。")
        return scheme

    @cached_property
    def score(self) -> Score:
        """The points of 实际值, or of the execution rate where the row gives money."""
        if "全年预算数" in self.given:
            spent, adjusted = (targets.parse_quantity(self.given[name]) for name in ("全年执行数", "全年预算数"))
            return score_execution(spent, adjusted, self.scheme)
        name, category, subcategory = (self.given.get(key, "") for key in ("指标名称", "一级指标", "二级指标"))
        indicator = Indicator(name, self.target, category, subcategory)
        judgement = Decimal(self.given["评判分"]) if "评判分" in self.given else None
        return score(self.outcome, Fraction(self.given["分值"]), self.scheme, indicator, judgement)

    @cached_property
    def followed(self) -> LineProgress:
        """How the indicator stands on the day 截至."""
        return followed(self.given, self.target)

    @cached_property
    def followed_money(self) -> ExecutionProgress:
        """How the budget stands on the day 截至."""
        return followed_money(self.given)

    @cached_property
    def ruleset(self) -> RulesetContent:
        """What 规则文件 holds; `⏎` stands for the end of a line."""
        return read_ruleset(self._ruleset_text)

    @cached_property
    def imported(self) -> Imported:
        """What 目标表, a table as a CSV file has it, is read as."""
        return read_goal_tables(BytesIO(self.given["目标表"].replace("⏎", "\n").encode()))

    @property
    def imported_text(self) -> str:
        """The goal tables that were read, as a ruleset has them, without its indents."""
        texts = (goal_table_text(table) for table in self.imported.goal_tables)
        return "⏎".join(line.strip() for text in texts for line in text.splitlines()) or "—"

    @cached_property
    def laid_out(self) -> str:
        """规则文件 in its layout, written like it."""
        return format_source(self._ruleset_text).text.removesuffix("\n").replace("\n", "⏎")

    @property
    def _ruleset_text(self) -> Source:
        return Source("规则文件", self.given["规则文件"].replace("⏎", "\n"))

    @cached_property
    def findings(self) -> list[str]:
        """The review rules that find something, about 对象 where the row names one."""
        if "规则集" in self.given:
            return findings_in_shipped(self.given)
        if "规则文件" in self.given:
            return findings_in_text(self.ruleset, self.given["对象"])
        return findings_on_cell(self.given, self.target)

    @cached_property
    def audit(self) -> Audit:
        """The audit of 自评表, or of a form with the one line that the row gives, which is then all of it."""
        return audit(BytesIO(self._form.encode()), self.given.get("评分办法"))

    @property
    def _form(self) -> str:
        if "自评表" in self.given:
            return self.given["自评表"].replace("⏎", "\n")
        name, columns = ("项目名称", _MONEY) if "全年预算数" in self.given else ("三级指标", _LINE)
        given = {header: self.given[column] for column, header in columns.items() if column in self.given}
        cells = {name: self.given.get("指标名称", "例"), **given}
        stream = StringIO()
        whole = {**dict.fromkeys(cells, ""), name: "合计", "分值": self.given.get("分值", "")}
        csv.writer(stream).writerows([cells, cells.values(), *([whole.values()] if columns is _LINE else [])])
        return stream.getvalue()

    @property
    def is_audit(self) -> bool:
        """Whether the row gives what an office filled in, to be checked."""
        return not self.given.keys().isdisjoint({"自评表", "填报得分", "填报执行率"})

    @cached_property
    def worked_out(self) -> Worked:
        """What 公式 comes to, given 已知."""
        return work_out(self.given["公式"], self.given.get("已知", ""))

    @cached_property
    def difference(self) -> Difference:
        """What changed from 原… to 现…."""
        return compared(self.given)

    @cached_property
    def paired(self) -> Paired:
        """What 所报指标 belong to."""
        return paired(self.given)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The messages of the last stage that the row goes through."""
        if not self.given.keys().isdisjoint({"所报项目", "所报指标"}):
            return self.paired.diagnostics
        if not self.given.keys().isdisjoint({"原指标值", "原规则文件", "原自评表", "输出表格"}):
            return ()  # two sides have messages of their own, which other chapters try
        if "规则文件" in self.given:
            return self.ruleset.diagnostics
        if "目标表" in self.given:
            return self.imported.diagnostics
        if self.is_audit:
            return (*self.audit.diagnostics, *self.audit.findings)
        if "公式" in self.given:
            return self.worked_out.diagnostics
        if "评分办法" in self.given:
            return self.score.diagnostics
        if "监控办法" in self.given:
            return self.followed.diagnostics
        if "文字" in self.given:
            return tuple(diagnostic for each in self.found for diagnostic in each.target.diagnostics)
        return self.outcome.diagnostics if "实际值" in self.given else self.target.diagnostics
