"""What is remembered is bounded: a program that runs for a year on other people's texts does not grow by them."""

import ast
from collections.abc import Iterator

import pytest

from guards.checkout import MODULES


def _decorated(tree: ast.Module) -> Iterator[tuple[ast.FunctionDef, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield from ((node, decorator) for decorator in node.decorator_list)


def _is_unbounded(function: ast.FunctionDef, decorator: ast.expr) -> bool:
    text = ast.unparse(decorator)
    if text == "cache":
        return bool(function.args.args or function.args.kwonlyargs)
    return text.startswith("lru_cache") and not text.removeprefix("lru_cache(maxsize=").rstrip(")").isdecimal()


@pytest.mark.parametrize("path", sorted(MODULES))
def test_what_depends_on_an_argument_is_remembered_up_to_a_bound(path: str) -> None:
    unbounded = [
        function.name for function, decorator in _decorated(MODULES[path]) if _is_unbounded(function, decorator)
    ]
    assert not unbounded
