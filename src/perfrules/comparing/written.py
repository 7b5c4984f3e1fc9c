"""A result in its JSON form becomes a side. What comes from a file is looked at before it is believed."""

from collections.abc import Callable, Mapping

from perfrules.auditing.audit import AUDIT_SCHEMA
from perfrules.comparing.looking import Data, MalformedError, objects, optional, text, value
from perfrules.comparing.side import Basis, Side, SideKind, SideTable
from perfrules.comparing.written_audit import audit_tables
from perfrules.comparing.written_progress import progress_tables
from perfrules.comparing.written_report import report_tables
from perfrules.comparing.written_review import review_tables
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.progress.as_dict import PROGRESS_SCHEMA
from perfrules.report.report import REPORT_SCHEMA
from perfrules.review.finding import REVIEW_SCHEMA
from perfrules.source import FilePlace

_FORMS: Mapping[str, tuple[SideKind, Callable[[Data], tuple[SideTable, ...]]]] = {
    REPORT_SCHEMA: (SideKind.REPORT, report_tables),
    PROGRESS_SCHEMA: (SideKind.PROGRESS, progress_tables),
    REVIEW_SCHEMA: (SideKind.REVIEW, review_tables),
    AUDIT_SCHEMA: (SideKind.AUDIT, audit_tables),
}


def side_of_json(data: object, name: str) -> Side:
    """Take a report, progress, a review or an audit, as their `to_dict` gives it, as a side.

    Raises:
        PerfRulesError: It is none of them.
    """
    schema = data.get("$schema") if isinstance(data, dict) else None
    known = schema in _FORMS if isinstance(schema, str) else False
    try:
        if not isinstance(data, dict) or not isinstance(schema, str) or not known:
            raise MalformedError("$schema")
        kind, tables = _FORMS[schema]
        return Side(name, kind, tables(data), _basis(data))
    except MalformedError as error:
        schemas = str(schema) if known else "、".join(_FORMS)
        what = Diagnostic.of(Code.REPORT_MALFORMED, Label(FilePlace(name)), part=error, schema=schemas)
        raise PerfRulesError(what) from error


def _basis(data: Data) -> Basis:
    evidence = optional(data, "evidence", dict)
    if evidence is None:
        return Basis()
    program, ruleset = value(evidence, "program", dict), value(evidence, "ruleset", dict)
    parameters = {value(each, "name", str): _parameters(each) for each in objects(evidence, "authorities")}
    version, texts = value(program, "version", str), value(program, "texts_sha256", str)
    return Basis(parameters, version, texts, text(ruleset, "sha256"), text(evidence, "as_of"))


def _parameters(authority: Data) -> Mapping[str, str]:
    parameters = value(authority, "parameters", dict)
    return {str(name): str(text) for name, text in parameters.items()}
