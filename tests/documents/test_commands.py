"""Commands that documents and the help show, whether or not a test follows them, are commands that there are."""

import argparse
import re
import shlex

import pytest

from guards.checkout import ROOT, project_files
from perfrules.cli.main import command_line

_SHOWN = re.compile(r"^ *(?:\$ )?perfrules +(?!COMMAND|命令)(.+)$", re.MULTILINE)
_REMARK = re.compile(r"\s+(?:#|（|<).*$")
_FENCE = re.compile(r"^```[^`\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)


def _subcommands() -> dict[str, argparse.ArgumentParser]:
    (action,) = (each for each in command_line()._actions if isinstance(each, argparse._SubParsersAction))
    return dict(action.choices)


SHOWN = {
    (path.relative_to(ROOT).as_posix(), command)
    for path in project_files()
    if path.suffix == ".md"
    for block in _FENCE.findall(path.read_text("utf-8"))
    for command in _SHOWN.findall(block)
} | {(name, command) for name, each in _subcommands().items() for command in _SHOWN.findall(each.epilog or "")}


@pytest.mark.parametrize(("where", "command"), sorted(SHOWN))
def test_it_can_be_typed(where: str, command: str) -> None:
    try:
        command_line().parse_args(shlex.split(_REMARK.sub("", command)))
    except SystemExit as refused:
        pytest.fail(f"{where}：perfrules {command}（退出码 {refused.code}）", pytrace=False)


def test_there_are_such_commands() -> None:
    assert {where for where, _ in SHOWN} >= {"README.md", "docs/forms.md", "evaluate"}
