"""A ruleset as its users meet it: goal tables and schemes, loaded from files, that evaluate what was reported."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from os import PathLike
from pathlib import Path, PurePath

import attrs

from perfrules.auditing import Audit, audit_tables
from perfrules.diagnostics import Code, Diagnostic, UnknownNameError
from perfrules.evidence import Authority, Evidence, FileRecord
from perfrules.filling import TemplateFile, write_form
from perfrules.importing import SUFFIXES, office_files, read_goal_tables
from perfrules.importing import gather as gather_files
from perfrules.monitoring import Method
from perfrules.progress import Progress, build_progress
from perfrules.readers import ActualsSource, SourceFile, read_actuals, read_filled
from perfrules.report import Report, build_report
from perfrules.report.matching import nearest
from perfrules.review import Review, ReviewRule, RuleSetting, configured, review
from perfrules.rules import (
    RulesetContent,
    choose_scheme,
    load_files,
    shipped_method,
    shipped_methods,
    shipped_review,
    shipped_schemes,
    variants_of,
)
from perfrules.scoring import Scheme, end_of_year
from perfrules.syntax import STANDARD, Language
from perfrules.tables import Actuals, FilledTable, FilledTables, GoalTable

DEFAULT_FAMILY = "central/mof"
"""A table that asks for no scheme gets the one of this family that is in force at the end of its year."""

DEFAULT_METHOD = "central/mof-2019-136"
"""The monitoring method where none is named: 财预〔2019〕136号."""

FilledSource = FilledTables | SourceFile | Iterable[SourceFile]
"""Tables that are filled in, or the file or files to read them from."""


@attrs.frozen(repr=False)
class Ruleset:
    """Goal tables, schemes, monitoring methods and review rules; the language of cells; what was wrong in the files.

    `files` are those that it was loaded from, as evidence.

    `language` is the shipped one with the ruleset's own words (用语); `parse`, `check` and `find` take it.
    """

    goal_tables: tuple[GoalTable, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    language: Language = STANDARD
    methods: tuple[Method, ...] = ()
    review_rules: tuple[ReviewRule, ...] = ()
    review_settings: tuple[RuleSetting, ...] = ()
    files: tuple[FileRecord, ...] = ()

    def review(self, last_year: "Ruleset | None" = None, settings: Iterable[RuleSetting] = ()) -> Review:
        """Look for what is wrong or doubtful in the goal tables, by the shipped rules and those of this ruleset.

        A rule of this ruleset replaces the shipped one with its id. `last_year` is the ruleset with the tables of the
        year before; `settings` are applied after those of this ruleset.

        >>> Ruleset().review().findings
        ()
        """
        rules = {rule.id: rule for rule in (*shipped_review().rules, *self.review_rules)}
        chosen = configured(tuple(rules.values()), (*self.review_settings, *settings))
        former = () if last_year is None else last_year.goal_tables
        found = review(chosen.rules, self.goal_tables, former, chosen.off)
        evidence = self._evidence(() if last_year is None else last_year.files, years=_years(self.goal_tables))
        return attrs.evolve(found, diagnostics=(*chosen.diagnostics, *found.diagnostics), evidence=evidence)

    def evaluate(
        self, actuals: ActualsSource, scheme: str | None = None, on_table: Callable[[], object] | None = None
    ) -> Report:
        """Score every goal table against what was reported.

        `actuals` are what :func:`perfrules.readers.read_actuals` reads: files, data frames, records, values by name.

        `scheme` names the scheme or family for all tables. Without it each table is scored by the one that it asks for,
        or else by the one of the ministry. Of a family, the scheme in force at the end of the table's year counts
        (docs/decisions/0013-schemes-in-force.md). `on_table` is called before each table.

        Raises:
            UnknownNameError: There is no scheme of that name.
            TypeError: `actuals` is none of what it may be.

        >>> ruleset = Ruleset()
        >>> ruleset.evaluate({"改善面积": "58亩"}).diagnostics[0].code
        <Code.ACTUAL_UNMATCHED: ('PF721', ...)>
        """
        if scheme is not None:
            self.scheme(scheme)
        reported = read_actuals(actuals, language=self.language)

        def scheme_of(table: GoalTable) -> Scheme:
            if on_table is not None:
                on_table()
            return self.scheme_for(table, scheme)

        report = build_report(self.goal_tables, reported, scheme_of)
        schemes = [each.scheme for each in report.tables]
        return attrs.evolve(report, evidence=self._evidence(reported.files, schemes, _years(self.goal_tables)))

    def audit(self, filled: FilledSource, scheme: str | None = None) -> Audit:
        r"""Work out again every score of self-evaluation tables that are already filled in.

        Each is compared with what `scheme`, the name of a scheme or family, gives; without it the one of the ministry.
        A score that differs is explained by the other schemes that give it exactly, where there are any.

        Raises:
            UnknownNameError: There is no scheme of that name.
            TypeError: `filled` is none of what it may be.

        >>> from io import BytesIO
        >>> form = BytesIO("三级指标,指标值,实际完成值,分值,得分\n企业数,≥60家,58家,10,9".encode())
        >>> print(Ruleset().audit(form).findings[0].message[:46])
        “企业数”的得分填的是9，按评分办法“central/mof-2020-10”应为9.67分
        """
        if scheme is not None:
            self.scheme(scheme)
        tables = _as_filled(filled, self.language)
        audited = audit_tables(tables, lambda table: self.scheme_for(table, scheme), self._rivals)
        schemes = [each.scheme for each in audited.tables]
        return attrs.evolve(audited, evidence=self._evidence(tables.files, schemes, _years(tables.tables)))

    def _evidence(
        self,
        inputs: tuple[FileRecord, ...],
        decided: Iterable[Scheme | Method] = (),
        years: tuple[int, ...] = (),
        as_of: date | None = None,
    ) -> Evidence:
        return Evidence(self.files, inputs, tuple(dict.fromkeys(map(authority_of, decided))), years, as_of)

    def _rivals(self, chosen: Scheme) -> tuple[Scheme, ...]:
        """Give what a score that differs may have been worked out by: variants of the scheme, then other schemes."""
        variants = variants_of(chosen)
        names = dict.fromkeys((*(each.name for each in self.schemes), *shipped_schemes()))
        known = {chosen.name, *(each.name for each in variants)}
        others = (choose_scheme(self.schemes, name, None) for name in names if name not in known)
        return (*variants, *(scheme for scheme in others if scheme is not None))

    def monitor(self, actuals: ActualsSource, as_of: date, scheme: str | None = None) -> Progress:
        """Follow every goal table whose year `as_of` is in: what was reached by the end of that day, what is due by it.

        `scheme` names the monitoring method (监控办法), by default 财预〔2019〕136号.

        Raises:
            UnknownNameError: There is no method of that name.
            TypeError: `actuals` is none of what it may be, or `as_of` is no date.

        >>> Ruleset().monitor({}, as_of=date(2023, 7, 31)).is_clean
        True
        """
        if not isinstance(as_of, date):
            raise TypeError(f"as_of must be a date, not {type(as_of).__name__}")
        day = as_of.date() if isinstance(as_of, datetime) else as_of
        method = self.method(DEFAULT_METHOD if scheme is None else scheme)
        reported = read_actuals(actuals, language=self.language)
        progress = build_progress(self.goal_tables, reported, day, method)
        evidence = self._evidence(reported.files, [method], _years(self.goal_tables), day)
        return attrs.evolve(progress, evidence=evidence)

    def method(self, name: str) -> Method:
        """Give a monitoring method of this ruleset, or a shipped one.

        Raises:
            UnknownNameError: There is none of that name.
        """
        found = next((each for each in self.methods if each.name == name), None) or shipped_method(name)
        if found is None:
            known = list(dict.fromkeys([*(each.name for each in self.methods), *shipped_methods()]))
            hint = nearest(name, known)
            raise UnknownNameError(Diagnostic.of(Code.METHOD_UNKNOWN, name=name, hint=hint, known="、".join(known)))
        return found

    def to_xlsx(self, path: str | PathLike[str], template: TemplateFile | None = None) -> None:
        """Write the goal tables as 绩效目标表 for Excel, from a template of the office if one is given.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: openpyxl, of the extra `forms`, is not installed.
        """
        from perfrules.formatting.forms import NAME, goal_forms  # noqa: PLC0415 - few need forms

        evidence = self._evidence((), years=_years(self.goal_tables))
        write_form(path, ".xlsx", NAME, goal_forms(self.goal_tables), template, evidence=evidence)

    def to_docx(self, path: str | PathLike[str], template: TemplateFile | None = None) -> None:
        """Write the goal tables as 绩效目标表 for Word, from a template of the office if one is given.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: python-docx, of the extra `forms`, is not installed.
        """
        from perfrules.formatting.forms import NAME, goal_forms  # noqa: PLC0415 - few need forms

        evidence = self._evidence((), years=_years(self.goal_tables))
        write_form(path, ".docx", NAME, goal_forms(self.goal_tables), template, evidence=evidence)

    def scheme_for(self, table: GoalTable | FilledTable, wanted: str | None = None) -> Scheme:
        """Give the scheme that a table is scored by: the wanted one, else the one it asks for, else the ministry's."""
        on = None if table.year is None else end_of_year(table.year)
        names = (wanted, table.scheme if isinstance(table, GoalTable) else "", DEFAULT_FAMILY)
        found = (choose_scheme(self.schemes, name, on) for name in names if name)
        return next(scheme for scheme in found if scheme is not None)

    def scheme(self, name: str, on: date | None = None) -> Scheme:
        """Give the scheme of a name or family, of this ruleset or a shipped one, for a day.

        Raises:
            UnknownNameError: There is none of that name.

        >>> Ruleset().scheme("central/mof", date(2023, 12, 31)).name
        'central/mof-2020-10'
        """
        found = choose_scheme(self.schemes, name, on)
        if found is None:
            known = list(dict.fromkeys([*(each.name for each in self.schemes), *shipped_schemes()]))
            hint = nearest(name, known)
            raise UnknownNameError(Diagnostic.of(Code.SCHEME_UNKNOWN, name=name, hint=hint, known="、".join(known)))
        return found

    def __repr__(self) -> str:
        known = f"{len(self.goal_tables)}张目标表, {len(self.schemes)}个评分办法, {len(self.methods)}个监控办法"
        return f"Ruleset({known}, {len(self.review_rules)}条审核规则, {len(self.diagnostics)}处问题)"

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.ruleset.as_page import as_page  # noqa: PLC0415

        return draw_inline(as_page(self))


