"""What `evaluate`, `monitor` and `report` read: rulesets and office files in any mixture, and actual values."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from perfrules.cli.sources import source
from perfrules.cli.waiting import Waiting
from perfrules.source import FilePlace

if TYPE_CHECKING:
    from perfrules.ruleset import Ruleset
    from perfrules.tables import Actuals

RULES_HELP = "目标表：规则文件（.rules），Word、Excel、CSV、网页文件，或者装着它们的文件夹"
ACTUALS_HELP = "实际值表、自评表、监控表和资金表，或者装着它们的文件夹；不写就用前面的文件和文件夹里的"


def read_inputs(options: argparse.Namespace, waiting: Waiting) -> "tuple[Ruleset, Actuals]":
    """Read goal tables and what is reported against them; with --actuals, only what stands in those files counts."""
    from perfrules.readers import read_actuals  # noqa: PLC0415 - other commands need no files
    from perfrules.ruleset import files_to_gather, gather  # noqa: PLC0415

    waiting.now("读文件", sum(1 for _ in files_to_gather(options.rules)))
    ruleset, actuals = gather(*options.rules, on_file=waiting.step)
    if not options.actuals:
        return ruleset, actuals
    unread = [each for each in actuals.diagnostics if all(isinstance(label.place, FilePlace) for label in each.labels)]
    ruleset = attrs.evolve(ruleset, diagnostics=(*ruleset.diagnostics, *unread))
    files = [file for given in options.actuals for file in _files(given)]
    waiting.now("读实际值和资金", len(files))
    return ruleset, read_actuals(*map(source, waiting.each(files)), language=ruleset.language)


def inputs_of(options: argparse.Namespace) -> list[str]:
    """Name everything that is read, for what must not be written over."""
    from perfrules.ruleset import files_to_gather  # noqa: PLC0415 - as above

    return [*options.rules, *map(str, files_to_gather(options.rules)), *(options.actuals or ())]


def has_reports(options: argparse.Namespace) -> bool:
    """Whether there is any file that actual values could be in."""
    return len(inputs_of(options)) > len(options.rules)


def _files(given: str) -> list[str]:
    from perfrules.importing import office_files  # noqa: PLC0415 - as above

    return list(map(str, office_files(Path(given)))) if given != "-" and os.path.isdir(given) else [given]
