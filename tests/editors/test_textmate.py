"""Two engines, one description: VS Code's own tokenizer colours every file as the Pygments lexer does."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from editors.coloured import EXTENSION, RULES, scopes, text_of
from perfrules.highlighting.description import Scope

NODE = shutil.which("node")
SCRIPT = Path(__file__).with_name("tokenize.mjs")

pytestmark = pytest.mark.skipif(
    NODE is None or not (EXTENSION / "node_modules" / "vscode-textmate").is_dir(),
    reason="要有 node，并先在 docs/editors/vscode 运行 npm install",
)

_SCOPES = {f"{scope.value[0]}.perfrules": scope for scope in Scope}


def _by_textmate(texts: list[str]) -> list[list[Scope | None]]:
    assert NODE is not None
    program = [NODE, str(SCRIPT), f"{EXTENSION.as_uri()}/"]
    done = subprocess.run(program, input=json.dumps(texts), capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stderr
    return [
        [_SCOPES.get(scope) for line in lines for stretch, scope in [*line, ("\n", "")] for _ in stretch][:-1]
        for lines in json.loads(done.stdout)
    ]


def _differences(texts: list[str]) -> list[tuple[str, Scope | None, Scope | None]]:
    both = zip(texts, _by_textmate(texts), map(scopes, texts), strict=True)
    return [
        (text[max(0, at - 20) : at + 10], one, other)
        for text, left, right in both
        for at, (one, other) in enumerate(zip(left, right, strict=True))
        if one is not other and text[at] != "\n"
    ]


def test_both_colour_every_ruleset_alike() -> None:
    assert not _differences([text_of(path) for path in RULES])


def test_both_colour_half_typed_texts_alike() -> None:
    """Every file broken off in the middle of a line, and with its indentation by tabs or full-width blanks."""
    whole = [text_of(path) for path in RULES[::4]]
    broken = [text[: len(text) * part // 7] for text in whole for part in (2, 3, 5)]
    tabbed = [text.replace("    ", "\t").replace("  ", "\u3000") for text in whole]
    assert not _differences([*broken, *tabbed])
