"""`perfrules evaluate --audit`: tables that are filled in, with every score worked out again."""

import argparse
import sys
from collections.abc import Sequence

from perfrules.auditing import Audit
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.output import print_json, write_whole
from perfrules.cli.sources import source
from perfrules.diagnostics import Severity, worst
from perfrules.ruleset import load


def run(rules: Sequence[str], files: Sequence[str], options: argparse.Namespace) -> int:
    """Audit, and print or write what was found; `rules` are files with schemes."""
    ruleset = load(*rules)
    audit = ruleset.audit([source(file) for file in files], scheme=options.scheme)
    _give(audit, options, [*rules, *files])
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst((*ruleset.diagnostics, *audit.diagnostics)) is Severity.ERROR:
        return UNUSABLE
    return FINE if audit.is_clean else FINDINGS


def _give(audit: Audit, options: argparse.Namespace, inputs: Sequence[str]) -> None:
    if options.output:
        write_whole(options.output, _text(audit, options), inputs)
    elif options.format == "json":
        print_json(audit.to_dict(), indent=2)
    elif options.format in {"csv", "html"}:
        print(_text(audit, options), end="")
    else:
        from perfrules.cli.audit_terminal import print_audit  # noqa: PLC0415 - rich is only for people

        print_audit(audit, options.detail)


def _text(audit: Audit, options: argparse.Namespace) -> str:
    match options.format:
        case "json":
            return audit.to_json() + "\n"
        case "csv":
            return audit.to_csv()
        case "html":
            return audit.to_html()
        case _:
            from perfrules.cli.audit_terminal import audit_text  # noqa: PLC0415 - rich is only for people

            return audit_text(audit, options.detail)
