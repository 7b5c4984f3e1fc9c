"""Reads `grammar/units.txt`: names, spellings and definitions of units, and what may be compared with a note."""

import attrs

from perfrules.data import read_text

FILE = "grammar/units.txt"


@attrs.frozen
class Comparable:
    """Classifiers that count the same things, and which things."""

    units: frozenset[str]
    things: str


@attrs.frozen
class UnitDefinitions:
    """The units file as data.

    `definitions` maps a name to its definition in pint's syntax; `names` maps every spelling, names included, to the
    name; `symbols` maps a name to what is printed for it, where that is not the name itself.
    """

    definitions: dict[str, str]
    names: dict[str, str]
    symbols: dict[str, str]
    classifiers: frozenset[str]
    general: frozenset[str]
    comparable: tuple[Comparable, ...]


def read_definitions(text: str | None = None) -> UnitDefinitions:
    r"""Read the definitions, from the shipped file unless a text is given.

    >>> definitions = read_definitions("元 = [货币] | 圆\n百分比 = 0.01 = %")
    >>> definitions.names["圆"], definitions.symbols["百分比"]
    ('元', '%')
    """
    definitions: dict[str, str] = {}
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    classifiers: list[str] = []
    general: list[str] = []
    comparable: list[Comparable] = []
    for line in _lines(read_text(FILE) if text is None else text):
        directive, _, rest = line.partition(" ")
        match directive:
            case "@量词":
                classifiers.extend(rest.split())
            case "@通用":
                general.extend(rest.split())
            case "@可比":
                words, _, things = rest.partition("：")
                comparable.append(Comparable(frozenset(words.split()), things.strip()))
            case _:
                definition, _, spellings = line.partition(" | ")
                name, body, *symbol = (part.strip() for part in definition.split(" = "))
                definitions[name] = body
                symbols.update(zip([name], symbol, strict=False))
                names.update(dict.fromkeys([name, *symbol, *spellings.split()], name))
    for word in classifiers:
        if word not in names:
            definitions[word], names[word] = f"[{word}]", word
    return UnitDefinitions(definitions, names, symbols, frozenset(classifiers), frozenset(general), tuple(comparable))


def _lines(text: str) -> list[str]:
    stripped = (line.strip() for line in text.splitlines())
    return [line for line in stripped if line and not line.startswith("#")]
