"""How the chapters write results: the words of the column 读作, and exact shares."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from perfrules.units import exact_text

Json = Mapping[str, object]

ORIGINS = {
    "column": "符号列",
    "template": "名称里的模板",
    "direction": "方向列",
    "zero": "零值",
    "name": "名称用词",
    "class": "指标类别",
}
APPROXIMATIONS = {"about": "约", "nearly": "近", "over": "余"}
MARKS = {
    "approximation": "约数",
    "low_approximation": "下限约数",
    "high_approximation": "上限约数",
    "closing": "数后又写",
    "event": "事项",
}
"""Optional fields, as the notes behind a reading name them."""

DIRECTIONS = {
    "increase": "提高",
    "decrease": "降低",
    "not_decrease": "不降低",
    "not_increase": "不提高",
    "steady": "保持",
}
BASELINES = {"last_year": "比上年", "last_period": "比上期", "average": "比平均水平", "unstated": "未写明与何时比"}


class _Fields(dict[str, object]):
    """The fields of a reading, each taken out once, so that what is left over cannot go unseen."""

    def take(self, name: str) -> str:
        """Take a field out; a missing one shows as `？`."""
        return str(self.pop(name, "？"))

    def take_if(self, name: str, pattern: str) -> str:
        """Take an optional field out and write it into `pattern`; nothing where it is absent."""
        value = str(self.pop(name, ""))
        return pattern.format(APPROXIMATIONS.get(value, value)) if value else ""


def read_as(reading: Json) -> str:
    """Write the JSON form of a target in the words of the column 读作, every field of it.

    >>> read_as({"kind": "bound", "op": "≥", "number": "90", "unit": "%", "op_from": "cell"})
    '界限 ≥90%'
    >>> read_as({"kind": "bound", "op": "=", "number": "10", "unit": "万元/家", "op_from": "class"})
    '界限 =10万元/家（符号取自指标类别）'
    >>> read_as({"kind": "change", "direction": "increase", "baseline": "last_year"})
    '变化 提高 比上年'
    """
    fields = _Fields(reading)
    kind = fields.take("kind")
    word, write = KINDS.get(kind, (kind, lambda _: ""))
    written = write(fields)
    text = f"{word}{written}" if written.startswith("【") else f"{word} {written}".rstrip()
    notes = [
        fields.take_if("subject", "对象：{}"),
        *(fields.take_if(key, f"{what}：{{}}") for key, what in MARKS.items()),
        _origin(fields),
        *(f"{key}={value}" for key, value in fields.items()),
    ]
    remarks = "，".join(note for note in notes if note)
    return f"{text}（{remarks}）" if remarks else text


def _origin(fields: _Fields) -> str:
    origin = fields.pop("op_from", "cell")
    return "" if origin == "cell" else f"符号取自{ORIGINS.get(str(origin), origin)}"


def _bound(fields: _Fields) -> str:
    return f"{fields.take('op')}{fields.take('number')}{fields.take('unit')}"


def _range(fields: _Fields) -> str:
    left = "(" if fields.pop("low_closed", True) is False else "["
    right = ")" if fields.pop("high_closed", True) is False else "]"
    return f"{left}{fields.take('low')}, {fields.take('high')}{right}{fields.take('unit')}"


def _change(fields: _Fields) -> str:
    direction, baseline = fields.take("direction"), fields.take("baseline")
    compared = fields.take_if("years", "比前{}年平均") or BASELINES.get(baseline, f"比{baseline}年")
    words = f"{DIRECTIONS.get(direction, direction)} {compared}"
    if "low" in fields:
        return f"{words} {_range(fields)}"
    return f"{words} {_bound(fields)}" if "number" in fields else words


_EVERY = {"month": "每月", "quarter": "每季度", "year": "每年"}


def _deadline(fields: _Fields) -> str:
    excluded = "（不含）" if fields.pop("inclusive", True) is not True else ""
    every = fields.pop("every", None)
    if every is not None:
        if every == "week":
            return f"每周{'一二三四五六日'[int(fields.take('day')) - 1]}{excluded}"
        month = f"{fields.take('month')}月" if "month" in fields else ""
        day = fields.take("day")
        return f"{_EVERY.get(str(every), every)}{month}{'末日' if day == 'last' else f'{day}日'}{excluded}"
    return f"{_day(fields.take('date'))}{excluded}"


def _day(text: str) -> str:
    return f"某年{text[1:]}" if text.startswith("--") else text


def _window(fields: _Fields) -> str:
    return f"{_day(fields.take('start'))} 至 {_day(fields.take('end'))}"


def _qualitative(fields: _Fields) -> str:
    text = f"“{fields.take('text')}”"
    direction = str(fields.pop("direction", ""))
    return f"{text}{f' {DIRECTIONS.get(direction, direction)}' if direction else ''}{fields.take_if('degree', ' {}')}"


def _parts(fields: _Fields) -> str:
    parts = fields.pop("of")
    assert isinstance(parts, list)
    return f"【{'】【'.join(map(read_as, parts))}】"


KINDS: dict[str, tuple[str, Callable[[_Fields], str]]] = {
    "bound": ("界限", _bound),
    "between": ("区间", _range),
    "tolerance": ("允差", lambda fields: f"{fields.take('center')}±{fields.take('delta')}{fields.take('unit')}"),
    "ratio": ("比值", lambda fields: f"{fields.take('op')}{fields.take('left')}:{fields.take('right')}"),
    "change": ("变化", _change),
    "deadline": ("期限", _deadline),
    "window": ("时段", _window),
    "yes_no": ("是否", lambda fields: {"True": "是", "False": "否"}[fields.take("answer")]),
    "grade": ("等级", lambda fields: f"{fields.take_if('op', '{}')}{fields.take('level')}（{fields.take('scale')}）"),
    "qualitative": ("定性", _qualitative),
    "reference": ("参照", lambda fields: f"{fields.take('op')}{fields.take('to')}"),
    "scale": ("选项", lambda fields: f"“{fields.take('text')}”"),
    "blank": ("空", lambda fields: f"“{fields.take('text')}”"),
    "all": ("且", _parts),
    "any": ("或", _parts),
}


def share_text(share: Fraction | None) -> str:
    """Write an exact share: as a percentage where that is a finite decimal, else as a quotient; `—` for none.

    >>> share_text(Fraction(19, 20)), share_text(Fraction(29, 30)), share_text(None)
    ('95%', '29/30', '—')
    """
    if share is None:
        return "—"
    percent = exact_text(share * 100)
    return exact_text(share) if "/" in percent else f"{percent}%"


def same_share(expected: str, shown: str) -> bool:
    """Whether two written shares are the same number, however they are written.

    >>> same_share("0.95", "95%"), same_share("58/60", "29/30"), same_share("—", "95%")
    (True, True, False)
    """
    return expected == shown or ("—" not in (expected, shown) and _share(expected) == _share(shown))


def _share(text: str) -> Fraction:
    return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
