"""Trials (试算) of a monitoring method: lines that give what was reported by a day, and say which light must stand."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.monitoring.execution import follow_execution
from perfrules.monitoring.judge import judge
from perfrules.monitoring.light import Light
from perfrules.monitoring.method import Method
from perfrules.monitoring.stand import stand
from perfrules.source import Place
from perfrules.tables import GoalTable, Indicator, ReportedActual, ReportedSpending


@attrs.frozen
class LightCase:
    """An indicator, or the budget of a table, on a day, with the light that must stand by the method of a name.

    `explained` says whether the deviation has to be explained; None where the case does not ask.
    """

    method: str
    subject: Indicator | GoalTable
    as_of: date
    light: Light
    reported: ReportedActual | None = None
    spending: ReportedSpending | None = None
    explained: bool | None = None
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def title(self) -> str:
        """What a message calls the case."""
        if isinstance(self.subject, GoalTable):
            spent = self.spending.spent if self.spending else None
            return f"预算执行：预算{self.subject.budget.total or '未填'}，执行{spent or '未填'}"
        actual = self.reported.actual.text if self.reported else ""
        return f"{self.subject.name}：{self.subject.target.text or '未设定'}，实际{actual or '未填'}"


@attrs.frozen
class MethodTrials:
    """The trials of one method, with a message for each expectation that was not met."""

    method: Method
    cases: tuple[LightCase, ...]
    differences: tuple[Diagnostic, ...]

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {"name": self.method.name, "count": len(self.cases)}


def try_method(method: Method, cases: Iterable[LightCase]) -> MethodTrials:
    """Run the cases that are about a method.

    >>> from perfrules.targets import parse
    >>> case = LightCase("空的办法", Indicator("例", parse("≥60家")), date(2023, 7, 31), Light.GREEN)
    >>> print(try_method(Method("空的办法"), (case,)).differences[0].message)
    试算“例：≥60家，实际未填”的灯号应为绿，按监控办法“空的办法”得到无法判断。请核对是试算写错了，还是监控办法写错了。
    """
    own = tuple(case for case in cases if case.method == method.name)
    return MethodTrials(method, own, tuple(each for case in own for each in _differences(case, method)))


def _differences(case: LightCase, method: Method) -> Iterator[Diagnostic]:
    light, explained = _found(case, method)
    pairs = [("灯号", case.light.value, light.value)]
    if case.explained is not None:
        pairs.append(("要说明", _answer(case.explained), _answer(explained)))
    labels = [] if case.place is None else [Label(case.place)]
    for what, expected, found in pairs:
        if expected != found:
            parts = {"case": case.title, "what": what, "expected": expected, "found": found, "method": method.name}
            yield Diagnostic.of(Code.METHOD_TRIAL_DIFFERS, *labels, **parts)


def _found(case: LightCase, method: Method) -> tuple[Light, bool]:
    if isinstance(case.subject, GoalTable):
        return follow_execution(case.subject, case.spending, case.as_of, method).light, False
    line = judge(stand(case.subject, case.reported, case.as_of, method, {}), method)
    return line.light, bool(line.explanation)


def _answer(answer: bool) -> str:
    return "是" if answer else "否"
