"""What a command writes: by `--format`, or else by how the name of the output ends."""

import argparse
from collections.abc import Sequence
from pathlib import PurePath

from perfrules.cli.arguments import Parser
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError

TEXT = "text"
"""What is drawn for people on a terminal; the default."""

FORMS = ("xlsx", "docx")
"""The form that is filed, by the name of the output only."""

_SUFFIXES = {
    ".txt": TEXT,
    ".md": "md",
    ".json": "json",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".xlsx": "xlsx",
    ".docx": "docx",
}
_WITHIN = {"sarif": "json", "csv": TEXT, "md": TEXT}
"""Formats that are written in another one, so that a file may be called by that one too."""


def add_output(parser: Parser, formats: Sequence[str], form: str = "") -> None:
    """Add `--format` and `--output`; `form` is the form that the command fills for Excel and Word, if any."""
    parser.add_argument(
        "--format",
        choices=(TEXT, *formats),
        help=f"输出格式；不写就由 -o 的文件名决定，如 .{formats[0]}，没有 -o 就是 {TEXT}",
    )
    filed = f"；以 .xlsx、.docx 结尾就写成{form}" if form else ""
    parser.add_argument("-o", "--output", metavar="FILE", help=f"写到文件里，不显示{filed}")
    parser.set_defaults(formats=(*formats, *(FORMS if form else ())))


def choose_format(options: argparse.Namespace) -> str:
    """Give the format that is wanted, and keep it in `options.format`.

    Raises:
        PerfRulesError: The command does not write what the name of the output asks for, or `--format` asks for
            something else than the name; or a template is given, and no form to use it for.
    """
    named = _SUFFIXES.get(PurePath(options.output or "").suffix.lower(), "")
    if options.format and named and named not in (options.format, _WITHIN.get(options.format)):
        raise PerfRulesError(Diagnostic.of(Code.FORMAT_CONTRADICTED, file=options.output, format=options.format))
    if named and not options.format and named not in (TEXT, *options.formats):
        known = "、".join(f".{each}" for each in options.formats)
        raise PerfRulesError(Diagnostic.of(Code.FORMAT_NOT_WRITTEN, file=options.output, known=known))
    options.format = options.format or named or TEXT
    if getattr(options, "template", None) and options.format not in FORMS:
        raise PerfRulesError(Diagnostic.of(Code.TEMPLATE_WITHOUT_FORM, file=options.template))
    return str(options.format)
