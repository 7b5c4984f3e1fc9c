"""A formula of a chapter: what it is asked of, what it comes to, and what is wrong with it.

`已知` holds names and their values, with `；` between them: `预算=1280万元`, a target `要求：≥60家`, a list
`年份=(2022, 2023)`, a collection `指标[名称=“甲”，分值=10][名称=“乙”]`, another object `表{年度=2023}`, and with the
name of a kind, `数=数值`, nothing of that kind.
"""

import re
from collections.abc import Iterator

import attrs

from perfrules import parse
from perfrules.diagnostics import Diagnostic
from perfrules.formulas import (
    AnyKind,
    Call,
    Evaluation,
    Function,
    Given,
    Kind,
    ListOf,
    Objects,
    Related,
    Scope,
    Value,
    Vocabulary,
    faults,
    value_text,
)
from perfrules.rules import parse_formula
from perfrules.rules.schemes.values import read_formula
from perfrules.rules.text.formula_faults import report
from perfrules.rules.text.lines import piece
from perfrules.rules.text.outline import Problems
from perfrules.source import Source
from specification.markdown import ChapterError

_ENTRY = re.compile(r"(?P<name>\w+)(?:=(?P<value>.+)|：(?P<target>.*)|(?P<all>(?:\[[^\]]*\])+)|\{(?P<one>[^}]*)\})?")
_KINDS = {"数值": Kind.NUMBER, "条件": Kind.TRUTH, "文字": Kind.TEXT, "日期": Kind.DATE, "要求": Kind.TARGET}
_OWN = "规则的对象"
_ANYTHING = tuple(_KINDS.values())


@attrs.frozen
class Worked:
    """What a formula comes to, and what is wrong with it."""

    value: Value
    diagnostics: tuple[Diagnostic, ...]

    @property
    def text(self) -> str:
        """The value as people read it."""
        return "未知" if self.value is None else value_text(self.value)


def work_out(formula: str, known: str) -> Worked:
    """Read a formula, check it against what is known, and work it out where nothing is wrong."""
    problems = Problems()
    where = piece(Source("公式", formula), 0, len(formula))
    read = read_formula(where, problems)
    objects: dict[str, Vocabulary] = {}
    values, kinds = _facts(known, "；", objects)
    objects[_OWN] = kinds
    if read is not None:
        report(faults(read, Scope.of(_OWN, objects, {}), *_ANYTHING), [where], problems)
    if read is None or problems.found:
        return Worked(None, tuple(problems.found))
    return Worked(Evaluation.of(Given(values)).value(read), ())


def _facts(text: str, between: str, objects: dict[str, Vocabulary]) -> tuple[dict[str, Value], dict[str, AnyKind]]:
    values: dict[str, Value] = {}
    kinds: dict[str, AnyKind] = {}
    for entry in filter(None, (each.strip() for each in text.split(between))):
        found = _ENTRY.fullmatch(entry)
        if found is None:
            raise ChapterError(f"“已知”里的“{entry}”读不懂。")
        values[found["name"]], kinds[found["name"]] = _given(found, objects)
    return values, kinds


def _given(found: re.Match[str], objects: dict[str, Vocabulary]) -> tuple[Value, AnyKind]:
    name = found["name"]
    if found["target"] is not None:
        return parse(found["target"], year=2023), Kind.TARGET
    if found["all"]:
        made = [_facts(each, "，", objects) for each in re.findall(r"\[([^\]]*)\]", found["all"])]
        objects[name] = {fact: kind for _, facts in made for fact, kind in facts.items()}
        return tuple(Given(values) for values, _ in made), Objects(name)
    if found["one"] is not None:
        values, objects[name] = _facts(found["one"], "，", objects)
        return Given(values), Related(name)
    if found["value"] in _KINDS:
        return None, _KINDS[found["value"]]
    return _value(found["value"])


def _value(text: str) -> tuple[Value, AnyKind]:
    """Work out a value that is written as a formula, or several in brackets."""
    if text in ("是", "否"):
        return text == "是", Kind.TRUTH
    formula = parse_formula(f"最小{text}" if text.startswith("(") else text)
    if isinstance(formula, int):
        raise ChapterError(f"“已知”里的“{text}”读不懂。")
    if isinstance(formula, Call) and formula.function is Function.LEAST:
        values = tuple(Evaluation.of(Given({})).value(each) for each in formula.arguments)
        return values, ListOf(next(_kinds(values)))
    value = Evaluation.of(Given({})).value(formula)
    return value, next(_kinds((value,)))


def _kinds(values: tuple[Value, ...]) -> Iterator[Kind]:
    kinds = {"str": Kind.TEXT, "date": Kind.DATE}
    yield from (kinds.get(type(value).__name__, Kind.NUMBER) for value in values)
