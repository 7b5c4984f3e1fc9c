"""Calculations of money: `128家 × 10万元/家 = 1280万元`, also where they stand in a text."""

import re
from collections.abc import Iterator
from fractions import Fraction

import attrs

from perfrules.syntax.folding import fold
from perfrules.targets import parse_quantity
from perfrules.units import Quantity

MONEY = "货币"
_AMOUNT = r"\d[\d,]*(?:\.\d+)?[ ]?[^\s\d×*xX=≈+,，。;；、()()]{0,12}"
_PRODUCT = re.compile(rf"{_AMOUNT}(?:\s*[×*xX✕]\s*{_AMOUNT})+\s*=\s*{_AMOUNT}")
_TIMES = re.compile(r"[×*xX✕]")
_TOTAL = re.compile(
    r"(?:合计|共计|总计|共需|需支付|需要支付|总共)(?:资金|经费|金额|费用|投入)?[为是约:]?\s*(\d[\d,]*(?:\.\d+)?[万亿]?元)"
)
_PARTS = re.compile(r"其中[:,]?([^。;]*)")
_PART = re.compile(r"(?<!每)(\d[\d,]*(?:\.\d+)?[万亿]?元)(?![/每])")
_EACH = re.compile(r"每.{0,6}$")


@attrs.frozen
class WrittenCalculation:
    """A product of quantities and what it is said to come to."""

    text: str
    factors: tuple[Quantity, ...]
    result: Quantity

    @property
    def product(self) -> Quantity | None:
        """What it really comes to, in the unit of the result; None where the factors do not make money once.

        >>> calculations_in("补助128家×10万元/家=1270万元")[0].product.number
        Fraction(1280, 1)
        """
        powers = [_money_power(each) for each in self.factors]
        if sum(powers) != 1 or any(power not in (0, 1) for power in powers) or _money_power(self.result) != 1:
            return None
        product = Fraction(1)
        for factor in self.factors:
            product *= factor.canonical
        return Quantity(product / self.result.unit.factor, self.result.unit)


def _money_power(quantity: Quantity) -> int:
    return dict(quantity.unit.dimension).get(MONEY, 0)


def calculations_in(text: str) -> tuple[WrittenCalculation, ...]:
    """Find the products that a text writes out; what cannot be read from end to end is none.

    >>> [each.text for each in calculations_in("补助128家×10万元/家=1280万元，另有3项工作。")]
    ['128家×10万元/家=1280万元']
    """
    return tuple(_read(fold(text)))


def _read(text: str) -> Iterator[WrittenCalculation]:
    for found in _PRODUCT.finditer(text):
        left, _, right = found.group().partition("=")
        amounts = [parse_quantity(part.strip()) for part in (*_TIMES.split(left), right)]
        known = [amount for amount in amounts if amount is not None]
        if len(known) == len(amounts):
            yield WrittenCalculation(found.group(), tuple(known[:-1]), known[-1])


def total_in(text: str) -> Quantity | None:
    """Give the amount of money that a text calls its total; None where it calls none so, or several.

    >>> print(total_in("每家企业补助10万元，合计1280万元。"))
    1280万元
    >>> total_in("设备合计30万元，人员合计20万元。") is None
    True
    """
    found = {each[1] for each in _TOTAL.finditer(fold(text))}
    return parse_quantity(found.pop()) if len(found) == 1 else None


def parts_in(text: str) -> tuple[Quantity, ...]:
    """Give the amounts that a text lists behind 其中; none where a price or a nested list stands among them.

    >>> print(*parts_in("合计50万元，其中：设备30万元，人员20万元。"))
    30万元 20万元
    """
    folded = fold(text)
    lists = _PARTS.findall(folded)
    if len(lists) != 1 or "每" in lists[0] or "/" in lists[0] or _TIMES.search(lists[0]):
        return ()
    amounts = [parse_quantity(each) for each in _PART.findall(lists[0])]
    return tuple(amount for amount in amounts if amount is not None)
