"""The reading of a target in words, for people."""

from collections.abc import Iterator

from perfrules.targets.target import Polarity, Target

KINDS = {
    "bound": "界限",
    "between": "区间",
    "tolerance": "允差",
    "ratio": "比值",
    "change": "变化",
    "deadline": "期限",
    "window": "时段",
    "yes_no": "是否",
    "grade": "等级",
    "qualitative": "定性",
    "reference": "参照",
    "scale": "选项",
    "blank": "空",
    "all": "同时满足",
    "any": "满足其一",
}
_POLARITIES = {Polarity.HIGHER: "越大越好", Polarity.LOWER: "越小越好", Polarity.EXACT: "要求一个值或一个范围"}


def describe(target: Target) -> Iterator[str]:
    r"""Say in lines what a target is: what it asks, its canonical spelling, its set, and what was doubtful.

    >>> from perfrules.targets import parse
    >>> print(*describe(parse("九十%以上")), sep="\n")
    指标值    九十%以上
    意思      要求实际值不低于90%。
    规范写法  ≥90%
    种类      界限
    集合      [90%, ∞)
    方向      越大越好
    """
    yield f"指标值    {target.text or '（空）'}"
    yield f"意思      {target.sentence}"
    yield f"规范写法  {target.canonical or '（空）'}"
    yield f"种类      {KINDS[str(target.to_dict()['kind'])]}"
    yield f"集合      {target}"
    if target.polarity is not None:
        yield f"方向      {_POLARITIES[target.polarity]}"
    for diagnostic in target.diagnostics:
        yield from str(diagnostic).splitlines()
