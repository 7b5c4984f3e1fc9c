"""What editors are told about the language is what the language server says of itself."""

import json
import re
import tomllib
from typing import Any

import pytest

from editors.coloured import EXTENSION
from perfrules.cli.main import main
from perfrules.rules.blocks import BLOCKS

GUIDE = (EXTENSION.parent / "README.md").read_text("utf-8")
MANIFEST = json.loads((EXTENSION / "package.json").read_text("utf-8"))


def _examples(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_every_setup_starts_the_server() -> None:
    (helix,) = map(tomllib.loads, _examples("toml"))
    (sublime,) = map(json.loads, _examples("json"))
    server = helix["language-server"]["perfrules"]
    assert [server["command"], *server["args"]] == ["perfrules", "lsp"]
    assert sublime["clients"]["perfrules"]["command"] == ["perfrules", "lsp"]
    for language in ("lua", "elisp"):
        (example,) = _examples(language)
        assert re.search(r'"perfrules",? "lsp"', example)
        assert example.count("(") == example.count(")")


def test_the_commands_of_the_extension_are_commands_of_perfrules(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    known = capsys.readouterr().out
    script = (EXTENSION / "src" / "extension.ts").read_text("utf-8")
    assert {"lsp", "test", "review", "play"} == set(re.findall(r'"(lsp|test|review|play)"', script))
    assert all(re.search(rf"\b{command}\b", known) for command in ("lsp", "test", "review", "play"))


def test_every_command_that_is_shown_is_there() -> None:
    shown = {command["command"] for command in MANIFEST["contributes"]["commands"]}
    script = (EXTENSION / "src" / "extension.ts").read_text("utf-8")
    assert shown == set(re.findall(r'registerCommand\("([\w.]+)"', script))
    in_menus = {each["command"] for menu in MANIFEST["contributes"]["menus"].values() for each in menu}
    assert in_menus <= shown


def test_what_the_server_marks_has_a_colour() -> None:
    tokens = pytest.importorskip("perfrules.lsp.tokens", reason="语言服务器要装 perfrules[lsp]")
    (scopes,) = MANIFEST["contributes"]["semanticTokenScopes"]
    assert set(scopes["scopes"]) == set(tokens.LEGEND)


def test_behind_a_heading_lines_are_indented() -> None:
    """The rules of the extension for Enter, on lines as they are typed."""
    configuration: dict[str, Any] = json.loads((EXTENSION / "language-configuration.json").read_text("utf-8"))
    rules = [re.compile(each["beforeText"]) for each in configuration["onEnterRules"]]
    indented = [*(f"{keyword} 甲" for keyword in BLOCKS), "  产出指标", "  得分"]
    assert [line for line in indented if not any(rule.match(line) for rule in rules)] == []
    assert not [
        line for line in ("  年度：2023", "    达成：分值", "  # 注释", "") if any(rule.match(line) for rule in rules)
    ]


def test_full_width_punctuation_is_not_called_ambiguous() -> None:
    usual = MANIFEST["contributes"]["configurationDefaults"]["[perfrules]"]
    assert usual["editor.unicodeHighlight.ambiguousCharacters"] is False
