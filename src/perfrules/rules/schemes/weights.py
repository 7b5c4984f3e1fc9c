"""How a scheme divides the full mark: the lines under its 分值."""

import re
from collections.abc import Iterable, Iterator

from perfrules.names import category_of, comparable, indicator_classes
from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.values import columns_of, read_leftover, read_places, read_points, stated, wrong
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.scoring import ClassWeight, Merger, Variant, WeightChange

_EXECUTION = "预算执行率"
_FREE = "各类指标合计"
_WITHOUT = re.compile(r"如果没有(.+)")
_INTO = re.compile(r"并入(.+)")


def read_weights(draft: SchemeDraft, entries: Iterable[Entry], problems: Problems) -> None:
    """Read the lines under 分值 into a draft."""
    for entry in entries:
        label, basis = comparable(entry.label), columns_of(entry, problems)["依据"]
        without = _WITHOUT.fullmatch(label)
        if without is not None:
            draft.variants.extend(_variant(entry, without[1], basis, problems))
        elif label == _EXECUTION:
            points = read_points(stated(entry), problems)
            draft.execution_weight = ClassWeight(_EXECUTION, points[0], basis) if points else None
        elif label == _FREE:
            free = read_points(stated(entry), problems)
            draft.free = free[0] if free else None
        elif label == "缺少的分值":
            draft.leftover = read_leftover(stated(entry), problems)
        elif label == "分摊":
            draft.places = read_places(stated(entry), problems)
        else:
            draft.classes.extend(_class_weight(entry, basis, problems))


def _class_weight(entry: Entry, basis: str, problems: Problems) -> Iterator[ClassWeight | Merger]:
    category = _category(entry.line.label, entry.label, problems)
    if category is None:
        return
    text = stated(entry)
    into = _INTO.fullmatch(comparable(text.text))
    if into is not None:
        target = _category(text, into[1], problems)
        if target is not None:
            yield Merger(category, target, basis)
        return
    points = read_points(text, problems)
    if points is not None:
        yield ClassWeight(category, points[0], basis)


def _variant(entry: Entry, missing: str, basis: str, problems: Problems) -> Iterator[Variant]:
    category = _category(entry.line.label, missing, problems)
    changes = []
    for child in entry.children:
        changed = _category(child.line.label, child.label, problems)
        points = read_points(stated(child), problems, signed=True)
        if changed is not None and points is not None:
            changes.append(WeightChange(changed, *points))
    if category is not None:
        yield Variant(category, tuple(changes), basis)


def _category(where: Piece, text: str, problems: Problems) -> str | None:
    category = category_of(text)
    if not category:
        wrong(where, "一级指标", "、".join(each.name for each in indicator_classes()), problems)
    return category or None
