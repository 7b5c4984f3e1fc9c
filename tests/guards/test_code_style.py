"""What the linters cannot say about the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guards.checkout import MODULES, PACKAGE, ROOT, project_files

LONGEST = 400
"""Lines. A longer file is a place where two stages meet."""

LISTS = {PACKAGE / "diagnostics" / "catalogue.py"}
"""Files that may be longer, since they are one list of one kind of thing."""


def test_no_file_is_too_long() -> None:
    files = (path for folder in ("src", "tests") for path in (ROOT / folder).rglob("*.py"))
    assert not [path for path in files if path not in LISTS and len(path.read_text("utf-8").splitlines()) > LONGEST]


def _public(body: list[ast.stmt], inside: str = "") -> Iterator[tuple[str, ast.AST]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if any(ast.unparse(each) == "overload" for each in node.decorator_list):
                continue  # what it does is said where it is done
            yield f"{inside}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body, f"{node.name}.")


@pytest.mark.parametrize("path", sorted(MODULES))
def test_everything_public_says_what_it_is(path: str) -> None:
    tree = MODULES[path]
    documented = [("module", tree), *_public(tree.body)]
    silent = [name for name, node in documented if not ast.get_docstring(node)]  # type: ignore[arg-type]
    assert not silent


@pytest.mark.parametrize("path", sorted(MODULES))
def test_no_number_is_a_float(path: str) -> None:
    """How alike two names have to be (the `cutoff` of difflib) is no number of any table."""
    tree = MODULES[path]
    likeness = {node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "cutoff"}
    inexact = [
        ast.unparse(node)
        for node in set(ast.walk(tree)) - likeness
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "float")
    ]
    assert not inexact


def test_shipped_text_folders_hold_no_python() -> None:
    shipped = (path for folder in ("grammar", "rulesets", "docs") for path in (ROOT / folder).rglob("*.py"))
    assert not [path for path in shipped if path.parent != ROOT / "docs" / "site"]  # which is not shipped


_MACHINE = re.compile(
    r"pypi\.(?:org|python)|pythonhosted|(?:pypi|pip)[.-](?:tuna|aliyun|mirror)|index-url"
    r"|(?<![\w.~-])/(?:home|Users|tmp|work|root|mnt|opt)/[\w.]|[A-Z]:\\\\?Users"
)


def _text(path: Path) -> str:
    """A text file's text; nothing of one that is no text."""
    return path.read_bytes().decode("utf-8", errors="ignore")


def test_no_file_names_a_machine_or_a_registry() -> None:
    others = (path for path in project_files() if path != Path(__file__))
    named = {
        f"{path.relative_to(ROOT)}: {line}"
        for path in others
        for line in _text(path).splitlines()
        if _MACHINE.search(line)
    }
    assert not named


def test_the_package_is_typed() -> None:
    assert (PACKAGE / "py.typed").is_file()