def load(*paths: str | PathLike[str]) -> Ruleset:
    """Load ruleset files, and folders of them, as one ruleset.

    Goal tables in Word, Excel, CSV and HTML files, told by the ends of their names, are read as by :func:`read`.
    What cannot be read is left out, and `Ruleset.diagnostics` says so with its place.

    >>> load("没有.rules").diagnostics[0].code.id
    'PF701'
    """
    office = [path for path in paths if PurePath(path).suffix.lower() in SUFFIXES and not os.path.isdir(path)]
    content = load_files(path for path in paths if path not in office)
    imported = read_goal_tables(*office, language=content.language, known=content.goal_tables)
    return _loaded(content, imported.goal_tables, imported.diagnostics, imported.files)


def _loaded(
    content: RulesetContent,
    tables: Iterable[GoalTable],
    diagnostics: Iterable[Diagnostic],
    files: Iterable[FileRecord],
) -> Ruleset:
    """Put what ruleset files hold together with the goal tables of office files."""
    return Ruleset(
        (*content.goal_tables, *tables),
        content.schemes,
        (*content.diagnostics, *diagnostics),
        content.language,
        content.methods,
        content.review.rules,
        content.review.settings,
        (*content.files, *files),
    )


def gather(*paths: str | PathLike[str], on_file: Callable[[], object] | None = None) -> tuple[Ruleset, Actuals]:
    """Read everything in folders and files: rulesets, goal tables in office files, actual values and spending.

    What a sheet is, is told by its content: a goal table, a form that is filled in, a sheet of actual values, one of
    spending. The targets in a filled-in form count only for projects without a goal table. What is none of these is
    listed. `on_file` is called behind each office file.

    >>> ruleset, actuals = gather("没有.rules")
    >>> ruleset.diagnostics[0].code.id, actuals.values
    ('PF701', ())
    """
    office = list(dict.fromkeys(files_to_gather(paths)))
    inside = [path for path in map(Path, paths) if path not in office]
    content = load_files(path for path in inside if not os.path.isdir(path) or any(path.rglob("*.rules")) or not office)
    found = gather_files(*office, language=content.language, known=content.goal_tables, on_file=on_file)
    return _loaded(content, found.goal_tables, found.diagnostics, found.files), found.actuals


