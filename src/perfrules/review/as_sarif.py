"""Findings as SARIF 2.1.0, the form in which editors and code hosts take what a checker says about files."""

from collections.abc import Iterable
from pathlib import PurePath
from urllib.parse import quote

from perfrules.diagnostics import Severity
from perfrules.evidence import Evidence, FileRecord
from perfrules.review.finding import Finding
from perfrules.review.rule import ReviewRule
from perfrules.source import CellPlace, FilePlace, Place, TextPlace

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(findings: Iterable[Finding], version: str, evidence: Evidence | None = None) -> dict[str, object]:
    """Give findings as one run. Rules that found nothing are not listed; a waived finding is marked as suppressed.

    The files that the evidence names become artifacts with their hashes; all of it stands among the run's properties.

    >>> as_sarif([], "0.1.0")["version"]
    '2.1.0'
    """
    found = list(findings)
    rules = {each.rule.id: each.rule for each in found}
    places = {id: place for place, id in enumerate(rules)}
    driver = {
        "name": "perfrules",
        "version": version,
        "language": "zh-CN",
        "rules": [_rule(each) for each in rules.values()],
    }
    results = [_result(each, places[each.rule.id]) for each in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if evidence is not None:
        run["artifacts"] = [_artifact(file) for file in dict.fromkeys((*evidence.ruleset, *evidence.inputs))]
        run["properties"] = {"evidence": evidence.to_dict()}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _artifact(file: FileRecord) -> dict[str, object]:
    return {"location": {"uri": quote(file.name)}, "hashes": {"sha-256": file.sha256}}


def _rule(rule: ReviewRule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.reason or rule.name},
        "help": {"text": f"依据：{rule.basis}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, place: int) -> dict[str, object]:
    location: dict[str, object] = {
        "logicalLocations": [{"name": finding.subject, "fullyQualifiedName": f"{finding.table}/{finding.subject}"}]
    }
    if finding.labels:
        location["physicalLocation"] = _physical(finding.labels[0].place)
    result: dict[str, object] = {
        "ruleId": finding.rule.id,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
    }
    if finding.waiver is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": finding.waiver.reason}]
    return result


def _physical(place: Place) -> dict[str, object]:
    match place:
        case TextPlace(source, span):
            line, column = source.line_column(span.start)
            end_line, end_column = source.line_column(span.end)
            region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
            return {"artifactLocation": {"uri": _uri(source.name)}, "region": region}
        case CellPlace(file, _, row, column):
            return {"artifactLocation": {"uri": _uri(file)}, "region": {"startLine": row, "startColumn": column}}
        case FilePlace(file):
            return {"artifactLocation": {"uri": _uri(file)}}


def _uri(name: str) -> str:
    """Give a path as a relative reference; what is read from a stream has only a name."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
