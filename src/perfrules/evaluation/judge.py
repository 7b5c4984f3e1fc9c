"""Decides whether an actual value lies inside what a target denotes."""

from fractions import Fraction
from typing import assert_never

import attrs

from perfrules.actuals import (
    ActualValue,
    Amount,
    Answer,
    Asserted,
    Dates,
    LevelReached,
    NotReported,
    PartOfWhole,
    StatedChange,
    Tier,
    TierReached,
    Words,
)
from perfrules.diagnostics import Code
from perfrules.evaluation.changes import as_share, compare_measured, compare_stated, moves_wrong_way
from perfrules.evaluation.days import compare_days
from perfrules.evaluation.finding import Case, Finding, Verdict, decided
from perfrules.evaluation.numbers import compare_amount, compare_part, compare_quotient
from perfrules.evaluation.sentence import is_sentence, measured_value
from perfrules.syntax import LevelScale, fold
from perfrules.targets import (
    AllOf,
    Amounts,
    Answers,
    AnyOf,
    Changes,
    Days,
    Interval,
    Judged,
    Levels,
    Quotients,
    Referred,
    Region,
    Unset,
    bounded,
    reference_named,
)


def judge(case: Case, region: Region) -> Finding:
    """Compare the case's actual value with one region of its target."""
    value = case.actual.value
    match region, value:
        # What decides every comparison of its kind comes first; numbers against numbers are by far the most frequent.
        case Amounts(), Amount():
            return compare_amount(case, region, value)
        case _, NotReported():
            return case.unknown(Code.NOT_REPORTED)
        case Unset(), _:
            return case.unknown(Code.TARGET_UNSET, text=case.target.text or "（空）")
        case _, TierReached():
            return Finding(decided(met=value.tier is Tier.FULL))
        case _, Asserted():
            return Finding(Verdict.MET, (case.diagnostic(Code.ASSERTED),))
        case AllOf(), _:
            return _all(case, region)
        case AnyOf(), _:
            return _any(case, region)
        case _, LevelReached(scale=LevelScale(name="达标")) if not isinstance(region, Levels):
            return Finding(decided(met=value.levels == ("达标",)), (case.diagnostic(Code.ASSERTED),))
        case Judged(), _:
            return _judged(case, region, value)
        case Amounts(), Answer(answer=False) if region.interval.low in {None, 0}:
            # 无 against a target that wants none, or few, of something: there were none.
            return compare_amount(case, region, Amount(Interval(Fraction(0), Fraction(0))))
        case Amounts(), PartOfWhole():
            return compare_part(case, region, value)
        case Quotients(), (Amount() | PartOfWhole()):
            return compare_quotient(case, region, value)
        case ((Amounts() | Changes() | Days() | Quotients()), StatedChange(unit=None)) if is_sentence(case):
            return _sentence(case, region)
        case Changes(), StatedChange():
            return compare_stated(case, region, value)
        case Changes(), Amount():
            return compare_measured(case, region, value)
        case Changes(), PartOfWhole():
            return compare_measured(case, region, as_share(value))
        case Days(), Dates():
            return compare_days(case, region, value)
        case Answers(), Answer():
            return Finding(decided(met=value.answer is region.answer))
        case Levels(), LevelReached():
            return _level(case, region, value)
        case Referred(), _:
            return _referred(case, region, value)
        case _, Words():
            return _sentence(case, region)
        case _:
            return case.unknown(Code.KINDS_DIFFER, wanted=kind_wanted(region), given=kind_given(value))


def _part(case: Case, part: Region) -> Finding:
    """Judge one of several conditions; of one with a subject of its own, a single actual value says nothing."""
    if isinstance(part, Amounts) and part.subject and isinstance(case.actual.value, Amount | PartOfWhole | Words):
        return case.unknown(Code.SUBJECT_UNREPORTED, subject=part.subject)
    return judge(case, part)


