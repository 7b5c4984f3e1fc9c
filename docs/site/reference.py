"""Pages that are made of the code: commands, schemes, monitoring methods, diagnostics and the Python API."""

import argparse
import re
from collections.abc import Iterable, Iterator
from typing import Any

import perfrules
from perfrules import frame
from perfrules.cli.main import command_line
from perfrules.diagnostics import Code
from perfrules.explaining import explain
from perfrules.rules import shipped_methods, shipped_schemes
from perfrules.ruleset import Ruleset


def made_pages() -> dict[str, str]:
    """Give every page that is made of the code, by its path."""
    return {
        "docs/reference/commands.md": commands(),
        "docs/reference/schemes.md": explained("评分办法", shipped_schemes()),
        "docs/reference/methods.md": explained("监控办法", shipped_methods()),
        "docs/reference/python.md": python(),
        "docs/diagnostics/index.md": diagnostics(),
    }


def commands() -> str:
    """Give the page of the command line."""
    parser = command_line()
    (chosen,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    parts = (_command(name, each) for name, each in chosen.choices.items())
    return "\n".join(("# 命令", "", parser.description or "", "", *parts))


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    lines = [f"## perfrules {name}", "", parser.description or "", ""]
    usage = re.sub(r"\s+", " ", parser.format_usage().removeprefix("用法：")).strip()
    lines += ["```text", usage, "```", ""]
    for group in parser._action_groups:
        shown = [each for each in group._group_actions if each.help not in {None, argparse.SUPPRESS}]
        if shown:
            lines += [f"**{group.title}**", "", "| 写法 | 意思 |", "|---|---|"]
            lines += [f"| {_forms(each)} | {_cell(each.help or '', parser.prog)} |" for each in shown]
            lines.append("")
    if parser.epilog:
        lines += ["```text", parser.epilog.strip(), "```", ""]
    return "\n".join(lines)


def _forms(action: argparse.Action) -> str:
    value = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
    if action.choices is not None:
        value = "{" + ",".join(map(str, action.choices)) + "}"
    forms = [f"{form} {value}".strip() for form in action.option_strings] or [str(value)]
    return "、".join(f"`{form}`" for form in forms)


def _cell(text: str, program: str) -> str:
    return text.replace("%(prog)s", program).replace("%%", "%").replace("|", r"\|").replace("\n", " ")


def explained(title: str, names: Iterable[str]) -> str:
    """Give the page of everything of a kind that is shipped, as `perfrules explain` tells it."""
    parts = [f"# {title}", "", "随程序发布的，一个一节；在命令行里用 `perfrules explain 名称` 看到的也是这些。", ""]
    for name in names:
        parts += _sections(list(explain(Ruleset(), name)))
    return "\n".join(parts)


def _sections(lines: list[str]) -> Iterator[str]:
    """Write the lines of an explanation: a title, then sections with their lines indented."""
    first, *others = lines
    yield from (f"## {first}", "")
    for line in others:
        depth = len(line) - len(line.lstrip())
        if not line:
            yield ""
        elif depth == 0:
            yield from (f"### {line}", "")
        else:
            yield f"{'    ' * (depth > 2)}- {_plain(line.strip())}"
    yield ""


def _plain(text: str) -> str:
    return re.sub(r"([*_<>\[\]#`\\])", r"\\\1", re.sub(r"^(\d+)\. ", r"\1）", text))


def diagnostics() -> str:
    """Give the list of every code, by its stage."""
    stages = ("", "读指标值", "补全指标值", "单位", "实际值和结论", "打分", "规则文件", "文件", "表格", "大数据")
    lines = ["# 提示编号", "", "每条提示有一个编号。`perfrules explain 编号` 显示的也是这些页。", ""]
    for number, stage in enumerate(stages):
        codes = [code for code in Code if code.id.startswith(f"PF{number}")]
        if codes:
            lines += [f"## {stage}", "", "| 编号 | 级别 | 提示 |", "|---|---|---|"]
            lines += [
                f"| [{code.id}]({code.id}.md) | {code.severity.label} | {_plain(code.template)} |" for code in codes
            ]
            lines.append("")
    return "\n".join(lines)


def python() -> str:
    """Give the page of every public name, for the docstrings to be put in."""
    functions = [name for name in perfrules.__all__ if name[0].islower()]
    types = [name for name in perfrules.__all__ if name[0].isupper()]
    lines = ["# Python API", "", "What `import perfrules` offers. Everything else may change without notice.", ""]
    for title, names in (("Functions", functions), ("Types", types)):
        lines += [f"## {title}", "", *(_definition(getattr(perfrules, name)) for name in names)]
    columns = (frame.evaluate, frame.batches, frame.Evaluator)
    return "\n".join((*lines, "## Data in columns: `perfrules.frame`", "", *map(_definition, columns)))


def _definition(public: Any) -> str:
    """Name the place where something is defined, since a module may have the name of what it exports."""
    return f"::: {public.__module__}.{public.__qualname__}\n"
