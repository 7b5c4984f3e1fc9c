"""The peers: what each of them can do of what perfrules does, behind one face. One that is not installed is left out.

None of them reads 绩效目标 as people write them. Each is therefore given the nearest thing in its own language: an
inequality over a variable to the three expression languages, a number with a unit to pint, a numeral to cn2an.
"""

from collections.abc import Callable, Mapping
from importlib import import_module, metadata
from types import ModuleType
from typing import Any

import attrs

Judge = Callable[[Mapping[str, Any]], object]


@attrs.frozen
class Language:
    """An expression language: `compiled` makes a text ready, `judged` runs it on a value of `actual`."""

    name: str
    compiled: Callable[[str], Any]
    judged: Callable[[Any, Any], object]
    value: Callable[[int], Any]


def installed(name: str) -> ModuleType | None:
    """Give a module, None where there is none."""
    try:
        return import_module(name)
    except ImportError:
        return None


def version(distribution: str) -> str:
    """Give the version of an installed distribution, or say that it is missing."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "not installed"


def languages() -> list[Language]:
    """Give the expression languages that are installed."""
    makers = (_rule_engine, _bkflow_feel, _cel)
    return [language for make in makers if (language := make()) is not None]


def _rule_engine() -> Language | None:
    module = installed("rule_engine")
    if module is None:
        return None
    return Language("rule-engine", module.Rule, lambda rule, value: rule.matches({"actual": value}), int)


def _bkflow_feel() -> Language | None:
    module, parsers = installed("bkflow_feel.api"), installed("bkflow_feel.transformer")
    if module is None or parsers is None:
        return None

    def compiled(text: str) -> Any:
        return module.default_transformer.transform(module.default_parser.parse(text))

    return Language("bkflow-feel", compiled, lambda tree, value: tree.evaluate({"actual": value}), int)


def _cel() -> Language | None:
    module = installed("celpy")
    if module is None:
        return None
    environment = module.Environment()

    def compiled(text: str) -> Any:
        return environment.program(environment.compile(text))

    number = module.celtypes.IntType
    return Language("cel-python", compiled, lambda program, value: program.evaluate({"actual": value}), number)


def pint_amount() -> Callable[[str], object] | None:
    """Give what reads an amount with pint, exactly, as perfrules does."""
    module = installed("pint")
    return (
        None if module is None else module.UnitRegistry(non_int_type=import_module("decimal").Decimal).parse_expression
    )


def cn2an_numeral() -> Callable[[str], object] | None:
    """Give what reads a Chinese numeral with cn2an."""
    module = installed("cn2an")
    return None if module is None else lambda text: module.cn2an(text, "smart")
