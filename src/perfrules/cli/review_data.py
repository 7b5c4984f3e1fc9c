"""`perfrules review big.parquet`: many tables at once, by the wording of their targets, and beside each other."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs

from perfrules.cli.exit_codes import FINDINGS, FINE
from perfrules.cli.output import print_json, refuse_inputs, replace_text, write_whole
from perfrules.cli.waiting import Waiting
from perfrules.datasets.manifest import record_of
from perfrules.datasets.reading import batches, open_dataset
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError, Severity
from perfrules.evidence import Evidence
from perfrules.ruleset import load
from perfrules.source import FilePlace
from perfrules.surveying.fields import fields_of, given_fields
from perfrules.surveying.lines import lines_of
from perfrules.surveying.survey import Survey, survey
from perfrules.surveying.texts import COPY_COLUMNS, FINDING_COLUMNS, OUTLIER_COLUMNS, to_csv


def run(data: str, rules: Sequence[str], options: argparse.Namespace) -> int:
    """Survey the data, and print or write what was found."""
    if options.output:
        refuse_inputs(options.output, [data])
    with Waiting() as waiting:
        waiting.now("读规则")
        ruleset = load(*rules, *options.settings)
        if errors := [each for each in ruleset.diagnostics if each.severity is Severity.ERROR]:
            raise PerfRulesError(*errors)
        dataset = open_dataset(data)
        names = fields_of(dataset.schema, given_fields(options.columns), ("target", "name"))
        waiting.now("读数据", dataset.rows)
        lines = lines_of(batches(dataset), names, waiting.step)
        waiting.now("审核")
        found = survey(lines, ruleset)
        inputs = tuple(record_of(part.path) for part in dataset.parts)
    _give(attrs.evolve(found.from_level(options.level), evidence=Evidence(ruleset.files, inputs)), options)
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    return FINE if found.is_clean else FINDINGS


def _give(found: Survey, options: argparse.Namespace) -> None:
    from perfrules.cli.survey_terminal import print_survey, survey_text  # noqa: PLC0415 - rich is only for people

    match options.format:
        case "json" if options.output:
            write_whole(options.output, found.to_json() + "\n", [])
        case "json":
            print_json(found.to_dict(), indent=2)
        case "csv" if options.output and Path(options.output).suffix:
            write_whole(options.output, to_csv(found.findings, FINDING_COLUMNS), [])
        case "csv" if options.output:
            _write_tables(found, Path(options.output))
        case "csv":
            print(to_csv(found.findings, FINDING_COLUMNS), end="")
        case _ if options.output:
            write_whole(options.output, survey_text(found), [])
        case _:
            print_survey(found)


def _write_tables(found: Survey, folder: Path) -> None:
    """Write the three tables into a folder.

    Raises:
        PerfRulesError: There is something else of that name, or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_UNWRITABLE, Label(FilePlace(str(folder))), why=why)) from error
    replace_text(folder / "审核意见.csv", to_csv(found.findings, FINDING_COLUMNS))
    replace_text(folder / "相差悬殊的指标值.csv", to_csv(found.outliers, OUTLIER_COLUMNS))
    if found.copies is not None:
        replace_text(folder / "雷同的项目.csv", to_csv(found.copies, COPY_COLUMNS))