def files_to_gather(paths: Iterable[str | PathLike[str]]) -> Iterator[Path]:
    """Give the office files that paths stand for: themselves, or those in a folder at any depth."""
    for path in map(Path, paths):
        if os.path.isdir(path):
            yield from office_files(path)
        elif path.suffix.lower() in SUFFIXES:
            yield path


def read(*files: SourceFile, language: Language = STANDARD) -> Ruleset:
    r"""Read the goal tables in the Word, Excel, CSV and HTML files of an office, as a ruleset.

    Every indicator's `place` is its cell. What was not understood is in `Ruleset.diagnostics`, with its place.

    >>> from io import BytesIO
    >>> ruleset = read(BytesIO("项目名称,灌区\n三级指标,指标值\n改善面积,≥58亩".encode()))
    >>> print(ruleset.goal_tables[0].indicators[0].place)
    标准输入 第3行第2列
    """
    imported = read_goal_tables(*files, language=language)
    return Ruleset(imported.goal_tables, diagnostics=imported.diagnostics, language=language, files=imported.files)


def audit(filled: FilledSource, scheme: str | None = None) -> Audit:
    """Audit self-evaluation tables that are already filled in, by a shipped scheme: see :meth:`Ruleset.audit`.

    >>> audit("没有.xlsx").diagnostics[0].code.id
    'PF701'
    """
    return Ruleset().audit(filled, scheme)


def authority_of(decided: Scheme | Method) -> Authority:
    """Say as evidence what a scheme or a method is."""
    in_force, until = (decided.in_force, decided.until) if isinstance(decided, Scheme) else (None, None)
    parameters = tuple((each.name, each.text) for each in decided.parameters)
    return Authority(decided.name, decided.title, decided.authority, in_force, until, parameters)


def _years(tables: Iterable[GoalTable | FilledTable]) -> tuple[int, ...]:
    return tuple(sorted({table.year for table in tables if table.year is not None}))


def _as_filled(source: FilledSource, language: Language) -> FilledTables:
    match source:
        case FilledTables():
            return source
        case str() | PathLike():
            return read_filled(source, language=language)
        case _ if callable(getattr(source, "read", None)):
            return read_filled(source, language=language)  # type: ignore[arg-type]
        case _:
            return read_filled(*source, language=language)
