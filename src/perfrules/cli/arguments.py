"""Arguments and their help, in Chinese."""

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from perfrules.cli.exit_codes import UNUSABLE
from perfrules.diagnostics import PerfRulesError, Severity

if TYPE_CHECKING:
    from perfrules.syntax import Language

_WORDINGS = {
    "the following arguments are required: ": "缺少参数：",
    "unrecognized arguments: ": "不认识的参数：",
    "expected one argument": "后面要写一个值",
    "expected at least one argument": "后面至少要写一个值",
    "invalid choice: ": "没有这个选项：",
    "choose from ": "可选：",
    "argument ": "参数",
}


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese and prints descriptions and examples as they are laid out."""

    def __init__(self, **options: object) -> None:
        super().__init__(
            add_help=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            **options,  # type: ignore[arg-type]
        )
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def format_usage(self) -> str:
        """Give the line that shows how to call the command."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """Give the whole help."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and leave."""
        for english, chinese in _WORDINGS.items():
            message = message.replace(english, chinese)
        self.exit(UNUSABLE, f"{self.format_usage()}{message}。用 {self.prog} --help 看说明和例子。\n")


def add_template(parser: Parser) -> None:
    """Add the option for the template of an office."""
    parser.add_argument(
        "--template", metavar="FILE", help="写 .xlsx、.docx 时用这份模板，不用随附的；写法见 docs/forms.md"
    )


def add_columns(parser: Parser) -> None:
    """Add the option that says which column of data holds what."""
    parser.add_argument(
        "--columns",
        nargs="+",
        default=[],
        metavar="FIELD=COLUMN",
        help="数据里哪一项是哪一列，如 指标值=年初目标；表头是规范的不用写",
    )


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""What commands add themselves to."""


def add_context(parser: Parser) -> None:
    """Add the options for what stands around a cell and completes it."""
    group = parser.add_argument_group("指标值周围的内容，用来补全写得不完整的指标值")
    group.add_argument("--name", default="", help="三级指标的名称")
    group.add_argument("--category", default="", help="一级指标")
    group.add_argument("--subcategory", default="", help="二级指标")
    group.add_argument("--sign", default="", help="计算符号栏，如 ≥")
    group.add_argument("--unit", default="", help="度量单位栏，如 %%")
    group.add_argument("--direction", default="", help="指标方向栏，如 正向")
    group.add_argument("--basis", default="", help="指标值确定依据")
    group.add_argument("--year", type=int, help="预算年度，如 2023")
    group.add_argument("--rules", metavar="PATH", help="规则文件或文件夹，用其中的“用语”来读")


_DAY = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")


def day(text: str) -> date:
    """Read a day: `2023-07-31`, `2023年7月31日`.

    Raises:
        argparse.ArgumentTypeError: It is none.

    >>> day("2023年7月31日")
    datetime.date(2023, 7, 31)
    """
    found = _DAY.fullmatch(text)
    try:
        if found is not None:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2023-07-31")


_CONTEXT = ("name", "category", "subcategory", "sign", "unit", "direction", "basis", "year")


def context(options: argparse.Namespace) -> dict[str, Any]:
    """Give the context options as keywords of `parse` and `check`.

    Raises:
        PerfRulesError: The ruleset whose words are to be used has mistakes in it.
    """
    columns: dict[str, Any] = {name: getattr(options, name) for name in _CONTEXT}
    if options.rules is not None:
        columns["language"] = _language(options.rules)
    return columns


def _language(path: str) -> "Language":
    from perfrules.ruleset import load  # noqa: PLC0415 - few cells are read with words of their own

    ruleset = load(path)
    errors = [each for each in ruleset.diagnostics if each.code.severity is Severity.ERROR]
    if errors:
        raise PerfRulesError(*errors)
    return ruleset.language
