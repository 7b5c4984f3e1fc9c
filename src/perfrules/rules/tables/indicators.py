"""The indicators of a goal table: one line each, under their 一级指标 and 二级指标."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from perfrules import targets
from perfrules.diagnostics import Code, Label
from perfrules.names import category_of, comparable, indicator_classes, subcategory_of
from perfrules.rules.tables.waivers import read_waivers
from perfrules.rules.text.fields import Given, Spellings, field_named, listed, singles, unknown_field, value_of
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Line, Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.syntax import Language, fold
from perfrules.tables import Indicator

COLUMNS: Spellings = {
    "说明": ("描述", "绩效指标描述", "指标描述", "指标说明"),
    "依据": ("指标值确定依据", "确定依据"),
    "分值": ("权重",),
    "上年值": ("基期值",),
    "佐证": ("佐证材料",),
    "符号": ("计算符号",),
    "单位": ("度量单位", "计量单位"),
    "方向": ("指标方向",),
    "累计": ("是否累计",),
    "又写": ("别名",),
    "免审": (),
}

_WEIGHT = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)分?")


@attrs.frozen
class Setting:
    """Where an indicator stands: its classes, its 分项绩效目标, the budget year, the language of its ruleset."""

    year: int | None
    language: Language
    category: str = ""
    subcategory: str = ""
    sub_goal: str = ""


def is_category(entry: Entry) -> bool:
    """Whether a line is the heading of a 一级指标."""
    return entry.line.value is None and bool(category_of(entry.label))


def read_indicators(entries: Iterable[Entry], setting: Setting, problems: Problems) -> Iterator[Indicator]:
    """Read lines that are indicators, or headings with indicators under them."""
    for entry in entries:
        if entry.line.value is not None:
            yield from _indicator(entry, setting, problems)
        elif not setting.category and (is_category(entry) or entry.children):
            yield from read_category(entry, setting, problems)
        elif setting.category and not setting.subcategory and (subcategory_of(entry.label) or entry.children):
            yield from _subcategory(entry, setting, problems)
        else:
            problems.add(Code.COLON_MISSING, entry.line.whole, text=entry.line.whole.text)


def read_category(entry: Entry, setting: Setting, problems: Problems) -> Iterator[Indicator]:
    """Read the heading of a 一级指标 and what stands under it."""
    if not category_of(entry.label):
        _unknown_class(entry, "一级指标", [each.name for each in indicator_classes()], problems)
    yield from read_indicators(entry.children, attrs.evolve(setting, category=entry.label), problems)


def _subcategory(entry: Entry, setting: Setting, problems: Problems) -> Iterator[Indicator]:
    if not subcategory_of(entry.label):
        known = [part.name for each in indicator_classes() for part in each.parts]
        _unknown_class(entry, "二级指标", known, problems)
    yield from read_indicators(entry.children, attrs.evolve(setting, subcategory=entry.label), problems)


def _unknown_class(entry: Entry, level: str, known: list[str], problems: Problems) -> None:
    problems.add(Code.CLASS_UNKNOWN, entry.line.label, text=entry.label, level=level, hint=hint(entry.label, known))


def _indicator(entry: Entry, setting: Setting, problems: Problems) -> Iterator[Indicator]:
    if not entry.label:
        problems.add(Code.NAME_MISSING, entry.line.whole, what="指标")
        return
    target, columns = target_and_columns(entry.line)
    given = singles(_given(columns, entry.children, problems), problems)
    text = {field: given[field].text.text if field in given else "" for field in COLUMNS}
    yield Indicator(
        entry.label,
        targets.parse(
            target.text,
            sign=text["符号"],
            unit=text["单位"],
            direction=text["方向"],
            name=entry.label,
            category=setting.category,
            subcategory=setting.subcategory,
            basis=text["依据"],
            year=setting.year,
            language=setting.language,
        ),
        category=setting.category,
        subcategory=setting.subcategory,
        description=text["说明"],
        basis=text["依据"],
        weight=_weight(given["分值"].text, problems) if "分值" in given else None,
        baseline=text["上年值"],
        evidence=text["佐证"],
        sub_goal=setting.sub_goal,
        cumulative=_answer(given["累计"].text, problems) if "累计" in given else None,
        sign=text["符号"],
        unit=text["单位"],
        direction=text["方向"],
        other_names=listed(text["又写"]),
        waivers=read_waivers([given["免审"].text] if "免审" in given else [], problems),
        place=entry.place,
    )


def target_and_columns(line: Line) -> tuple[Piece, list[tuple[Piece, Piece]]]:
    """Tell the target of an indicator from its columns; behind nothing, a first column that is none is the target."""
    value = line.value or line.label
    columns = list(line.columns)
    if not value.text and columns and field_named(columns[0].key.text, COLUMNS) is None:
        value = columns.pop(0).whole
    return value, [(column.key, column.text) for column in columns]


def _given(columns: list[tuple[Piece, Piece]], children: Iterable[Entry], problems: Problems) -> Iterator[Given]:
    rows = [(child.line.label, value_of(child), child) for child in children]
    for key, text, entry in [*((key, text, None) for key, text in columns), *rows]:
        field = field_named(key.text, COLUMNS)
        if field is None:
            unknown_field(key, "指标", COLUMNS, problems)
        else:
            yield Given(field, text, entry)


def _weight(text: Piece, problems: Problems) -> Decimal | None:
    number = _WEIGHT.fullmatch(fold(text.text))
    if number is None:
        problems.add(Code.WEIGHT_WRONG, text, text=text.text)
        return None
    return Decimal(number[1])


def _answer(text: Piece, problems: Problems) -> bool | None:
    answer = {"是": True, "否": False}.get(comparable(text.text))
    if answer is None:
        problems.add(Code.VALUE_WRONG, text, text=text.text, what="累计", example="是或否")
    return answer


def without_duplicates(indicators: Iterable[Indicator], problems: Problems) -> tuple[Indicator, ...]:
    """Keep the first of two indicators with the same name in the same classes, and point at both."""
    found: dict[tuple[str, ...], Indicator] = {}
    for each in indicators:
        key = tuple(map(comparable, (each.sub_goal, each.category, each.subcategory, each.name)))
        former = found.setdefault(key, each)
        if former is not each and each.place is not None and former.place is not None:
            where = (Label(each.place, "又写了一次"), Label(former.place, "已经写过"))
            problems.add(Code.INDICATOR_TWICE, *where, name=each.name)
    return tuple(found.values())
