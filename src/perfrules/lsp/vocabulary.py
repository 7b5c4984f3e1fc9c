"""The words that fit in each part of each kind of line, with what each means, from the tables that reading uses."""

from collections.abc import Iterable, Iterator

import attrs
from lsprotocol import types

from perfrules.diagnostics import Code
from perfrules.formulas.signatures import SIGNATURES
from perfrules.lsp.formula_parts import KEYWORDS
from perfrules.lsp.inside import Inside
from perfrules.lsp.reading import Reading
from perfrules.monitoring import Light
from perfrules.monitoring import facts as monitoring_facts
from perfrules.names import category_of, indicator_classes
from perfrules.review import OBJECT_KINDS
from perfrules.review.rule import LEVELS, Criterion
from perfrules.rules import shipped_methods, shipped_review, shipped_schemes
from perfrules.rules.blocks import BLOCKS
from perfrules.rules.methods.methods import FIELDS as METHOD_FIELDS
from perfrules.rules.methods.trials import COLUMNS as METHOD_TRIAL_COLUMNS
from perfrules.rules.reviewing.rules import BAD, GOOD
from perfrules.rules.reviewing.rules import FIELDS as RULE_FIELDS
from perfrules.rules.reviewing.settings import COLUMNS as SETTING_COLUMNS
from perfrules.rules.reviewing.settings import OFF
from perfrules.rules.reviewing.values import OPINIONS
from perfrules.rules.reviewing.word_lists import FIELDS as WORD_LIST_FIELDS
from perfrules.rules.schemes.scheme import AS_INHERITED, OTHERWISE, REST
from perfrules.rules.schemes.scheme import FIELDS as SCHEME_FIELDS
from perfrules.rules.schemes.tables import BANDS, NO_GRADES, TIERS
from perfrules.rules.schemes.values import COLUMNS as SCHEME_COLUMNS
from perfrules.rules.tables.goal_tables import FIELDS as TABLE_FIELDS
from perfrules.rules.tables.goal_tables import SUB_GOAL_FIELDS
from perfrules.rules.tables.indicators import COLUMNS as INDICATOR_COLUMNS
from perfrules.rules.text.lines import Line
from perfrules.rules.trials.trials import COLUMNS as TRIAL_COLUMNS
from perfrules.rules.trials.trials import KEYWORD as TRIAL
from perfrules.rules.words.own_words import CLASSIFIER, SCALE_COLUMNS, UNIT_COLUMNS
from perfrules.rules.words.own_words import FIELDS as WORDS_FIELDS
from perfrules.scoring import Averaging, Inapplicable, Leftover
from perfrules.scoring import facts as scoring_facts
from perfrules.scoring.audited import audited_names

_Kind = types.CompletionItemKind


@attrs.frozen
class Word:
    """A word that fits, what it is, and what is put in where that is more than the word."""

    text: str
    note: str = ""
    kind: types.CompletionItemKind = types.CompletionItemKind.Field
    inserted: str = ""


_LABELS = {
    Inside.TABLE: TABLE_FIELDS,
    Inside.SCHEME: SCHEME_FIELDS,
    Inside.METHOD: METHOD_FIELDS,
    Inside.REVIEW_RULE: RULE_FIELDS,
    Inside.WORD_LIST: WORD_LIST_FIELDS,
    Inside.WORDS: WORDS_FIELDS,
    Inside.SUB_GOAL: SUB_GOAL_FIELDS,
    Inside.INDICATOR: INDICATOR_COLUMNS,
    Inside.CASE: TRIAL_COLUMNS,
}
_COLUMNS = {
    **dict.fromkeys((Inside.CATEGORY, Inside.INDICATORS), INDICATOR_COLUMNS),
    **dict.fromkeys((Inside.TRIAL, Inside.SCHEME_TRIAL), TRIAL_COLUMNS),
    Inside.METHOD_TRIAL: METHOD_TRIAL_COLUMNS,
    Inside.SETTINGS: SETTING_COLUMNS,
    Inside.UNITS: UNIT_COLUMNS,
    Inside.SCALES: SCALE_COLUMNS,
    **dict.fromkeys((Inside.LIGHTS, Inside.REMARKS, Inside.PARAMETERS), ("依据",)),
    **dict.fromkeys((Inside.RULES, Inside.EXECUTION, Inside.AUDITED), ("依据", "提示")),
    Inside.WEIGHTS: ("依据",),
    Inside.SCHEME: tuple(SCHEME_COLUMNS),
}
_RULES = (Inside.RULES, Inside.EXECUTION, Inside.AUDITED)
_LEADING = {
    "符号": ("≥", "≤", "=", ">", "<", "定性"),
    "方向": ("正向", "反向"),
    "累计": ("是", "否"),
    "结论": ("达成", "未达成", "无法判断"),
    "顺序": ("无",),
    "级别": tuple(LEVELS),
    "标准": tuple(each.value for each in Criterion),
    "部门得分": tuple(each.value for each in Averaging),
    "不适用": tuple(each.value for each in Inapplicable),
    "得分取舍": ("保留2位小数，四舍五入", "取整数，四舍五入", "取整数，舍去", "不取舍"),
    "等次": (NO_GRADES,),
    "分摊": tuple(each.value for each in Leftover),
}
"""The values that a field or a column can have, where there are few."""