def _all(case: Case, region: AllOf) -> Finding:
    """All parts have to hold: one that does not decides; else one that is open leaves the whole open."""
    findings = [_part(case, part) for part in region.of]
    verdicts = {finding.verdict for finding in findings}
    verdict = next((v for v in (Verdict.UNMET, Verdict.UNKNOWN) if v in verdicts), Verdict.MET)
    return Finding(verdict, tuple(d for finding in findings for d in finding.diagnostics))


def _any(case: Case, region: AnyOf) -> Finding:
    """One part has to hold; what keeps the others open does not matter then."""
    findings = [_part(case, part) for part in region.of]
    met = next((finding for finding in findings if finding.verdict is Verdict.MET), None)
    if met is not None:
        return Finding(Verdict.MET, met.diagnostics)
    verdicts = {finding.verdict for finding in findings}
    verdict = Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts else Verdict.UNMET
    return Finding(verdict, tuple(d for finding in findings for d in finding.diagnostics))


def _judged(case: Case, region: Judged, value: ActualValue) -> Finding:
    """Only a person can say that words are met; numbers that move the wrong way show that they are not."""
    if isinstance(value, Amount | StatedChange) and moves_wrong_way(case, region, value):
        return Finding(Verdict.UNMET)
    return case.unknown(Code.JUDGEMENT_NEEDED_FOR_WORDS)


def _sentence(case: Case, region: Region) -> Finding:
    """Words: judge the one value in them that can be meant, and say that it was taken."""
    taken = measured_value(case, region)
    if isinstance(taken, Finding):
        return taken
    finding = judge(attrs.evolve(case, actual=taken), region)
    note = case.diagnostic(Code.TAKEN_FROM_SENTENCE, value=taken.text)
    return Finding(finding.verdict, (note, *taken.diagnostics, *finding.diagnostics), finding.compared)


def _level(case: Case, region: Levels, value: LevelReached) -> Finding:
    spellings = region.scale.spellings
    # A word that two scales share, such as AA级, is of the one that the target names.
    word = fold(case.actual.text)
    written = (word,) if word in spellings else value.levels
    reached = {spellings[level] for level in written if level in spellings}
    if not reached:
        return case.unknown(Code.SCALES_DIFFER, scale=region.scale.name, other=value.scale.name)
    if reached <= set(region.levels):
        return Finding(Verdict.MET)
    if not region.ordered:
        return case.unknown(Code.LEVEL_UNORDERED, scale=region.scale.name)
    if reached.isdisjoint(region.levels):
        return Finding(Verdict.UNMET)
    return case.unknown(Code.STRADDLES, range="、".join(value.levels))


def _referred(case: Case, region: Referred, value: ActualValue) -> Finding:
    """Put the other value in its place, and compare with that."""
    name = reference_named(region.to, case.references)
    if name is None:
        return case.unknown(Code.REFERENCE_MISSING, name=region.to)
    wanted = case.references[name]
    return judge(case, Amounts(bounded(region.op, wanted.canonical), wanted.unit))


def kind_wanted(region: Region) -> str:
    """Say for people what a target asks for."""
    match region:
        case Amounts() | Referred():
            return "数"
        case Quotients():
            return "比值"
        case Changes():
            return "变化"
        case Days():
            return "日期"
        case Answers():
            return "是或否"
        case Levels():
            return "等级"
        case Judged() | Unset() | AllOf() | AnyOf():
            return "说明"
        case _:
            assert_never(region)


def kind_given(value: ActualValue) -> str:
    """Say for people what an actual value is."""
    match value:
        case Amount():
            return "数"
        case PartOfWhole():
            return "比值"
        case StatedChange():
            return "变化"
        case Dates():
            return "日期"
        case Answer():
            return "是或否"
        case LevelReached():
            return "等级"
        case TierReached() | Asserted() | NotReported() | Words():
            return "说明"
        case _:
            assert_never(value)
