"""What users call: two results, or two versions of goal tables, however they are given."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from perfrules.auditing import Audit
from perfrules.comparing.change import Difference
from perfrules.comparing.compare import compare
from perfrules.comparing.side import Side, side_of_tables
from perfrules.comparing.written import side_of_json
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError, Severity
from perfrules.evidence import read_bytes
from perfrules.monitoring import Method
from perfrules.progress import Progress
from perfrules.report import Report
from perfrules.review import Review
from perfrules.ruleset import Ruleset, load
from perfrules.scoring import Scheme
from perfrules.source import FilePlace

MOST_BYTES = 256 * 2**20

Result = Report | Progress | Review | Audit

Comparable = Result | Ruleset | Mapping[str, object] | str | os.PathLike[str]
"""A result, its JSON form, or a ruleset; a path is that of a result where it ends in `.json`, else of a ruleset."""


def diff(old: Comparable, new: Comparable) -> Difference:
    """Tell what changed from one result to another, or from one version of goal tables to another, and why.

    Results are reports, progress, reviews and audits; goal tables may be ruleset files, or files of Word and Excel.

    A target is 收紧 or 放宽 by the actual values that would meet it, whatever its words: every value that meets the new
    one would have met the old one, or the other way round.

    Raises:
        PerfRulesError: A file cannot be read, or the two sides are not of one kind.

    >>> diff(Ruleset(), Ruleset()).is_empty
    True
    """
    one, other = _side(old, "旧"), _side(new, "新")
    if one.kind is not other.kind:
        places = (Label(FilePlace(side.name), side.kind.value) for side in (one, other))
        raise PerfRulesError(Diagnostic.of(Code.SIDES_UNLIKE, *places, one=one.kind.value, other=other.kind.value))
    return compare(one, other)


def _side(given: Comparable, name: str) -> Side:
    match given:
        case Report() | Progress() | Review() | Audit():
            return side_of_json(given.to_dict(), name)
        case Ruleset():
            decided: tuple[Scheme | Method, ...] = (*given.schemes, *given.methods)
            return side_of_tables(given.goal_tables, name, dict(map(_parameters, decided)))
        case Mapping():
            return side_of_json(given, name)
        case str() | os.PathLike():
            path = Path(given)
            if path.suffix.lower() == ".json":
                return side_of_json(_json(path), str(path))
            return _side(_loaded(path), str(path))
        case _:
            raise TypeError(f"a result, a ruleset or a path is needed, not {given!r}")


def _parameters(decided: Scheme | Method) -> tuple[str, dict[str, str]]:
    return decided.name, {each.name: each.text for each in decided.parameters}


def _loaded(path: Path) -> Ruleset:
    ruleset = load(path)
    errors = [each for each in ruleset.diagnostics if each.severity is Severity.ERROR]
    if errors:
        raise PerfRulesError(*errors)
    return ruleset


def _json(path: Path) -> object:
    place = Label(FilePlace(str(path)))
    try:
        data = read_bytes(path, MOST_BYTES)
        if len(data) > MOST_BYTES:
            raise PerfRulesError(Diagnostic.of(Code.FILE_TOO_LARGE, place, limit=MOST_BYTES // 2**20))
        return json.loads(data)
    except FileNotFoundError as error:
        raise PerfRulesError(Diagnostic.of(Code.FILE_MISSING, place)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise PerfRulesError(Diagnostic.of(Code.FILE_UNREADABLE, place, why=why)) from error
    except (ValueError, RecursionError):
        return None
