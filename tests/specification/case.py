"""A row on its way through perfrules: what it gives, and each stage computed when a column asks for it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import attrs

from perfrules import evaluation, targets
from perfrules.diagnostics import Diagnostic
from perfrules.evaluation import Outcome
from perfrules.targets import Target

_CONTEXT = {
    "符号": "sign",
    "单位": "unit",
    "方向": "direction",
    "指标名称": "name",
    "一级指标": "category",
    "二级指标": "subcategory",
    "依据": "basis",
}


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
        return context

    @cached_property
    def target(self) -> Target:
        """What 指标值 asks for."""
        return targets.parse(self.given["指标值"], **self.context)

    @cached_property
    def outcome(self) -> Outcome:
        """Whether 实际值 meets it."""
        return evaluation.check(
            self.given["指标值"], self.given["实际值"], baseline=self.given.get("上年值"), **self.context
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The messages of the last stage that the row goes through."""
        return self.outcome.diagnostics if "实际值" in self.given else self.target.diagnostics
