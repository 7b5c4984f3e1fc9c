"""The peers: what each of them can do of what perfrules does, behind one face. One that is not installed is left out.

None of them reads 绩效目标 as people write them. Each is therefore given the nearest thing in its own language: an
inequality over a variable to the rule engines and expression languages, a number with a unit to pint, a numeral to
cn2an.
"""

import json
from collections.abc import Callable
from importlib import import_module, metadata
from types import ModuleType
from typing import Any

import attrs


def _inequality(number: int) -> Any:
    return f"actual >= {number}"


def _json_inequality(number: int) -> Any:
    return {">=": [{"var": "actual"}, number]}


@attrs.frozen
class Language:
    """A language of rules: `compiled` makes a rule ready, `judged` runs it on a value of `actual`.

    `bound` writes the rule that asks for a number at least; `explained` says for a rule and a value how the result came
    about, None where the peer cannot. Some run rules as they stand, so that nothing `makes_ready`.
    """

    name: str
    compiled: Callable[[Any], Any]
    judged: Callable[[Any, Any], object]
    value: Callable[[int], Any] = int
    bound: Callable[[int], Any] = _inequality
    explained: Callable[[int], Callable[[int], object]] | None = None
    makes_ready: bool = True

    @property
    def reads_text(self) -> bool:
        """Whether its rules are texts, as cells are."""
        return self.bound is _inequality


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
    makers = (_zen, _cel_in_rust, _datalogic, _json_logic, _rule_engine, _bkflow_feel, _cel)
    return [language for make in makers if (language := make()) is not None]


def _zen() -> Language | None:
    module = installed("zen")
    if module is None:
        return None

    def explained(number: int) -> Callable[[int], object]:
        decision = module.ZenEngine().create_decision(json.dumps(_decision_table(number)))
        return lambda value: decision.evaluate({"actual": value}, {"trace": True})

    judged: Callable[[Any, Any], object] = lambda rule, value: rule.evaluate({"actual": value})  # noqa: E731
    return Language("zen-engine", module.compile_expression, judged, explained=explained)


def _decision_table(number: int) -> dict[str, object]:
    """The smallest decision of zen-engine that says what was met and traces why."""
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": "a", "name": "actual", "field": "actual"}],
        "outputs": [{"id": "v", "name": "verdict", "field": "verdict"}],
        "rules": [{"_id": "1", "a": f">= {number}", "v": '"met"'}, {"_id": "2", "a": "", "v": '"unmet"'}],
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def _cel_in_rust() -> Language | None:
    module = installed("cel")
    if module is None:
        return None
    return Language("CEL in Rust", module.compile, lambda program, value: program.execute({"actual": value}))


def _datalogic() -> Language | None:
    module = installed("datalogic_py")
    if module is None:
        return None
    engine = module.Engine()

    def explained(number: int) -> Callable[[int], object]:
        rule = json.dumps(_json_inequality(number))
        return lambda value: engine.evaluate_with_trace(rule, json.dumps({"actual": value}))

    judged: Callable[[Any, Any], object] = lambda rule, value: rule.evaluate({"actual": value})  # noqa: E731
    return Language(
        "datalogic (JsonLogic in Rust)", engine.compile, judged, bound=_json_inequality, explained=explained
    )


def _json_logic() -> Language | None:
    module = installed("json_logic")
    if module is None:
        return None
    judged: Callable[[Any, Any], object] = lambda rule, value: module.jsonLogic(rule, {"actual": value})  # noqa: E731
    return Language("json-logic", lambda rule: rule, judged, bound=_json_inequality, makes_ready=False)


def _rule_engine() -> Language | None:
    module = installed("rule_engine")
    if module is None:
        return None
    return Language("rule-engine", module.Rule, lambda rule, value: rule.matches({"actual": value}))


def _bkflow_feel() -> Language | None:
    module, parsers = installed("bkflow_feel.api"), installed("bkflow_feel.transformer")
    if module is None or parsers is None:
        return None

    def compiled(text: str) -> Any:
        return module.default_transformer.transform(module.default_parser.parse(text))

    return Language("bkflow-feel", compiled, lambda tree, value: tree.evaluate({"actual": value}))


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
