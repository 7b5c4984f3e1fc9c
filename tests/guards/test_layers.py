"""Imports go one way. The order is decided in docs/decisions/0001-layers.md; this tuple is what holds it."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

import perfrules
from guards.checkout import MODULES

LAYERS = (
    {"data", "source"},
    {"evidence"},
    {"page"},
    {"diagnostics"},
    {"units"},
    {"syntax"},
    {"names"},
    {"targets"},
    {"actuals"},
    {"evaluation"},
    {"tables"},
    {"formulas"},
    {"scoring"},
    {"trials"},
    {"monitoring"},
    {"filling"},
    {"review"},
    {"rules"},
    {"formatting"},
    {"report"},
    {"auditing"},
    {"progress"},
    {"overview"},
    {"readers"},
    {"importing"},
    {"ruleset"},
    {"comparing"},
    {"testing"},
    {"explaining"},
    {"pytest_plugin"},
    {"columnar"},
    {"surveying"},
    {"frame"},
    {"spark"},
    {"datasets"},
    {"highlighting"},
    {"lsp"},
    {"play"},
    {"cli"},
)

HOMES = {
    "lark": {"syntax", "rules"},
    "pint": {"units"},
    "openpyxl": {"readers", "filling"},
    "docx": {"filling"},
    "xlrd": {"readers"},
    "rich": {"cli"},
    "narwhals": {"readers", "columnar"},
    "jinja2": {"page"},
    "markupsafe": {"page"},
    "pyarrow": {"columnar", "surveying", "spark", "datasets"},
    "numpy": {"columnar", "surveying"},
    "duckdb": {"datasets"},
    "pygments": {"highlighting"},
    "pytest": {"pytest_plugin"},
    "pygls": {"lsp"},
    "lsprotocol": {"lsp"},
    "pyspark": {"spark"},
}
"""What each library from outside is known to. attrs, which types are made of, is known everywhere."""

BANNED = {"utils", "helpers", "common", "misc", "manager"}
"""Names that say nothing about what a module is for."""

_RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def _layer(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def _imports(path: str) -> Iterator[str]:
    """Give what a module imports, wherever in it, as dotted names."""
    parents = ["perfrules", *path.split("/")[:-1]]
    for node in ast.walk(MODULES[path]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = parents[: len(parents) + 1 - node.level] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _own_layers(path: str) -> set[str]:
    parts = [name.split(".") for name in _imports(path)]
    return {names[1] for names in parts if names[0] == "perfrules" and names[1] in _RANK}


inside = sorted(path for path in MODULES if path not in {"__init__.py", "__main__.py"})


def test_every_part_of_the_package_has_a_layer() -> None:
    assert {_layer(path) for path in inside} <= set(_RANK)


@pytest.mark.parametrize("path", inside)
def test_imports_go_only_downwards(path: str) -> None:
    mine = _layer(path)
    uphill = {name for name in _own_layers(path) if name != mine and _RANK[name] >= _RANK[mine]}
    assert not uphill, f"{path} 引用了上层的 {'、'.join(sorted(uphill))}"


@pytest.mark.parametrize("path", inside)
def test_libraries_are_known_only_at_home(path: str) -> None:
    outside = {name.split(".")[0] for name in _imports(path)} - {"perfrules"} - sys.stdlib_module_names
    strangers = {name for name in outside if name != "attrs" and _layer(path) not in HOMES.get(name, set())}
    assert not strangers, f"{path} 引用了不属于这一层的库 {'、'.join(sorted(strangers))}"


def test_no_module_is_named_after_nothing() -> None:
    assert not {path for path in MODULES if BANNED & set(path.removesuffix(".py").split("/"))}


def test_the_package_itself_only_exports() -> None:
    """It holds imports and the late ones of docs/decisions/0007, and nothing else."""
    docstring, *rest = MODULES["__init__.py"].body
    assert isinstance(docstring, ast.Expr)
    others = [node for node in rest if not isinstance(node, ast.Import | ast.ImportFrom)]
    assert [_names(node) for node in others] == ["TYPE_CHECKING", "__all__", "_LATER", "__getattr__", "__dir__"]


def _names(node: ast.stmt) -> str:
    match node:
        case ast.If(test=ast.Name(id=name), body=body) if all(isinstance(each, ast.ImportFrom) for each in body):
            return name
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.FunctionDef(name=name):
            return name
        case _:
            return ast.unparse(node)


def test_every_export_is_there() -> None:
    assert all(hasattr(perfrules, name) for name in perfrules.__all__)
    assert not hasattr(perfrules, "nothing")


def test_importing_perfrules_loads_no_heavy_library() -> None:
    program = [sys.executable, "-c", "import sys, perfrules; print(*sys.modules)"]
    loaded = subprocess.run(program, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own Python
    assert not set(HOMES) & set(loaded.split())
