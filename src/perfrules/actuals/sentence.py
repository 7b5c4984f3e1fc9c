"""Reads the measured values in a sentence: 全年共培训312人次."""

import re
from functools import lru_cache

import attrs

from perfrules.actuals.actual import Actual, ActualValue, Amount, Dates, PartOfWhole, StatedChange
from perfrules.actuals.read import read_actual
from perfrules.syntax import LONGEST, STANDARD, Bound, Deadline, Language, fold, words
from perfrules.targets.finding import Stretch, closes, is_alternative, is_countable, is_denied, is_reached, stretches
from perfrules.targets.finding.vocabulary import anywhere, sections


@attrs.frozen
class Stated:
    """A value that a sentence holds; `is_measured` is False where it may be a plan, a part, or what was before."""

    actual: Actual
    is_measured: bool


@lru_cache(maxsize=4096)
def stated_in(text: str, language: Language = STANDARD) -> tuple[Stated, ...]:
    """Give every value that a sentence holds, in its order, doubtful ones included, since they make others doubtful.

    >>> [(each.actual, each.is_measured) for each in stated_in("计划300人次，全年共培训312人次")]
    [(Actual('300人次'), False), (Actual('312人次'), False)]
    >>> [(each.actual, each.is_measured) for each in stated_in("截至12月底已完成98.5%")]
    [(Actual('12月底'), False), (Actual('98.5%'), True)]
    """
    if len(text) > LONGEST or not re.search(r"\d", text):
        return ()
    found = tuple(stretches(text, start="actual", language=language))
    is_plain = not anywhere("PLANNING").search(text) and _says_nothing_else(text, found, language)
    read = ((stretch, read_actual(stretch.text[slice(*stretch.span)], language)) for stretch in found)
    return tuple(
        Stated(actual, is_plain and _is_measured(stretch, actual.value))
        for stretch, actual in read
        if isinstance(actual.value, Amount | PartOfWhole | StatedChange | Dates)
    )


def _is_measured(stretch: Stretch, value: ActualValue) -> bool:
    if is_denied(stretch) or is_alternative(stretch) or stretch.after.startswith("的"):
        return False
    if isinstance(value, Dates):
        return isinstance(stretch.expression, Deadline) and is_reached(stretch)
    if isinstance(value, StatedChange):
        return closes(stretch)
    return not _is_of_another(stretch) and (closes(stretch) or _counts(stretch, value))


def _says_nothing_else(text: str, found: tuple[Stretch, ...], language: Language) -> bool:
    """Whether only words that change nothing stand around the values: of 还差70家 and 节约100万元, nobody can tell."""
    folded, at, rest = fold(text), 0, ""
    for stretch in found:
        rest += f"{folded[at : stretch.span.start]} "
        at = stretch.span.end
    return _beside(language).fullmatch(rest + folded[at:]) is not None


@lru_cache(maxsize=64)
def _beside(language: Language) -> re.Pattern[str]:
    improved = rf"[一-鿿]{{2,8}}(?:{language.words['DEGREE'].regexp()})(?:{words()['VERB'].regexp()})"
    known = "|".join([improved, sections()["BESIDE_ACTUAL"], words()["DOING"].regexp(), words()["THING"].regexp()])
    # Nothing is tried twice, so that no text takes longer than it is long.
    return re.compile(rf"(?:{known}|[\s,。;、])*+")


def _is_of_another(stretch: Stretch) -> bool:
    """Whether it is of each of several, or of an earlier year."""
    baseline = words()["BASELINE"].regexp()
    of_each = anywhere("EACH_OF").search(stretch.before) and not stretch.own.startswith("每")
    return bool(of_each or re.search(baseline, stretch.before))


def _counts(stretch: Stretch, value: ActualValue) -> bool:
    """Whether it counts things, which may follow it: 培训312人次学员; 100万元以上项目 are no 100万元."""
    if not isinstance(value, Amount) or value.unit is None or not is_countable(value.unit):
        return False
    return isinstance(stretch.expression, Bound) and stretch.expression.op is None
