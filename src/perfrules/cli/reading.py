"""The reading of a target in words: its JSON form with Chinese names, for people."""

from collections.abc import Iterator, Mapping

from perfrules.targets import Polarity, Target

KINDS = {
    "bound": "界限",
    "between": "区间",
    "tolerance": "允许偏差",
    "ratio": "比例",
    "change": "变化",
    "deadline": "期限",
    "window": "时段",
    "yes_no": "是否",
    "grade": "等级",
    "qualitative": "定性",
    "reference": "参照别的数",
    "scale": "只有答案选项",
    "blank": "没有设定",
    "all": "同时满足",
    "any": "满足其一",
}
_FIELDS = {
    "op": "运算符",
    "number": "数",
    "unit": "单位",
    "op_from": "运算符取自",
    "low": "下限",
    "low_closed": "含下限",
    "high": "上限",
    "high_closed": "含上限",
    "center": "中心值",
    "delta": "允许偏差",
    "left": "左边",
    "right": "右边",
    "direction": "方向",
    "baseline": "比较对象",
    "date": "不晚于",
    "inclusive": "含当日",
    "start": "从",
    "end": "到",
    "every": "每",
    "day": "日",
    "answer": "要求的答案",
    "scale": "等级序列",
    "level": "等级",
    "text": "文字",
    "degree": "程度",
    "to": "参照",
    "subject": "对象",
}
_WORDS = {
    "cell": "单元格",
    "column": "计算符号栏",
    "template": "指标名称里的模板",
    "direction": "指标方向栏",
    "zero": "单独一个0",
    "name": "指标名称的用词",
    "class": "指标类别",
    "increase": "提高",
    "decrease": "降低",
    "not_decrease": "不降低",
    "not_increase": "不提高",
    "steady": "持平",
    "last_year": "上年",
    "last_period": "上期",
    "average": "平均水平",
    "unstated": "没有写明",
}
_POLARITIES = {Polarity.HIGHER: "越大越好", Polarity.LOWER: "越小越好", Polarity.EXACT: "要求一个值或一个范围"}


def describe(target: Target) -> Iterator[str]:
    r"""Say in lines what a target is: its text, its reading, the set it denotes, and what was doubtful.

    >>> from perfrules.targets import parse
    >>> print(*describe(parse("≥90%")), sep="\n")
    指标值  ≥90%
    读作    界限：运算符 ≥，数 90，单位 %，运算符取自 单元格
    范围    [90%, ∞)
    方向    越大越好
    """
    yield f"指标值  {target.text}"
    first, *parts = _reading(target.to_dict())
    yield f"读作    {first}"
    yield from (f"        {part}" for part in parts)
    yield f"范围    {target}"
    if target.polarity is not None:
        yield f"方向    {_POLARITIES[target.polarity]}"
    for diagnostic in target.diagnostics:
        yield from str(diagnostic).splitlines()


def _reading(reading: Mapping[str, object]) -> Iterator[str]:
    """Give one line, and one more for each part of a conjunction or disjunction."""
    parts = reading.get("of")
    fields = "，".join(
        f"{_FIELDS.get(name, name)} {_word(value)}" for name, value in reading.items() if name not in {"kind", "of"}
    )
    yield f"{KINDS[str(reading['kind'])]}：{fields}".rstrip("：")
    for part in parts if isinstance(parts, list) else []:
        yield from (f"  {line}" for line in _reading(part))


def _word(value: object) -> str:
    match value:
        case bool():
            return "是" if value else "否"
        case None:
            return "（不明）"
        case "":
            return "（无）"
        case _:
            return _WORDS.get(str(value), str(value))
