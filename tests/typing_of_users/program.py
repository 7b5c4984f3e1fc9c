"""A small program of a user: every public name once, with the types that it is expected to have."""

from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import perfrules as pr

FORM = "项目名称,灌区\n三级指标,指标值,实际完成值,分值,得分\n改善面积,≥58亩,60亩,10,10\n"
REPORTED = "项目名称,三级指标,实际完成值\n灌区,改善面积,60亩\n"


def readings() -> list[str]:
    target: pr.Target = pr.parse("≥90%", subcategory="质量指标")
    outcome: pr.Outcome = pr.check(target.text, "89.6%")
    actual: pr.Actual = outcome.actual
    verdict: pr.Verdict = outcome.verdict
    rate: Fraction | None = outcome.attainment
    found: tuple[pr.Found, ...] = pr.find("企业满意度大于90%。")
    message: pr.Diagnostic = pr.parse("≥%").diagnostics[0]
    code: pr.Code = message.code
    severity: pr.Severity = message.severity
    return [target.canonical, actual.text, verdict.label, str(rate), str(found[0]), code.id, severity.label]


def tables() -> list[str]:
    ruleset: pr.Ruleset = pr.read(BytesIO(FORM.encode()))
    table: pr.GoalTable = ruleset.goal_tables[0]
    indicator: pr.Indicator = table.indicators[0]
    actuals: pr.Actuals = pr.read_actuals(BytesIO(REPORTED.encode()))
    report: pr.Report = ruleset.evaluate(actuals)
    score: pr.Score = report.projects[0].lines[0].score
    scheme: pr.Scheme = report.projects[0].scheme
    evidence: pr.Evidence | None = report.evidence
    points: Fraction | None = report.score
    review: pr.Review = ruleset.review()
    findings: tuple[pr.Finding, ...] = review.findings
    progress: pr.Progress = ruleset.monitor(actuals, as_of=date(2023, 7, 31))
    audited: pr.Audit = pr.audit(BytesIO(FORM.encode()))
    difference: pr.Difference = pr.diff(ruleset, ruleset)
    budget: pr.Quantity | None = table.budget.total
    return [
        *(indicator.name, str(score), scheme.name, str(points), str(len(findings)), str(progress.is_clean)),
        *(str(audited.is_clean), str(difference.is_empty), str(budget), "" if evidence is None else evidence.mark),
    ]


def folders(path: Path) -> str:
    ruleset, _ = pr.gather(path)
    try:
        pr.load(path).scheme("没有")
    except pr.UnknownNameError as error:
        known: pr.PerfRulesError = error
        return f"{len(ruleset.diagnostics)}{known.diagnostics[0].code.id}"
    return ""


if __name__ == "__main__":
    print(*readings(), *tables(), folders(Path("没有.rules")), sep="\n")