def labels(reading: Reading, inside: Inside, headings: tuple[Line, ...]) -> Iterator[Word]:
    """Give the words that a line can begin with."""
    match inside:
        case Inside.TOP:
            yield from (Word(keyword, "", _Kind.Keyword, f"{keyword} ") for keyword in BLOCKS)
        case Inside.TABLE:
            yield from _classes()
        case Inside.CATEGORY:
            yield from _parts(headings[-1].label.text if headings else "")
            yield from _indicator_names(reading)
        case Inside.INDICATORS:
            yield from _indicator_names(reading)
        case Inside.SCHEME:
            yield from (Word(word, "", _Kind.Keyword, f"{word} ") for word in (BANDS, TIERS, TRIAL))
        case Inside.METHOD:
            yield Word(TRIAL, "", _Kind.Keyword, f"{TRIAL} ")
        case Inside.REVIEW_RULE:
            yield from (Word(word, "", _Kind.Keyword) for word in (GOOD, BAD))
        case Inside.SETTINGS:
            yield from _rules(reading)
        case Inside.WEIGHTS:
            yield from (attrs.evolve(each, inserted=f"{each.text}：") for each in _classes())
        case Inside.TRIAL:
            yield Word("评分办法", inserted="评分办法：")
    for field, others in dict(_LABELS.get(inside, {})).items():
        yield Word(field, f"也写作{'、'.join(others)}" if others else "", _Kind.Field, f"{field}：")


def columns(inside: Inside) -> Iterator[Word]:
    """Give the words that a column can begin with."""
    return (Word(key, "", _Kind.Property, f"{key} ") for key in _COLUMNS.get(inside, ()))


def values(reading: Reading, inside: Inside, headings: tuple[Line, ...], key: str) -> Iterator[Word]:
    """Give what can stand behind a field or a column."""
    match key, inside:
        case "评分办法", _:
            yield from _schemes(reading, families=True)
        case "继承", Inside.SCHEME:
            yield from _schemes(reading)
        case "继承", Inside.METHOD:
            own = (each.name for each in reading.content.methods)
            yield from (Word(name, "监控办法", _Kind.Module) for name in dict.fromkeys((*own, *shipped_methods())))
        case "对象", Inside.REVIEW_RULE:
            yield from (Word(kind.name, kind.meaning, _Kind.Class) for kind in OBJECT_KINDS.values())
        case "依据", _:
            yield from (Word(word, "", _Kind.Value) for word in OPINIONS)
        case "免审", _:
            yield from _rules(reading)
        case "诊断", _:
            yield from (Word(code.id, code.template, _Kind.EnumMember) for code in Code)
        case "一级指标", _:
            yield from _classes()
        case "二级指标", _:
            yield from (Word(part.name, each.name, _Kind.Class) for each in indicator_classes() for part in each.parts)
        case "单位" | "可比", _:
            yield from (Word(name, "单位", _Kind.Unit) for name in reading.content.language.units.names)
        case _, Inside.LIGHTS:
            yield from (Word(light.value, "灯号", _Kind.EnumMember) for light in Light)
        case _, Inside.UNITS:
            yield Word(CLASSIFIER, "", _Kind.Value)
        case _, Inside.SETTINGS:
            yield from (Word(word, "", _Kind.Value) for word in (*LEVELS, OFF))
        case _, Inside.CATEGORY | Inside.INDICATORS | Inside.TRIAL | Inside.SCHEME_TRIAL:
            if key not in _LEADING:
                scales = reading.content.language.scales.values()
                yield from (Word(sign, "符号", _Kind.Operator) for sign in ("≥", "≤", ">", "<", "="))
                yield from (Word(level, each.name, _Kind.EnumMember) for each in scales for level in each.levels)
    yield from (Word(value, "", _Kind.Value) for value in _LEADING.get(key, ()))


