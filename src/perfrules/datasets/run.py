"""Evaluates a dataset: reads it, judges and scores it, writes what it came to, and sums it up."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import attrs
import pyarrow as pa

from perfrules.columnar import ADDED, FIELDS, Evaluator
from perfrules.columnar.results import plain
from perfrules.columnar.streams import batches as evaluated
from perfrules.datasets.assembling import SUFFIXES, assemble
from perfrules.datasets.counting import Counting
from perfrules.datasets.dataset import Dataset
from perfrules.datasets.manifest import Manifest, continued, load_manifest, manifest_of
from perfrules.datasets.parts import ROWS_PER_PART, done, remove, written
from perfrules.datasets.reading import batches
from perfrules.datasets.summary import Summary
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import Evidence
from perfrules.evidence.program import program_version, shipped_texts
from perfrules.ruleset import Ruleset, authority_of
from perfrules.source import FilePlace
from perfrules.surveying.fields import fields_of

OnRows = Callable[[int], object]
"""What is told how many rows more are done."""


def evaluate_dataset(
    dataset: Dataset,
    ruleset: Ruleset,
    *,
    scheme: str | None = None,
    given: Mapping[str, str] | None = None,
    output: Path | None = None,
    on_rows: OnRows = lambda rows: None,
    rows_per_part: int = ROWS_PER_PART,
) -> Summary:
    """Judge and score every row, in memory that does not grow with them, and give the sums.

    `output` is a file (`SUFFIXES`) or a folder for the rows with what they came to, None where only the sums are
    wanted. The rows are written in parts; what broke off goes on behind the last whole one when it is called again.
    `given` says which column holds which field, `on_rows` is told of the rows that are done.

    Raises:
        PerfRulesError: A column is missing, the data are damaged, or the results cannot be written.
    """
    names = fields_of(dataset.schema, given or {})
    judged = {field: name for field, name in names.items() if field in FIELDS}
    work = _Work(dataset, Evaluator(ruleset, scheme, judged), Counting(names), on_rows)
    manifest = work.sums_only() if output is None else work.write(output, rows_per_part)
    authorities = () if scheme is None else (authority_of(ruleset.scheme(scheme)),)
    inputs = tuple(each.record for each in manifest.inputs)
    return attrs.evolve(
        work.counting.summary(),
        evidence=Evidence(ruleset.files, inputs, authorities),
        diagnostics=tuple(_replaced(dataset)),
    )


def _replaced(dataset: Dataset) -> Iterator[Diagnostic]:
    """Say which columns of the data have the names of results, as the results of a former evaluation have."""
    if names := [name for name in dataset.schema.names if name in ADDED.names]:
        yield Diagnostic.of(Code.COLUMNS_REPLACED, Label(FilePlace(dataset.name)), names="、".join(names))


@attrs.frozen
class _Work:
    dataset: Dataset
    evaluator: Evaluator
    counting: Counting
    on_rows: OnRows

    def sums_only(self) -> Manifest:
        for batch in evaluated(batches(self.dataset), self.evaluator):
            self._count(batch)
        return manifest_of(self.dataset, self._settings(), 0, None)

    def write(self, output: Path, rows_per_part: int) -> Manifest:
        is_file = output.suffix.lower() in SUFFIXES
        folder = output.with_name(f"{output.name}.parts") if is_file else output
        known = load_manifest(folder)
        manifest = continued(folder, manifest_of(self.dataset, self._settings(), rows_per_part, known), known)
        schema = self._schema()
        for batch in done(folder, manifest):
            self._count(batch)
        if not manifest.is_complete:
            rest = evaluated(batches(self.dataset, manifest.rows), self.evaluator)
            for batch in written(folder, manifest, map(plain, rest), schema):
                self._count(batch)
        if is_file:
            manifest = load_manifest(folder) or manifest
            assemble(output, done(folder, manifest), schema)
            remove(folder, manifest)
        return manifest

    def _count(self, batch: pa.RecordBatch) -> None:
        self.counting.add(batch)
        self.on_rows(batch.num_rows)

    def _settings(self) -> dict[str, str]:
        ruleset = self.evaluator.ruleset
        return {
            "scheme": self.evaluator.scheme or "",
            "columns": json.dumps(self.evaluator.columns, ensure_ascii=False, sort_keys=True),
            "rules": " ".join(sorted(each.sha256 for each in ruleset.files)),
            "program": program_version(),
            "texts": shipped_texts(),
        }

    def _schema(self) -> pa.Schema:
        nothing = pa.RecordBatch.from_pylist([], schema=self.dataset.schema)
        return plain(self.evaluator.batch(nothing)).schema
