"""Placeholders, as a template states them: `{{项目名称}}`, and in a row that repeats `{{指标.得分}}`."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches

import attrs

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.filling.form import Cell, Form, shown

PATTERN = re.compile(r"\{\{([^{}]*)\}\}")
_MERGED = "合并"
_EACH = "每个"


@attrs.frozen
class Placeholder:
    """A name, and the list that it belongs to; `merged` where equal cells below one another become one."""

    name: str
    listing: str = ""
    merged: bool = False

    @classmethod
    def of(cls, inside: str) -> "Placeholder":
        """Read what stands between the braces.

        >>> Placeholder.of(" 指标.一级指标 合并 ")
        Placeholder(name='一级指标', listing='指标', merged=True)
        """
        text, _, rest = inside.strip().partition(" ")
        listing, _, name = text.rpartition(".")
        return cls(name, listing, rest.strip() == _MERGED) if rest.strip() in {"", _MERGED} else cls(inside.strip())

    @property
    def key(self) -> str:
        """The name with its list, as formulas refer to it."""
        return f"{self.listing}.{self.name}" if self.listing else self.name


def placeholders(text: str) -> list[Placeholder]:
    """Find the placeholders in a text, in their order.

    >>> [each.key for each in placeholders("（{{年度}}年度）{{ 指标.得分 }}")]
    ['年度', '指标.得分']
    """
    return [Placeholder.of(found) for found in PATTERN.findall(text)]


def part_of(text: str) -> str | None:
    """Give the part of a template that a marker begins; None where the text is none.

    >>> part_of("{{每个项目}}"), part_of("{{项目名称}}")
    ('项目', None)
    """
    found = PATTERN.fullmatch(text.strip())
    name = found[1].strip() if found else ""
    return name.removeprefix(_EACH) if name.startswith(_EACH) else None


def repeats(texts: Iterable[str], form: Form, file: str) -> int | None:
    """Tell how often a row with these texts repeats: as often as its list has rows; None where it has no list.

    Raises:
        PerfRulesError: The row has placeholders of two lists, or the form has no such list.
    """
    inside = [each for text in texts for each in placeholders(text) if each.listing]
    found = list(dict.fromkeys(each.listing for each in inside))
    if not found:
        return None
    if len(found) > 1:
        raise PerfRulesError(Diagnostic.of(Code.TEMPLATE_LISTS_MIXED, file=file, lists="、".join(found)))
    if found[0] not in form.lists:
        raise _unknown(form, inside[0], file)
    return len(form.lists[found[0]])


def value_of(form: Form, placeholder: Placeholder, row: int | None, file: str) -> Cell:
    """Give what a form has for a placeholder, in a row of its list.

    Raises:
        PerfRulesError: The form has nothing of that name.
    """
    if placeholder.listing:
        listing = form.lists.get(placeholder.listing)
        if listing is not None and placeholder.name in listing.columns and row is not None:
            return listing.cell(row, placeholder.name)
    elif placeholder.name in form.values:
        return form.values[placeholder.name]
    raise _unknown(form, placeholder, file)


def _unknown(form: Form, placeholder: Placeholder, file: str) -> PerfRulesError:
    known = [*form.values, *(f"{name}.{column}" for name, listing in form.lists.items() for column in listing.columns)]
    near = get_close_matches(placeholder.key[:50], known, n=1, cutoff=0.5)
    hint = f"最接近的是“{near[0]}”。" if near else ""
    return PerfRulesError(Diagnostic.of(Code.PLACEHOLDER_UNKNOWN, file=file, name=placeholder.key, hint=hint))


def replaced(text: str, value: Callable[[Placeholder], Cell]) -> Cell:
    """Put values in the place of placeholders; a number that stands alone stays one.

    >>> replaced("（{{年度}}年度）", lambda placeholder: "2023")
    '（2023年度）'
    """
    alone = PATTERN.fullmatch(text.strip())
    if alone is not None:
        return value(Placeholder.of(alone[1]))
    return PATTERN.sub(lambda found: shown(value(Placeholder.of(found[1]))), text)