def names_in_formulas(reading: Reading, inside: Inside, headings: tuple[Line, ...], key: str) -> Iterator[Word] | None:
    """Give what a formula can name where one stands; None where none does."""
    owner = headings[0].label.text.partition(" ")[2].strip() if headings else ""
    if inside in _RULES:
        known = {
            Inside.RULES: scoring_facts.indicator_names,
            Inside.EXECUTION: scoring_facts.execution_names,
            Inside.AUDITED: audited_names,
        }[inside]()
        scheme = next((each for each in reading.content.schemes if each.name == owner), None)
        own: list[str] = []
        if scheme is not None:
            own += (each.name for each in scheme.parameters)
            own += (each.name for each in scheme.bands)
            own += (each.name for each in scheme.tiers)
        special = [Word(OTHERWISE, "都不符合时", _Kind.Keyword), Word(f"{REST}：{AS_INHERITED}", "", _Kind.Keyword)]
        return _formula_words(known.items(), own, () if key else special)
    if inside in (Inside.LIGHTS, Inside.REMARKS) and not key:
        names = monitoring_facts.explanation_names() | monitoring_facts.execution_names()
        method = next((each for each in reading.content.methods if each.name == owner), None)
        own_names = () if method is None else (each.name for each in method.parameters)
        return _formula_words(names.items(), own_names, [Word(OTHERWISE, "都不符合时", _Kind.Keyword)])
    if inside is Inside.REVIEW_RULE and key in ("应当", "范围"):
        facts = [(fact.name, fact.meaning) for kind in OBJECT_KINDS.values() for fact in kind.facts]
        lists = [each.name for each in (*reading.content.review.words, *shipped_review().words)]
        return _formula_words(dict(facts).items(), lists, ())
    return None


def _formula_words(names: Iterable[tuple[str, object]], own: Iterable[str], special: Iterable[Word]) -> Iterator[Word]:
    yield from special
    yield from (Word(name, "参数、分档或词表", _Kind.Constant) for name in own)
    yield from (Word(name, str(kind), _Kind.Variable) for name, kind in names)
    for function, signatures in SIGNATURES.items():
        note = "；".join(f"{each.form}：{each.meaning}" for each in signatures)
        yield Word(function.value, note, _Kind.Function, f"{function.value}(")
    yield from (Word(word, "", _Kind.Keyword) for word in KEYWORDS)


def _classes() -> Iterator[Word]:
    return (Word(each.name, "一级指标", _Kind.Class) for each in indicator_classes())


def _parts(category: str) -> Iterator[Word]:
    known = category_of(category)
    parts = (part for each in indicator_classes() if each.name == known or not known for part in each.parts)
    return (Word(part.name, "二级指标", _Kind.Class) for part in parts)


def _indicator_names(reading: Reading) -> Iterator[Word]:
    found = {each.name: each for table in reading.content.goal_tables for each in table.indicators}
    return (Word(name, each.target.text, _Kind.Variable, f"{name}：") for name, each in found.items())


def _rules(reading: Reading) -> Iterator[Word]:
    rules = {each.id: each for each in (*shipped_review().rules, *reading.content.review.rules)}
    return (Word(id, rule.name, _Kind.Reference) for id, rule in rules.items())


def _schemes(reading: Reading, *, families: bool = False) -> Iterator[Word]:
    own = {each.name: each.title for each in reading.content.schemes}
    yield from (Word(name, title, _Kind.Module) for name, title in own.items())
    if families:
        found = dict.fromkeys(each.family for each in reading.content.schemes if each.family)
        yield from (Word(family, "系列，按年度选用", _Kind.Module) for family in found)
    yield from (Word(name, "随程序发布", _Kind.Module) for name in shipped_schemes() if name not in own)
