"""Whether the canonical text of a target says all that the target does."""

from collections.abc import Iterator

import attrs

from perfrules.syntax import Change, Expression, Measure, Origin, Qualitative, Ratio, read_target
from perfrules.targets import Target, parse
from perfrules.units import exact_text


def _without_origin(reading: dict[str, object]) -> dict[str, object]:
    """The canonical text writes the operator and the width of 约, and resolves dates; readings differ in no more."""
    parts = reading.get("of", [])
    assert isinstance(parts, list)
    kept = {name: value for name, value in reading.items() if name not in {"op_from", "of", "text"}}
    if reading["kind"] == "tolerance":
        kept.pop("approximation", None)
    return kept | {"of": list(map(_without_origin, parts))}


def _is_turned_by_its_name(expression: Expression) -> bool:
    """The name of 撬动 1:1.5 turns the operator around; without the name, the turned one is written."""
    return isinstance(expression, Ratio) and expression.op_from is Origin.NAME


def _is_refused(target: Target) -> bool:
    """A number that cannot be one under its name stays words; without the name, it is a number again."""
    expression = target.expression
    return isinstance(expression, Qualitative) and not isinstance(read_target(expression.text), Qualitative)


def _is_share_of_unit(target: Target) -> bool:
    """3分之1 takes no unit behind it, but its context may supply one."""
    return any(measure.unit and "/" in exact_text(measure.number) for measure in _measures(target.expression))


def _measures(value: object) -> Iterator[Measure]:
    """Give every measure in an expression."""
    if isinstance(value, Measure):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _measures(part)
    elif attrs.has(kind := type(value)):
        yield from _measures(tuple(getattr(value, field.name) for field in attrs.fields(kind)))


def hides_rise(change: Expression) -> bool:
    """In 提高2升至3升, 升至 is read as a verb, and then nothing is: two litres may rise to three."""
    return (
        isinstance(change, Change)
        and change.high is not None
        and change.amount is not None
        and change.amount.of.text.endswith("升")
    )


def has_no_spelling(target: Target) -> bool:
    """Whether its canonical text cannot be read as the same without its context; chapter 14 lists them."""
    return _is_refused(target) or _is_share_of_unit(target) or hides_rise(target.expression)


def says_the_same(target: Target) -> bool:
    """Whether the canonical text, read without any context but its language, is the same target."""
    again = parse(target.canonical, language=target.language)
    same = (again.region, again.polarity, again.canonical) == (target.region, target.polarity, target.canonical)
    return same and (
        _is_turned_by_its_name(target.expression)
        or _without_origin(again.to_dict()) == _without_origin(target.to_dict())
    )
