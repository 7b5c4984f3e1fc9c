"""`perfrules evaluate big.parquet`: millions of lines in columns, judged and scored as they stream by."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from perfrules.cli.exit_codes import FINDINGS, FINE
from perfrules.cli.output import print_json, refuse_inputs, say_written
from perfrules.cli.waiting import Waiting
from perfrules.datasets.assembling import SUFFIXES
from perfrules.datasets.reading import open_dataset
from perfrules.datasets.run import evaluate_dataset
from perfrules.datasets.summary import Summary
from perfrules.datasets.summary_texts import to_csv, to_markdown
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError, Severity
from perfrules.ruleset import load
from perfrules.source import FilePlace
from perfrules.surveying.fields import given_fields


def run(data: str, rules: Sequence[str], options: argparse.Namespace) -> int:
    """Evaluate, write the lines where that is wanted, and print the sums."""
    output = _output(options.output, data)
    with Waiting() as waiting:
        waiting.now("读规则")
        ruleset = load(*rules)
        if errors := [each for each in ruleset.diagnostics if each.severity is Severity.ERROR]:
            raise PerfRulesError(*errors)
        waiting.now("看有哪些列")
        dataset = open_dataset(data)
        waiting.now("判断和打分", dataset.rows)
        given = given_fields(options.columns)
        summary = evaluate_dataset(
            dataset, ruleset, scheme=options.scheme, given=given, output=output, on_rows=waiting.step
        )
    if output is not None:
        say_written(str(output))
    _give(summary, options)
    for diagnostic in (*ruleset.diagnostics, *summary.diagnostics):
        print(diagnostic, file=sys.stderr)
    return FINE if summary.is_clean else FINDINGS


def _output(name: str | None, data: str) -> Path | None:
    """Say what to write: a file, or a folder.

    Raises:
        PerfRulesError: The name ends as no file does that can be written, or it is the input.
    """
    if name is None:
        return None
    output = Path(name)
    if output.suffix and output.suffix.lower() not in SUFFIXES and not output.is_dir():
        known = "、".join(SUFFIXES)
        raise PerfRulesError(Diagnostic.of(Code.RESULT_SUFFIX_UNKNOWN, file=name, known=known))
    refuse_inputs(name, [data])
    if Path(data).is_dir() and output.resolve().is_relative_to(Path(data).resolve()):
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_IS_INPUT, Label(FilePlace(name))))
    return output


def _give(summary: Summary, options: argparse.Namespace) -> None:
    match options.format:
        case "json":
            print_json(summary.to_dict(), indent=2)
        case "csv":
            print(to_csv(summary), end="")
        case "md":
            print(to_markdown(summary), end="")
        case _:
            from perfrules.cli.summary_terminal import print_summary  # noqa: PLC0415 - rich is only for people

            print_summary(summary)
