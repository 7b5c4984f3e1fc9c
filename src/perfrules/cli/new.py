"""`perfrules new`: a ruleset to start from."""

import argparse
import re
from pathlib import Path

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINE
from perfrules.data import read_text
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import FilePlace

_EXAMPLE = """例：
  perfrules new project 企业补助
  perfrules new scheme 某省/2025 --output 我的规则
  perfrules new rule 满意度太低

建好的文件能直接用，里面的注释说明每一行是什么、怎么改。已有的文件绝不覆盖。

退出码：0 建好了；2 名称不能用，或者已经有这个文件。"""

_KINDS = {"project": "项目的绩效目标表", "scheme": "继承财政部办法的评分办法", "rule": "审核规则"}
_UNUSABLE = re.compile(r'[\\:*?"<>|#\s\x00-\x1f\x7f]')
_LONGEST = 60


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "new",
        help="新建一个规则文件",
        description="新建一个规则文件，照着里面的注释改就行。能建的有："
        + "；".join(f"{kind}，{what}" for kind, what in _KINDS.items())
        + "。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("kind", choices=tuple(_KINDS), metavar="KIND", help=f"建什么：{'、'.join(_KINDS)}")
    parser.add_argument("name", metavar="NAME", help="名称，也是文件名；评分办法可以写成 某省/2025")
    parser.add_argument("--output", metavar="DIR", default=".", help="建在哪个文件夹里，默认当前文件夹")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file and say what to do next."""
    path = Path(options.output, *_parts(f"{options.name}.rules", options.kind))
    text = read_text(f"docs/templates/{options.kind}.rules")
    _create(path, text.replace("〔名称〕", options.name).replace("〔文件〕", path.name))
    print(f"建好了：{path}\n照着里面的注释改；改完运行：perfrules check --files {path}")
    return FINE


def _parts(name: str, kind: str) -> list[str]:
    """Split the name of a file from its folder; only schemes are in one."""
    parts = name.split("/")
    unusable = _UNUSABLE.search(name)
    if unusable is not None:
        raise _refused(name, f"里面有“{unusable[0]}”" if unusable[0].strip() else "里面有空格")
    if len(parts) > (2 if kind == "scheme" else 1):
        raise _refused(name, "里面有“/”")
    if not all(part.partition(".")[0] and not part.startswith((".", "-")) for part in parts):
        raise _refused(name, "有一段是空的，或者以点、横线开头")
    if any(len(part) > _LONGEST for part in parts):
        raise _refused(name, f"超过{_LONGEST}个字")
    return parts


def _refused(name: str, why: str) -> PerfRulesError:
    return PerfRulesError(Diagnostic.of(Code.NEW_NAME_UNUSABLE, name=name, why=why))


def _create(path: Path, text: str) -> None:
    """Write a file that is not there yet; its folders are made."""
    place = Label(FilePlace(str(path)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise PerfRulesError(Diagnostic.of(Code.NEW_FILE_EXISTS, place)) from error
    except OSError as error:
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_UNWRITABLE, place, why=error.strerror or str(error))) from error
